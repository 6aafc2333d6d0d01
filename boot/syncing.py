"""Install the packages of a lock file, telling how many there are and how long it takes."""

import queue
import re
import subprocess
import threading
from pathlib import Path
from typing import IO

from .saying import Step
from .trouble import Trouble

BEGUN = re.compile(r"^\s*Downloading (\S+) \(([\d.]+)(KiB|MiB|GiB)\)")
ENDED = re.compile(r"^\s*Downloaded (\S+)")
FETCHED = "Prepared "
USUAL = 0.5  # seconds for one package
UNITS = {"KiB": 1 / 1024, "MiB": 1.0, "GiB": 1024.0}


def sync(uv: Path, venv: Path, lock: Path, build: Path, environment: dict[str, str]) -> None:
    """Every package is checked against the hash in `lock`; those built here use the tools in `build`."""
    order = [
        uv, "pip", "sync", "--python", venv / "bin" / "python", "--require-hashes", "--compile-bytecode",
        "--build-constraint", build, lock,
    ]  # fmt: skip
    packages = count(lock)
    step = Step(f"Installing {packages} packages", seconds=round(packages * USUAL) + 1)
    with subprocess.Popen(
        order, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stderr is not None
        told = _followed(child.stderr, step)
    step.end()
    if child.returncode:
        raise Trouble(
            "The packages could not be installed: check the network and the free disk, and start again."
            f" The installer said: {' '.join(told[-4:])}"
        )


def count(lock: Path) -> int:
    """How many packages the lock file names for this system."""
    lines = (line for line in lock.read_text().splitlines() if "win32" not in line)
    return len({name[0] for line in lines if (name := re.match(r"[\w.-]+(?===)", line))})


def _followed(stream: IO[str], step: Step) -> list[str]:
    """Read uv's lines as they come and tell the amount at least every second; returns all lines."""
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_read, args=(stream, lines), daemon=True).start()
    told: list[str] = []
    sizes: dict[str, float] = {}
    done: set[str] = set()
    while (line := _next(lines)) is not None:
        if line:
            told.append(line.strip())
            _note(line, sizes, done)
        total, ready = sum(sizes.values()), sum(sizes.get(name, 0) for name in done)
        if ready < total:
            step.tell(f"{ready:.0f} of {total:.0f} MB", ready, total)
        elif line.lstrip().startswith(FETCHED):
            step.note("all are here; unpacking and compiling them, about 10 s left")
    return told


def _read(stream: IO[str], lines: queue.Queue[str | None]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _next(lines: queue.Queue[str | None]) -> str | None:
    try:
        return lines.get(timeout=1)
    except queue.Empty:
        return ""


def _note(line: str, sizes: dict[str, float], done: set[str]) -> None:
    if begun := BEGUN.match(line):
        sizes[begun[1]] = float(begun[2]) * UNITS[begun[3]]
    elif ended := ENDED.match(line):
        done.add(ended[1])
