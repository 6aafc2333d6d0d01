"""Sample pages behind a small server that remembers what was posted, in a real browser."""

import threading
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from alongside.foundation import messages
from tests.kit import samples
from tests.kit.pages import PAGES, page
from tests.kit_page import Quiet, link_static


@dataclass
class Desk:
    """What was posted, and how the next posts are answered: a status, `gone` (no answer) or `later` (503)."""

    address: str = ""
    posted: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    @property
    def counted(self) -> int:
        """Acts recorded: each operation once."""
        return len({body["operation"] for path, body in self.posted if path == "/count"})


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The sample pages that scripts run on, with their static files."""
    written = tmp_path_factory.mktemp("kit")
    with pytest.MonkeyPatch.context() as patch:
        real = messages.catalogue
        patch.setattr(messages, "catalogue", lambda locale: {**real(locale), **samples.WORDS})
        for name in ("acts", *PAGES):
            (written / f"{name}.html").write_text(page(name), encoding="utf-8")
    link_static(written)
    return written


@pytest.fixture
def desk(folder):
    """A server of the sample pages; every post to it is kept."""
    here = Desk()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(here, folder))
    here.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield here
    server.shutdown()
    server.server_close()


@pytest.fixture
def tab(browser, desk):
    """An empty tab; errors of scripts and of the policy fail the test at its end."""
    context = browser.new_context(base_url=desk.address, viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    said: list[str] = []
    context.on("weberror", lambda fault: said.append(str(fault.error)))
    context.on("console", lambda line: said.append(line.text) if "Security Policy" in line.text else None)
    yield context.new_page()
    context.close()
    assert said == []


def _handler(here: Desk, folder: Path):
    class Remembering(Quiet):
        def __init__(self, *args):
            super().__init__(*args, directory=folder)

        def do_POST(self):
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            here.posted.append((self.path, _fields(text)))
            status = here.answers.pop(0) if here.answers else 200
            self.send_response(status)
            self.end_headers()
            if status == 200:
                self.wfile.write(_answer(here, folder).encode())

    return Remembering


def _fields(text: str) -> dict[str, str]:
    """The fields of a posted form, of either encoding."""
    if "form-data" in text:
        parts = (part.split('name="', 1)[1] for part in text.split("--")[1:] if 'name="' in part)
        return {part.split('"', 1)[0]: part.split("\r\n\r\n", 1)[1].rstrip("\r\n") for part in parts}
    return dict(tuple(map(unquote_plus, pair.split("=", 1))) for pair in text.split("&") if pair)


def _answer(here: Desk, folder: Path) -> str:
    """The tile with the number of acts recorded, and the toast."""
    tile = (folder / "acts.html").read_text(encoding="utf-8").split('<div class="tally"', 1)[1].split("</div>", 1)[0]
    tile = tile.replace('<span class="count">0</span>', f'<span class="count">{here.counted}</span>')
    toast = '<div id="toast"><div class="toast" role="status"><p>Recorded</p></div></div>'
    return f'<div class="tally"{tile}</div>{toast}'
