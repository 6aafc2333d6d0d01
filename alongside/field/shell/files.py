"""What the app is made of: its files with their digests, and the build that names exactly these."""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

from alongside.field.shell.words import in_words
from alongside.foundation.catalogues import locales

WEB = Path(__file__).resolve().parents[3] / "web"
PARTS = (
    "field/**/*.js",
    "field/**/*.svg",
    "field/**/*.png",
    "questionnaires/*.js",
    "vendor/*.mjs",
    "css/**/*.css",
    "fonts/*.woff2",
    "icons.svg",
    "favicon.svg",
)
NOT_CACHED = "field/worker.js"


@dataclass(frozen=True)
class File:
    """One file: its address, and the digest by which the browser checks it (Subresource Integrity)."""

    url: str
    integrity: str


@cache
def files() -> tuple[File, ...]:
    """Every file that the app needs to start without signal, in order of address."""
    found = {path for part in PARTS for path in WEB.glob(part)}
    paths = sorted(path.relative_to(WEB).as_posix() for path in found)
    own = [File(static(path), _digest((WEB / path).read_bytes())) for path in paths if path != NOT_CACHED]
    words = [File(f"/field/words/{locale}.json", _digest(in_words(locale))) for locale in sorted(locales())]
    return (*own, *words)


@cache
def build() -> str:
    """A short name of exactly these files: another file, another build."""
    plain = json.dumps([[file.url, file.integrity] for file in files()])
    worker = (WEB / NOT_CACHED).read_bytes()
    return hashlib.sha256(plain.encode() + worker + _pages()).hexdigest()[:12]


@cache
def worker() -> bytes:
    """The service worker with the list of what it keeps."""
    listed = [{"url": file.url, "integrity": file.integrity} for file in files()]
    head = f"self.BUILD = {json.dumps(build())};\nself.FILES = {json.dumps(listed)};\n"
    return head.encode() + (WEB / NOT_CACHED).read_bytes()


def _pages() -> bytes:
    return (Path(settings.ROOT) / "alongside/field/templates/field/shell.html").read_bytes()


def _digest(plain: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(plain).digest()).decode()
