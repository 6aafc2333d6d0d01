"""The processes that serve: the web and the worker. They know the application's address and nothing more."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from .data_folder import ROOT
from .dying import ends_with_parent

PRIVATE = ("DATABASE_URL", "ALONGSIDE_OWNER_DATABASE_URL", "ALONGSIDE_AS_OWNER")
PATIENCE = 15  # seconds that a child gets to finish what it is doing


def start(name_and_words: list[str], app_url: str, folder: Path) -> subprocess.Popen[bytes]:
    """`python -m` these words, in a session of its own so that Ctrl-C reaches the parent alone."""
    kept = {name: value for name, value in os.environ.items() if name not in PRIVATE}
    path = os.pathsep.join([str(ROOT), *filter(None, [kept.get("PYTHONPATH")])])
    ours = {"ALONGSIDE_DATABASE_URL": app_url, "ALONGSIDE_DATA": str(folder), "PYTHONPATH": path}
    return subprocess.Popen(
        [sys.executable, "-m", *name_and_words], env={**kept, **ours}, cwd=ROOT, stdin=subprocess.DEVNULL,
        start_new_session=True, preexec_fn=ends_with_parent(signal.SIGTERM),
    )  # fmt: skip


def web(host: str, port: int, workers: int) -> list[str]:
    """The web server. Each blocking thread holds one database connection."""
    return [
        "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers),
        "--blocking-threads", "4", "--no-ws", "--log-level", "warning", "--workers-kill-timeout", "5s",
        "alongside.project.wsgi:application",
    ]  # fmt: skip


def worker() -> list[str]:
    return ["alongside.project.worker"]


def end(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask all to finish, wait, and end whatever of their process groups is left."""
    for child in children.values():
        _signal(child, signal.SIGTERM)
    until = time.monotonic() + PATIENCE
    for child in children.values():
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, until - time.monotonic()))
        _signal(child, signal.SIGKILL)
        child.wait()


def _signal(child: subprocess.Popen[bytes], order: signal.Signals) -> None:
    """To the child's whole group: its own children may outlive it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, order)
