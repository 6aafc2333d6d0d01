"""Make a cluster's data folder: a half-made one is never used."""

import os
import shutil
from pathlib import Path

from .account import Account, give
from .binaries import Binaries
from .passwords import ADMINISTRATOR, password_of
from .place import Place
from .programs import run_program

BUILTIN_LOCALE = 17  # the first major with a locale of its own, the same on every machine


def create_data(place: Place, binaries: Binaries, account: Account | None, *, durable: bool = True) -> None:
    """initdb in place, again from the start if an earlier try was cut short. The caller holds the lock.

    The marker goes away only in `finish_data`, so that a conversion can fill the cluster first.
    """
    data, marker = place.data(binaries.major), place.unfinished(binaries.major)
    marker.touch()
    _clear(data)
    data.mkdir(mode=0o700)
    give(data, account)
    words = _locale(binaries.major) + ([] if durable else ["--no-sync"])
    secret = _password_file(place, account)
    try:
        run_program(
            binaries, account, "initdb", "-D", data, "-U", ADMINISTRATOR, "-A", "scram-sha-256",
            f"--pwfile={secret}", "--encoding=UTF8", "--data-checksums", *words,
        )  # fmt: skip
    finally:
        secret.unlink()


def finish_data(place: Place, major: int) -> None:
    """Declare the data folder complete, on disk too."""
    place.unfinished(major).unlink(missing_ok=True)
    folder = os.open(place.folder, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _clear(data: Path) -> None:
    """Moved away before it is deleted: a killed try may have left a process that still writes into it."""
    gone = data.with_suffix(".gone")
    shutil.rmtree(gone, ignore_errors=True)
    if data.exists():
        data.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def _locale(major: int) -> list[str]:
    if major < BUILTIN_LOCALE:
        return ["--locale=C.UTF-8"]
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]


def _password_file(place: Place, account: Account | None) -> Path:
    file = place.folder / "first-password"
    file.unlink(missing_ok=True)
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(password_of(place, ADMINISTRATOR) + "\n")
    give(file, account)
    return file
