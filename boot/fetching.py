"""Read from a package index with the standard library alone."""

import base64
import html.parser
import json
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator

from .indexes import certificates
from .trouble import Trouble

ACCEPTED = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
CHUNK = 256 * 1024  # bytes
PATIENCE = 60  # seconds without an answer


def files_of(project: str, index: str) -> dict[str, str]:
    """Names and addresses of a project's files, as the index lists them (JSON or HTML)."""
    page = f"{index}/{project}/"
    with _opened(page, ACCEPTED) as answer:
        body, kind = answer.read().decode(), answer.headers.get_content_type()
    if kind.endswith("json"):
        return {file["filename"]: urllib.parse.urljoin(page, file["url"]) for file in json.loads(body)["files"]}
    reader = _Links()
    reader.feed(body)
    return {name: urllib.parse.urljoin(page, address) for name, address in reader.found}


def chunks_of(address: str) -> Iterator[tuple[bytes, int]]:
    """The file piece by piece, each with the file's whole size in bytes (0 if unknown)."""
    with _opened(address, "*/*") as answer:
        total = int(answer.headers.get("Content-Length") or 0)
        while piece := answer.read(CHUNK):
            yield piece, total


def _opened(address: str, accepted: str):
    try:
        plain, headers = _without_password(address)
        request = urllib.request.Request(plain, headers={"Accept": accepted, **headers})
        return urllib.request.urlopen(request, timeout=PATIENCE, context=_trust(plain))
    except urllib.error.HTTPError as error:
        raise Trouble(f"The package index answered {error.code} ({error.reason}): {_advice()}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise Trouble(
                "The package index's certificate could not be checked: install the package ca-certificates,"
                " or name your own authorities in SSL_CERT_FILE, and start again."
            ) from error
        raise Trouble(f"The package index could not be reached ({reason}): {_advice()}") from error


def _advice() -> str:
    return "check the network, or set PIP_INDEX_URL to an index that this machine can reach, and start again."


def _trust(address: str) -> ssl.SSLContext | None:
    if not address.startswith("https:"):
        return None
    return ssl.create_default_context(cafile=certificates())


def _without_password(address: str) -> tuple[str, dict[str, str]]:
    """An index address may carry a name and password: they belong into a header."""
    parts = urllib.parse.urlsplit(address)
    if parts.username is None:
        return address, {}
    words = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
    plain = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return plain, {"Authorization": "Basic " + base64.b64encode(words.encode()).decode()}


class _Links(html.parser.HTMLParser):
    """The links of an index page: (file name, address)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get("href")
        if tag == "a" and address:
            name = urllib.parse.urlsplit(address).path.rpartition("/")[2]
            self.found.append((urllib.parse.unquote(name), address))
