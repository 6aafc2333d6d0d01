"""Where one cluster keeps its files, inside the folder that the person chose with --data."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from .account import Account, reaches
from .binaries import SHARED


@dataclass(frozen=True)
class Place:
    """`folder` holds everything of the database: one data folder per major version, passwords, log, locks."""

    folder: Path

    def data(self, major: int) -> Path:
        return self.folder / f"postgres-{major}"

    def unfinished(self, major: int) -> Path:
        """Exists while the data folder of this major is being made: such a folder is made again."""
        return self.folder / f"postgres-{major}.unfinished"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def passwords(self) -> Path:
        return self.folder / "passwords.json"

    def majors(self) -> list[int]:
        """Major versions whose data folder is complete, oldest first."""
        names = (re.fullmatch(r"postgres-(\d+)", entry.name) for entry in self.folder.iterdir())
        found = [int(name[1]) for name in names if name]
        return sorted(m for m in found if self._complete(m))

    def _complete(self, major: int) -> bool:
        return (self.data(major) / "PG_VERSION").exists() and not self.unfinished(major).exists()


def place_in(chosen: Path, account: Account | None) -> Place:
    """The database's folder under `chosen`.

    When root chose a folder that the database's account cannot enter (a 0700 home), nothing is opened up:
    the folder is a link to one under /var/lib/alongside.
    """
    mode = 0o711 if account else 0o700
    chosen.mkdir(mode=mode, parents=True, exist_ok=True)
    folder = chosen / "database"
    if not folder.is_symlink() and not folder.exists() and not reaches(chosen, account):
        folder.symlink_to(_elsewhere(chosen))
    if not folder.resolve().exists():
        folder.resolve().mkdir()
        folder.resolve().chmod(mode)
    return Place(folder.resolve())


def _elsewhere(chosen: Path) -> Path:
    SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
    return SHARED / f"data-{hashlib.sha256(str(chosen.resolve()).encode()).hexdigest()[:12]}"
