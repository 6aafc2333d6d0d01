"""`alongside serve`: bring the database up, migrate, then keep web and worker running until told to stop."""

import argparse
import contextlib
import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from . import children, freshness
from .cluster import Cluster
from .data_folder import chosen_folder, claim, delete
from .database import Database, connected, database
from .migrating import migrate
from .ports import held, port_to_use, serves_pages
from .powers import refuse_if_powerful
from .progress import to_terminal
from .troubles import Trouble

DEMO = "alongside.project.demo"
LOOK = 0.5  # seconds between two looks at the children
PATIENCE = 60  # seconds for the first page

Children = dict[str, subprocess.Popen[bytes]]


class Told(BaseException):
    """Somebody asked this process to stop: Ctrl-C, SIGTERM, or the terminal was closed."""


def main(words: list[str]) -> int:
    options = _options(words)
    folder = chosen_folder(options.data)
    with contextlib.suppress(Told, KeyboardInterrupt), _told_by_signals():
        if options.fresh:
            delete(folder, yes=options.yes)
        port = port_to_use(options.host, options.port)
        with held(options.host, port), database(folder, to_terminal, alone=True) as found:
            _bring_up_to_date(found, folder)
            _serve(found, folder, port, options)
    to_terminal("Stopped. Everything that was started has ended.")
    return 0


def _bring_up_to_date(found: Database, folder: Path) -> None:
    claim(folder)
    os.environ["ALONGSIDE_DATA"] = str(folder)
    if not freshness.is_current(folder, found.app):
        migrate(found.owner or found.app, to_terminal, static=True, look_only=found.owner is None)
        freshness.remember(folder, found.app)
    with connected(found.app) as connection:
        refuse_if_powerful(connection)


def _serve(found: Database, folder: Path, port: int, options: argparse.Namespace) -> None:
    running = {
        "web server": children.start(children.web(options.host, port, options.workers), found.app, folder),
        "worker": children.start(children.worker(), found.app, folder),
    }
    try:
        people = "" if options.no_demo else _demo(found)
        _wait_for_pages(options.host, port, running)
        _announce(options.host, port, people)
        _watch(running, found.cluster)
    finally:
        _ignore_signals()
        to_terminal("Stopping.")
        children.end(running)


def _demo(found: Database) -> str:
    """Make the demo agency when there is none; returns who to sign in as, in the demo's own words."""
    if importlib.util.find_spec(DEMO) is None or found.owner is None:
        return ""
    order = [sys.executable, "-m", "alongside", "demo"]
    environment = {**os.environ, **found.environment}
    done = subprocess.run(order, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Trouble("The demo agency could not be made; the reason is above. --no-demo starts without it.")
    return done.stdout.strip()


def _wait_for_pages(host: str, port: int, running: Children) -> None:
    until = time.monotonic() + PATIENCE
    while not serves_pages(host, port):
        _look_after(running)
        if time.monotonic() > until:
            raise Trouble("The web server gives no page; its own words are above.")
        time.sleep(0.1)


def _announce(host: str, port: int, people: str) -> None:
    shown = f"[{host}]" if ":" in host else host
    print(f"\nAlongside is at http://{shown}:{port}/", flush=True)
    if people:
        print(people, flush=True)
    print("Ctrl-C ends it.", flush=True)


def _watch(running: Children, cluster: Cluster | None) -> None:
    """Return never: a child that ends by itself is a `Trouble`, a signal is `Told`."""
    server = {"database": cluster.postmaster.process} if cluster and cluster.postmaster else {}
    while True:
        _look_after({**server, **running})  # without the database the others end too: name the cause
        time.sleep(LOOK)


def _look_after(running: Children) -> None:
    for name, child in running.items():
        if child.poll() is not None:
            raise Trouble(f"The {name} ended by itself (status {child.returncode}); its own words are above.")


@contextlib.contextmanager
def _told_by_signals() -> Iterator[None]:
    def tell(number: int, frame: object) -> None:
        raise Told

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, tell)
    yield


def _ignore_signals() -> None:
    """While everything ends, a second Ctrl-C would leave something running."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="alongside serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, metavar="N", help="8000, or the next free, when left out")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="web processes")
    parser.add_argument("--data", metavar="DIR", help="where all data are kept")
    parser.add_argument("--fresh", action="store_true", help="delete the data folder first; asks")
    parser.add_argument("--yes", action="store_true", help="with --fresh: do not ask")
    parser.add_argument("--no-demo", action="store_true", help="make no demo agency")
    return parser.parse_args(words)
