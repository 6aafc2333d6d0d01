"""Draws the sample pages of the web kit for looking: `python -m tests.kit_page FOLDER [NAME...]`.

Writes each page as HTML and as pictures at 390, 820 and 1440 px in light and dark, and says what axe finds.
"""

import os
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import django

POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'"
WIDTHS = {390: 844, 820: 1180, 1440: 900}


class Quiet(SimpleHTTPRequestHandler):
    """Serves the folder under the policy that the product serves under."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args):
        pass


def main(folder: Path, names: list[str]) -> int:
    """Write, serve, picture and check each page; the exit code is 1 when axe or the console complains."""
    from tests.kit.pages import PAGES, page, speak_samples  # noqa: PLC0415

    speak_samples()
    written = names or list(PAGES)
    for name in written:
        (folder / f"{name}.html").write_text(page(name), encoding="utf-8")
    link_static(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    troubles = picture(f"http://127.0.0.1:{server.server_port}", folder, written)
    server.shutdown()
    print("\n".join(troubles) or f"{len(written)} pages, nothing found")
    return 1 if troubles else 0


def link_static(folder: Path) -> None:
    """The static files under `static/`, as the product serves them."""
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415

    for finder in get_finders():
        for path, storage in finder.list([]):
            target = folder / "static" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            target.symlink_to(storage.path(path))


def picture(address: str, folder: Path, names: list[str]) -> list[str]:
    """Pictures of each page in each width and scheme; what axe, the console and the width complain of."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    troubles: list[str] = []
    with sync_playwright() as play:
        path = os.environ.get("ALONGSIDE_CHROMIUM", "/usr/bin/chromium")
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for width, height in WIDTHS.items():
            for scheme in ("light", "dark"):
                tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                listen(tab, troubles)
                for name in names:
                    tab.goto(f"{address}/{name}.html")
                    troubles += [f"{name} {width} {scheme}: {found}" for found in complaints(tab)]
                    tab.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                tab.close()
        browser.close()
    return troubles


def listen(tab, troubles: list[str]) -> None:
    """Note what the console and the scripts complain of."""
    tab.on("console", lambda message: message.type == "error" and troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))


def complaints(tab) -> list[str]:
    """What axe finds on the page, and whether it scrolls sideways."""
    from tests.journeys.browser import faults_of, sideways  # noqa: PLC0415

    wide = sideways(tab)
    return faults_of(tab) + ([f"scrolls sideways by {wide} px"] if wide > 0 else [])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
    django.setup()
    here = Path(sys.argv[1])
    here.mkdir(parents=True, exist_ok=True)
    sys.exit(main(here, sys.argv[2:]))
