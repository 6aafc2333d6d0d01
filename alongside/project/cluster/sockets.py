"""The private folder in which PostgreSQL listens: never a network port, never open to other accounts."""

import shutil
import tempfile
from pathlib import Path

from .account import Account, give
from .place import Place

LONGEST = 107 - len("/.s.PGSQL.5432")  # bytes that the kernel allows in a socket's path
PREFIX = "alongside-socket-"


def make_socket_folder(place: Place, major: int, account: Account | None) -> Path:
    """A 0700 folder: beside the data when its path will do, else a fresh one in the temp folder.

    A client takes a comma in the path for the end of one host and the beginning of another.
    """
    beside = place.folder / f"run-{major}"
    if len(bytes(beside)) <= LONGEST and "," not in str(beside):
        beside.mkdir(mode=0o700, exist_ok=True)
        beside.chmod(0o700)
        folder = beside
    else:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    give(folder, account)
    return folder


def remove_socket_folder(folder: Path) -> None:
    """Remove one that `make_socket_folder` put into the temp folder; any other stays."""
    if folder.name.startswith(PREFIX) and folder.parent == Path(tempfile.gettempdir()):
        shutil.rmtree(folder, ignore_errors=True)
