"""A demo agency of one's own, served for as long as it is looked at."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alongside.project.ports import port_to_use

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Served:
    """Where a demo agency is served, and where its data are: None is where the command line looks by itself."""

    address: str
    data: Path | None = None

    def run(self, *words: str) -> None:
        """`alongside WORDS` on these data. Raises `CalledProcessError`."""
        there = {"ALONGSIDE_DATA": str(self.data)} if self.data else {}
        subprocess.run([sys.executable, "-m", "alongside", *words], cwd=ROOT, env={**os.environ, **there}, check=True)


@contextmanager
def demo_agency() -> Iterator[Served]:
    """A demo agency in a cluster made for this; both are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-pictures-"))
    folder.chmod(0o755)
    port = str(port_to_use("127.0.0.1", None))
    serve = [sys.executable, "-m", "alongside", "serve", "--workers", "1"]
    order = [*serve, "--port", port, "--data", str(folder / "data")]
    running = subprocess.Popen(order, cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, text=True)
    try:
        yield Served(_address(running), folder / "data")
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
