"""The program that installs packages (uv): the machine's own, or one fetched and checked against its hash."""

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

from .fetching import chunks_of, files_of
from .indexes import index_url
from .machine import processor
from .saying import Step
from .trouble import Trouble

VERSION = "0.13.6"
OLDEST = (0, 8)  # the first that takes every option we use
WHEELS = {  # processor: (file, SHA-256)
    "x86_64": (
        f"uv-{VERSION}-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        "22759b8895e1103578de6fb4cd27e94b4399d021023378d29f01333717751fba",
    ),
    "aarch64": (
        f"uv-{VERSION}-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl",
        "7ec5486476d67a4214c460b5492393ee2300d84e1de17b293100a019b413568b",
    ),
}


def installer(folder: Path) -> Path:
    """uv from the path when it is new enough; otherwise the one kept in `folder`, fetched when absent."""
    if (own := shutil.which("uv")) and _version(own) >= OLDEST:
        return Path(own)
    program = folder / f"uv-{VERSION}"
    if not program.exists():
        _fetch(program)
    return program


def _version(program: str) -> tuple[int, ...]:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout.split()
    parts = told[1].split(".")[:2] if len(told) > 1 else []
    return tuple(int(part) for part in parts if part.isdigit())


def _fetch(program: Path) -> None:
    name, digest = WHEELS[processor()]
    address = files_of("uv", index_url()).get(name)
    if address is None:
        raise Trouble(f"The package index has no {name}: install uv {VERSION} yourself and start again.")
    program.parent.mkdir(parents=True, exist_ok=True)
    wheel = program.with_suffix(".whl")
    _download(address, wheel, digest)
    _unpack(wheel, program)


def _download(address: str, wheel: Path, digest: str) -> None:
    step, seen, done = Step("Fetching the installer"), hashlib.sha256(), 0
    with wheel.open("wb") as out:
        for piece, total in chunks_of(address):
            seen.update(piece)
            out.write(piece)
            done += len(piece)
            step.tell(f"{done // 10**6} of {total // 10**6} MB", done, total)
    step.end()
    if seen.hexdigest() != digest:
        wheel.unlink()
        raise Trouble("The fetched installer is not the expected one (its hash differs): ask who runs your index.")


def _unpack(wheel: Path, program: Path) -> None:
    half = program.with_suffix(".half")
    with zipfile.ZipFile(wheel) as archive, half.open("wb") as out:
        out.write(archive.read(f"uv-{VERSION}.data/scripts/uv"))
    half.chmod(0o755)
    os.replace(half, program)
    wheel.unlink()
