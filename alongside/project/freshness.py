"""Whether the last start left everything as this version wants it: then a start skips a second of looking."""

import hashlib
import json
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import psycopg

from .data_folder import ROOT

PATTERNS = ("alongside/**/migrations/*.py", "alongside/**/static/**/*", "web/**/*", "reference/**/*")


def is_current(folder: Path, url: str) -> bool:
    """True when neither the code nor the database's list of migrations changed since `remember`."""
    note = folder / "up-to-date"
    return note.exists() and json.loads(note.read_text()) == _state(url)


def remember(folder: Path, url: str) -> None:
    (folder / "up-to-date").write_text(json.dumps(_state(url)))


def _state(url: str) -> dict[str, object]:
    return {"code": _fingerprint(), "migrations": _applied(url)}


def _fingerprint() -> str:
    """Changes with each file that migrating or gathering reads, and with each installed package."""
    return hashlib.sha256("\n".join(sorted(_facts())).encode()).hexdigest()


def _facts() -> Iterator[str]:
    for pattern in PATTERNS:
        for file in ROOT.glob(pattern):
            if file.is_file() and file.suffix != ".pyc":
                facts = file.stat()
                yield f"{file.relative_to(ROOT)} {facts.st_size} {facts.st_mtime_ns}"
    yield from (entry.name for entry in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _applied(url: str) -> str | None:
    """A digest of which migrations the database has; None when it has no list yet."""
    query = "select md5(string_agg(app || name, ',' order by id)) from django_migrations"
    try:
        with psycopg.connect(url) as connection:
            row = connection.execute(query).fetchone()
    except psycopg.Error:
        return None
    return row[0] if row else None
