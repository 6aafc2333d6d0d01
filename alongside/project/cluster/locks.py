"""Who may start the cluster, who still uses it: file locks, dropped by the kernel when a process dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from alongside.project.troubles import Trouble

from .place import Place


@contextmanager
def starting(place: Place) -> Iterator[None]:
    """One process at a time makes, converts or starts the cluster; the others wait here."""
    with _open(place.folder / "starting.lock") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def using(place: Place) -> Iterator[IO[str]]:
    """Hold this as long as you talk to the database, so that the process which started it waits for you."""
    with _open(place.folder / "using.lock") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield file


@contextmanager
def serving(place: Place) -> Iterator[None]:
    """Held by the one process that serves from this folder; a second one is told so."""
    with _open(place.folder / "serving.lock") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            raise Trouble(
                f"Alongside runs from {place.folder} already (process {file.read().strip()}): use that one, end it"
                " first, or choose another folder with --data."
            ) from held
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def wait_for_others(file: IO[str], seconds: float) -> None:
    """Wait until nobody else is `using`, or the time is over. `file` is what `using` gave."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(0.1)


def _open(file: Path) -> IO[str]:
    """Readable by its owner alone: whoever can open a file can lock it."""
    return open(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+")
