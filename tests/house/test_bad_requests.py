"""Requests that no page of ours makes: a number from 400 to 499, never a fault of ours, never a redirect elsewhere."""

import pytest
from django.test import Client as Browser

pytestmark = pytest.mark.urls("tests.house.door_urls")


@pytest.fixture
def rosa(cast, at) -> Browser:
    browser = at("rosa")
    browser.raise_request_exception = False
    return browser


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "X" * 100])
@pytest.mark.parametrize("path", ["/t/standing/", "/account/login/", "/livez"])
def test_other_methods(rosa, method, path):
    answer = rosa.generic(method, path)
    assert answer.status_code in (403, 405)


def test_a_method_named_in_a_header_is_not_heard(rosa):
    assert rosa.post("/t/typed/", HTTP_X_HTTP_METHOD_OVERRIDE="DELETE").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "testserver@evil.example", "a b", "", "[::", "x" * 5000, "é"])
def test_another_host(rosa, host):
    answer = rosa.get("/account/login/", HTTP_HOST=host, HTTP_X_FORWARDED_HOST="testserver")
    assert answer.status_code == 400


def test_a_forwarded_host_is_not_believed(db):
    page = Browser(HTTP_X_FORWARDED_HOST="evil.example").get("/account/login/").content.decode()
    assert "evil.example" not in page


PATHS = [
    "/t/clients/%00/", "/%00", "/t/clients/a%00b/", "/t/standing/?a=%00", "/t/standing/?%00=a", "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd", "/t/clients/..%c0%af/", "/t/clients/" + "a" * 70_000 + "/", "/t/standing.css",
    "/t/standing/;jsessionid=1", "/.git/config", "/.env", "/static/../alongside/project/settings.py",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p[:40])
def test_other_addresses(rosa, path):
    assert 400 <= rosa.get(path).status_code < 500


@pytest.mark.parametrize("path", ["//evil.example/", "///evil.example", "/\\evil.example/", "//evil.example/%2f.."])
def test_no_address_leads_elsewhere(rosa, path):
    answer = rosa.get(path)
    assert "evil" not in answer.headers.get("Location", "").lstrip("/").split("/")[0]
    assert not answer.headers.get("Location", "").startswith(("//", "/\\"))


def test_too_many_fields(rosa):
    assert rosa.post("/t/typed/", {f"f{n}": "x" for n in range(1_001)}).status_code == 400
    assert rosa.post("/t/typed/", {f"f{n}": "x" for n in range(1_000)}).content == b"1000"


def test_too_large(rosa):
    form = "application/x-www-form-urlencoded"
    assert rosa.post("/t/typed/", "a=" + "x" * 1_048_577, content_type=form).status_code == 400
    assert "could not be read" in rosa.post("/t/typed/", "a=" + "x" * 1_048_577, content_type=form).content.decode()


BODIES = [
    (b"a=\xc3\x28&b=%ff", "application/x-www-form-urlencoded"),
    (b"a=1", "application/x-www-form-urlencoded; charset=utf-7"),
    (b"a=1", "application/x-www-form-urlencoded; charset=nonsense"),
    (b"x", "multipart/form-data"),
    (b"x", "multipart/form-data; boundary=" + "b" * 500),
    (b"--b\r\n\r\n", "multipart/form-data; boundary=b"),
    (b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\x00\r\n--b--', "multipart/form-data; boundary=b"),
    (b'{"a": 1}', "application/json"),
    (b'{"a": 1}', "text/plain"),
    (b"", ""),
    (b"&&&===;;;", "application/x-www-form-urlencoded"),
]


@pytest.mark.parametrize(("body", "kind"), BODIES, ids=lambda v: str(v)[:40])
@pytest.mark.parametrize("path", ["/t/typed/", "/account/login/", "/account/confirm/", "/account/seat/"])
def test_other_bodies(rosa, body, kind, path):
    assert rosa.generic("POST", path, body, content_type=kind).status_code < 500


@pytest.mark.parametrize(
    "header",
    [
        {"HTTP_COOKIE": "; ".join(f"c{n}={n}" for n in range(3_000))},
        {"HTTP_COOKIE": 'alongside_session="\\000\\012"; csrftoken="\\000"'},
        {"HTTP_ACCEPT_LANGUAGE": "en," * 30_000},
        {"HTTP_REFERER": "http://testserver/\x00\r\nSet-Cookie: a=b"},
        {"HTTP_REFERER": "http://[::"},
        {"HTTP_RANGE": "bytes=" + "0-," * 1_000},
        {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://[", "HTTP_HX_CURRENT_URL_URI_AUTOENCODED": "true"},
        {"HTTP_X_FORWARDED_FOR": "x, " * 5_000},
        {"HTTP_CONTENT_LENGTH": "99999999999"},
        {"CONTENT_LENGTH": "-1"},
    ],
    ids=lambda h: str(h)[:40],
)
def test_other_headers(cast, at, header):
    browser = at("rosa")
    for path in ("/account/login/", "/t/standing/"):
        assert browser.get(path, **header).status_code < 500
    assert browser.post("/t/typed/", {"a": "b"}, **header).status_code < 500


def test_the_last_of_two_values_counts(rosa):
    answer = rosa.post("/account/login/?next=/a/&next=//evil.example/", {"next": ["/b/", "//evil.example/"]})
    assert answer.headers.get("Location", "/") == "/account/seat/"


def test_a_request_from_another_site_is_stopped(cast, at):
    strict = Browser(enforce_csrf_checks=True)
    strict.cookies = at("rosa").cookies
    for origin in ("null", "https://evil.example", "http://sub.testserver"):
        assert strict.post("/t/typed/", {"a": "b"}, HTTP_ORIGIN=origin).status_code == 403


@pytest.mark.parametrize("path", ["/account/login/", "/t/standing/", "/t/absent/", "/livez", "/nowhere/"])
def test_no_answer_is_kept_or_indexed_or_framed(rosa, path):
    headers = rosa.get(path).headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
