"""The folder that holds everything of one installation: its database, files and secret."""

import os
import secrets
import shutil
import sys
from contextlib import nullcontext
from pathlib import Path

from .cluster import unused
from .troubles import Trouble

NOTE = "README.txt"
WORDS = """Alongside keeps its data in this folder: the database, files and keys of one installation.
Whoever can read it can read the records in it. Back it up as docs/operations/README.md says.
"""
ROOT = Path(__file__).resolve().parents[2]


def chosen_folder(told: str | None) -> Path:
    """What --data said, or ALONGSIDE_DATA, or `.alongside` in the checkout; absolute."""
    return Path(told or os.environ.get("ALONGSIDE_DATA") or ROOT / ".alongside").absolute()


def claim(folder: Path) -> None:
    """Make the folder, with its note and secret; refuses one that holds other things."""
    try:
        if not folder.exists():
            folder.mkdir(parents=True)
            folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        if not _is_ours(folder) and any(folder.iterdir()):
            raise Trouble(f"{folder} holds other things already: choose an empty or a new folder with --data.")
        (folder / NOTE).write_text(WORDS)
        _make_secret(folder / "secret")
    except OSError as error:
        raise Trouble(f"{folder} cannot hold the data ({error.strerror}): choose another with --data.") from error


def delete(folder: Path, *, yes: bool) -> None:
    """Delete everything in the folder, after asking; nothing that Alongside did not make."""
    if not folder.exists():
        return
    if not _is_ours(folder) and any(folder.iterdir()):
        raise Trouble(f"{folder} was not made by Alongside and is not deleted: name its data folder with --data.")
    if not yes:
        _ask(folder)
    database = (folder / "database").resolve()
    with unused(database) if database.exists() else nullcontext():
        print(f"Deleting {folder} and everything in it.", file=sys.stderr, flush=True)
        shutil.rmtree(database, ignore_errors=True)
        shutil.rmtree(folder)


def _is_ours(folder: Path) -> bool:
    note = folder / NOTE
    return note.is_file() and note.read_text(errors="replace").startswith(WORDS.partition("\n")[0])


def _ask(folder: Path) -> None:
    if not sys.stdin.isatty():
        raise Trouble(f"--fresh deletes {folder}: add --yes when nobody is there to be asked.")
    answer = input(f"Delete {folder} and everything in it? Type yes to go on: ")
    if answer.strip().lower() != "yes":
        raise Trouble("Nothing was deleted.")


def _make_secret(file: Path) -> None:
    """The key that signs cookies. Several machines that serve one database share it by ALONGSIDE_SECRET."""
    if not file.exists():
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(48))
