"""Put the locked packages into `.venv`, once: a stamp tells when nothing has to be done."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .indexes import uv_environment
from .installer import installer
from .machine import processor
from .syncing import sync
from .trouble import Trouble

RUNTIME, TEST, BUILD = "requirements.lock", "requirements-test.lock", "requirements-build.lock"
SHIM = """#!/bin/sh
exec "$(dirname -- "$0")/python" -m alongside "$@"
"""


def installed(root: Path, lock: str) -> Path:
    """The Python in `.venv` with the packages of `lock`, installed if its stamp is not current."""
    venv = root / ".venv"
    python = venv / "bin" / "python"
    if _current(root, venv, lock):
        return python
    processor()
    venv.mkdir(exist_ok=True)
    with _alone(venv):
        if not _current(root, venv, lock):
            _install(root, venv, lock)
    return python


def _current(root: Path, venv: Path, lock: str) -> bool:
    """The test packages contain the runtime ones: either stamp will do for the runtime."""
    enough = (lock, TEST) if lock == RUNTIME else (lock,)
    stamp = venv / "installed"
    told = stamp.read_text() if stamp.exists() else ""
    return told in {_stamp(root, name) for name in enough} and (venv / "bin" / "python").exists()


def _stamp(root: Path, lock: str) -> str:
    """Changes with the locked packages, with this Python and with the place of the checkout."""
    version = ".".join(map(str, sys.version_info[:3]))
    parts = [lock, (root / lock).read_text(), (root / BUILD).read_text(), version, str(root)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _install(root: Path, venv: Path, lock: str) -> None:
    (venv / "installed").unlink(missing_ok=True)
    uv, environment = installer(venv / "installer"), _environment(venv)
    _make_environment(uv, venv, environment)
    sync(uv, venv, root / lock, root / BUILD, environment)
    _link_checkout(root, venv)
    (venv / "installed").write_text(_stamp(root, lock))


def _environment(venv: Path) -> dict[str, str]:
    ours = uv_environment()
    home = Path(ours.get("HOME") or "/nonexistent")
    if not os.access(home, os.W_OK):
        ours.setdefault("UV_CACHE_DIR", str(venv / "cache"))
    ours.pop("VIRTUAL_ENV", None)
    ours.pop("PYTHONPATH", None)
    return {**ours, "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never"}


def _make_environment(uv: Path, venv: Path, environment: dict[str, str]) -> None:
    for old in ("bin", "lib", "lib64"):
        place = venv / old
        place.unlink() if place.is_symlink() else shutil.rmtree(place, ignore_errors=True)
    order = [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, venv]
    made = subprocess.run(order, env=environment, capture_output=True, text=True, check=False)
    if made.returncode:
        raise Trouble(f"The folder .venv could not be made: {made.stderr.strip()}")


def _link_checkout(root: Path, venv: Path) -> None:
    """So that `.venv/bin/alongside VERB` works from any folder."""
    packages = next((venv / "lib").glob("python3.*/site-packages"))
    (packages / "alongside-checkout.pth").write_text(f"{root}\n")
    shim = venv / "bin" / "alongside"
    shim.write_text(SHIM)
    shim.chmod(0o755)


@contextmanager
def _alone(venv: Path) -> Iterator[None]:
    """Two starts at once: the second waits, then finds the work done."""
    with (venv / "installing.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
