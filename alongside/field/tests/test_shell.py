"""The app's own files: complete, checked by digest, nothing of anybody, and every sentence that it says."""

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from alongside.field.shell import files
from alongside.field.shell.words import in_words
from alongside.foundation import reference
from alongside.foundation.catalogues import catalogue

WEB = Path(__file__).resolve().parents[3] / "web"
MODULES = sorted((WEB / "field").rglob("*.js"))
IMPORT = re.compile(r'^(?:import|export) [^"`;]*?"(\.{1,2}/[^"]+)"', re.M)
CODE = re.compile(
    r"""["`]((?:field|desk|foundation|notes|plans|behaviour|sessions|living|incidents)\.[a-z_]+\.[\w.]*)(\$\{)?"""
)


def text(path):
    return path.read_text(encoding="utf-8")


def test_each_file_is_what_its_digest_says(client):
    for file in files.files():
        if file.url.startswith("/static/"):
            plain = Path(finders.find(file.url.removeprefix("/static/"))).read_bytes()
        else:
            plain = client.get(file.url).content
        assert file.integrity == "sha256-" + base64.b64encode(hashlib.sha256(plain).digest()).decode(), file.url


def test_every_module_that_is_imported_is_kept():
    kept = {file.url for file in files.files()}
    for module in MODULES:
        for found in IMPORT.findall(text(module)):
            path = (module.parent / found).resolve().relative_to(WEB)
            assert f"/static/{path.as_posix()}" in kept, f"{module} imports {found}"


def test_every_style_font_and_icon_of_the_page_is_kept(client):
    kept = {file.url for file in files.files()}
    page = client.get("/field/").content.decode()
    for url in re.findall(r'(?:href|src)="(/static/[^"#]+)', page):
        assert url in kept, url
    for sheet in (WEB / "css").rglob("*.css"):
        for url in re.findall(r'url\("?([^")#]+)', text(sheet)):
            if url.startswith("."):
                assert f"/static/{(sheet.parent / url).resolve().relative_to(WEB).as_posix()}" in kept, url


def test_the_worker_names_its_build_and_every_file(client):
    said = client.get("/field/worker.js")
    assert said.headers["Cache-Control"] == "no-cache" and said.headers["Content-Type"] == "text/javascript"
    listed = json.loads(re.search(r"^self\.FILES = (.*);$", said.content.decode(), re.M)[1])
    assert listed == [{"url": file.url, "integrity": file.integrity} for file in files.files()]
    assert f'data-build="{files.build()}"' in client.get("/field/").content.decode()


def test_every_sentence_that_the_app_says_is_on_the_device():
    known, missing = json.loads(in_words("en")), []
    for module in MODULES:
        for code, open_ended in CODE.findall(text(module)):
            said = any(one.startswith(code) for one in known) if open_ended or code.endswith(".") else code in known
            table = any(one.startswith(f"{code}.") for one in known)
            missing += [] if said or table else [f"{module.name}: {code}"]
    assert missing == []


def test_the_words_are_the_catalogues_own():
    words = json.loads(in_words("en"))
    assert words.items() <= dict(catalogue("en")).items()
    others = [code for code in words if not code.startswith("incidents.line.")]
    assert others == sorted(others)


@pytest.mark.parametrize("address", ["/field/words/xx.json", "/field/words/en-.json", "/field/nothing/"])
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/field/", "/field/worker.js", "/field/words/en.json", "/field/app.webmanifest"])
def test_they_are_read_without_anybody(client, address):
    """And without the database, to which this test has no way."""
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_phone_can_put_it_beside_its_other_apps(client):
    told = json.loads(client.get("/field/app.webmanifest").content)
    assert told["display"] == "standalone" and told["start_url"] == told["scope"] == "/field/"
    for icon in told["icons"]:
        path = finders.find(icon["src"].removeprefix("/static/"))
        assert Path(path).read_bytes()[:4] == b"\x89PNG", icon


def test_the_whole_app_is_small():
    """A cheap phone on a bad line: everything that is fetched once, as it goes over the wire."""
    whole = 0
    for file in files.files():
        found = finders.find(file.url.removeprefix("/static/")) if file.url.startswith("/static/") else None
        plain = Path(found).read_bytes() if found else in_words("en")
        whole += len(plain) if file.url.endswith((".woff2", ".png")) else len(gzip.compress(plain))
    assert whole < 500_000


def test_a_locked_device_offers_the_lines_of_a_crisis_as_the_reference_does():
    prefix = "incidents.line."
    codes = [code.removeprefix(prefix) for code in json.loads(in_words("en")) if code.startswith(prefix)]
    assert codes == [line["key"] for line in reference.load("crisis")["line"]]
