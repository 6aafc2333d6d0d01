"""The embedded cluster's passwords: random, in one file that its owner alone may read."""

import fcntl
import json
import os
import secrets
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from .place import Place

ADMINISTRATOR = "postgres"


def password_of(place: Place, role: str) -> str:
    """The role's password, made and kept on first asking."""
    known = _read(place.passwords)
    if role in known:
        return known[role]
    with (place.folder / "passwords.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = {role: secrets.token_urlsafe(24), **_read(place.passwords)}
        _write(place.passwords, known)
    return known[role]


def answers(place: Place, socket: Path) -> bool:
    """Whether the server that listens in `socket` lets the administrator in."""
    password = password_of(place, ADMINISTRATOR)
    address = make_conninfo(host=str(socket), user=ADMINISTRATOR, password=password, dbname="postgres")
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.Error:
        return False
    return True


def _read(file: Path) -> dict[str, str]:
    return dict(json.loads(file.read_text())) if file.exists() else {}


def _write(file: Path, known: dict[str, str]) -> None:
    """In one step, so that a crash leaves either the old or the new file."""
    half = file.with_suffix(".half")
    half.unlink(missing_ok=True)
    with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(known, out)
        out.flush()
        os.fsync(out.fileno())
    half.rename(file)
