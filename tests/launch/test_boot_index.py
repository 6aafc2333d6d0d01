"""Packages come from where this machine is set up to get them, and the installer is checked against its hash."""

import base64
import hashlib
import io
import json
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from boot import indexes, installer
from boot.fetching import files_of
from boot.trouble import Trouble

NOWHERE = {"HOME": "/nonexistent", "PIP_CONFIG_FILE": "/dev/null"}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, indexes.PUBLIC),
        ({"PIP_INDEX_URL": "https://pip.example/simple/"}, "https://pip.example/simple"),
        (
            {"UV_INDEX_URL": "https://uv.example/simple", "PIP_INDEX_URL": "https://x.example"},
            "https://uv.example/simple",
        ),
        ({"UV_DEFAULT_INDEX": "ours=https://new.example/simple"}, "https://new.example/simple"),
        ({"UV_DEFAULT_INDEX": "https://u:p=1@new.example/simple"}, "https://u:p=1@new.example/simple"),
    ],
)
def test_the_environment_names_the_index(more, expected):
    assert indexes.index_url({**NOWHERE, **more}) == expected


def test_pips_own_file_is_honoured(tmp_path):
    authorities = tmp_path / "authorities.pem"
    authorities.touch()
    file = tmp_path / "pip.conf"
    file.write_text(
        f"[global]\nindex-url = https://pip.example/simple\ncert = {authorities}\n"
        "extra-index-url = https://a.example/simple\n  https://b.example/simple\nfind-links = /wheels\n"
        "[install]\nindex-url = https://install.example/simple\n"
    )
    environment = {"HOME": "/nonexistent", "PIP_CONFIG_FILE": str(file)}
    found = indexes.uv_environment(environment)
    assert found["UV_DEFAULT_INDEX"] == "https://install.example/simple"
    assert found["UV_INDEX"].endswith("https://a.example/simple https://b.example/simple")
    assert found["UV_FIND_LINKS"].endswith("/wheels")
    assert found["SSL_CERT_FILE"] == str(authorities)


def test_what_uv_was_told_is_kept():
    environment = {**NOWHERE, "UV_DEFAULT_INDEX": "ours=https://u.example/simple", "UV_INDEX_STRATEGY": "first-index"}
    found = indexes.uv_environment(environment)
    assert found["UV_DEFAULT_INDEX"] == "ours=https://u.example/simple"
    assert found["UV_INDEX_STRATEGY"] == "first-index"


@pytest.fixture
def index(monkeypatch):
    """A package index on this machine: `index.pages[path] = (type, body)`; `index.asked` headers by path."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked[self.path] = dict(self.headers)
            kind, body = self.server.pages.get(self.path, (None, b""))
            self.send_response(200 if kind else 404)
            self.send_header("Content-Type", kind or "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.pages, server.asked = {}, {}
    server.url = f"http://127.0.0.1:{server.server_port}/simple"
    monkeypatch.setenv("UV_DEFAULT_INDEX", server.url)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_both_kinds_of_index_page_are_read(index):
    body = json.dumps({"files": [{"filename": "uv-1.whl", "url": "../files/uv-1.whl"}]}).encode()
    index.pages["/simple/uv/"] = ("application/vnd.pypi.simple.v1+json", body)
    assert files_of("uv", index.url) == {"uv-1.whl": index.url + "/files/uv-1.whl"}
    index.pages["/simple/uv/"] = ("text/html", b'<a href="/f/uv-1%2Bx.whl#sha256=0">uv-1+x.whl</a>')
    assert list(files_of("uv", index.url)) == ["uv-1+x.whl"]


def test_a_name_and_password_go_into_a_header(index):
    index.pages["/simple/uv/"] = ("text/html", b"")
    files_of("uv", index.url.replace("//", "//me:p%40ss@"))
    told = index.asked["/simple/uv/"]["Authorization"]
    assert base64.b64decode(told.removeprefix("Basic ")) == b"me:p@ss"


def test_an_index_that_is_not_there_is_a_sentence(index):
    with pytest.raises(Trouble, match="answered 404.*check the network, or set PIP_INDEX_URL"):
        files_of("uv", index.url)
    with pytest.raises(Trouble, match="could not be reached"):
        files_of("uv", "http://127.0.0.1:1/simple")
    with pytest.raises(Trouble, match="could not be reached"):
        files_of("uv", "not an address")


def offer(index, monkeypatch, *, digest=None):
    """Put a small installer onto the index."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr(f"uv-{installer.VERSION}.data/scripts/uv", "#!/bin/sh\necho uv 0.0.1\n")
    right = hashlib.sha256(body.getvalue()).hexdigest()
    monkeypatch.setattr(installer, "WHEELS", {"x86_64": ("uv.whl", digest or right)})
    monkeypatch.setattr(installer, "processor", lambda: "x86_64")
    monkeypatch.setattr(installer.shutil, "which", lambda name: None)
    index.pages["/simple/uv/"] = ("text/html", b'<a href="/files/uv.whl">uv.whl</a>')
    index.pages["/files/uv.whl"] = ("application/octet-stream", body.getvalue())


def test_the_installer_is_fetched_once(index, monkeypatch, tmp_path):
    offer(index, monkeypatch)
    program = installer.installer(tmp_path)
    assert program.read_text().startswith("#!/bin/sh")
    assert program.stat().st_mode & 0o111
    index.pages.clear()
    assert installer.installer(tmp_path) == program


def test_another_installer_than_the_expected_one_is_not_kept(index, monkeypatch, tmp_path):
    offer(index, monkeypatch, digest="0" * 64)
    with pytest.raises(Trouble, match="not the expected one"):
        installer.installer(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_machines_own_installer_is_used_when_new_enough(monkeypatch, tmp_path):
    own = tmp_path / "uv"
    monkeypatch.setattr(installer.shutil, "which", lambda name: str(own))
    own.write_text("#!/bin/sh\necho uv 0.99.0\n")
    own.chmod(0o755)
    assert installer.installer(tmp_path / "none") == own
    own.write_text("#!/bin/sh\necho uv 0.1.0\n")
    (tmp_path / f"uv-{installer.VERSION}").touch()
    assert installer.installer(tmp_path) != own
