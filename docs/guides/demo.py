"""A demo agency of one's own, served for as long as it is looked at."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.project.ports import port_to_use

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def demo_agency() -> Iterator[str]:
    """The address of a demo agency in a cluster made for this; both are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-pictures-"))
    folder.chmod(0o755)
    port = str(port_to_use("127.0.0.1", None))
    serve = [sys.executable, "-m", "alongside", "serve", "--workers", "1"]
    order = [*serve, "--port", port, "--data", str(folder / "data")]
    running = subprocess.Popen(order, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, text=True)
    try:
        yield _address(running)
    finally:
        running.terminate()
        running.wait()
        shutil.rmtree(folder)


def _address(running: "subprocess.Popen[str]") -> str:
    """As the server announces it. Raises `RuntimeError` when it ends without."""
    assert running.stdout is not None
    for line in running.stdout:
        if said := re.search(r"Alongside is at (http://\S+?)/?$", line.strip()):
            return said[1]
    raise RuntimeError("the demo agency did not start; its reason is above")
