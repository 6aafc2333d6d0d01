"""Start and stop the PostgreSQL server process; it ends with the process that started it."""

import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alongside.project.dying import ends_with_parent
from alongside.project.troubles import Trouble

from .account import Account, switch
from .binaries import Binaries
from .pidfile import claimed_pid, claimed_socket, forget_unreadable, living_postmaster
from .place import Place
from .programs import clean_environment
from .sockets import make_socket_folder, remove_socket_folder

PATIENCE = 120  # seconds for a start; recovery after a crash may need most of it
LOG_LIMIT = 20_000_000  # bytes; a longer log is put aside on start
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "synchronous_commit": "on",
    "log_min_error_statement": "panic",  # statements and keys hold what clients said: not in a log
    "log_error_verbosity": "terse",
}


@dataclass
class Postmaster:
    process: subprocess.Popen[bytes]
    socket: Path

    def stop(self) -> None:
        """Fast shutdown: open transactions roll back, everything committed is on disk. Waits for the end."""
        for order, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 30)):
            if self.process.poll() is None:
                self.process.send_signal(order)
                _wait(self.process, seconds)
        remove_socket_folder(self.socket)


def start_postmaster(
    place: Place,
    binaries: Binaries,
    account: Account | None,
    answers: Callable[[Path], bool],
    settings: Sequence[str] = (),
) -> Postmaster:
    """Start the server on its data folder and wait until it answers. The caller holds the lock.

    `answers(socket)` tells whether it does; `settings` are "name=value" texts that go after ours.
    """
    data = place.data(binaries.major)
    _forget_old_socket(data)
    forget_unreadable(data)
    socket = make_socket_folder(place, binaries.major, account)
    _put_long_log_aside(place.log)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        process = _spawn(place, binaries, account, socket, settings)
        while process.poll() is None and time.monotonic() < until:
            if answers(socket):
                return Postmaster(process, socket)
            time.sleep(0.03)
        if process.poll() is None or not _may_try_again(place.log):
            break
        time.sleep(0.3)
    Postmaster(process, socket).stop()
    raise Trouble(f"PostgreSQL did not start: {_last_words(place.log)} The whole log is {place.log}.")


def wait_for_end(data: Path, seconds: float) -> bool:
    """Whether no PostgreSQL runs on this data folder, after waiting for one that is on its way out."""
    until = time.monotonic() + seconds
    while living_postmaster(data) and time.monotonic() < until:
        time.sleep(0.05)
    return living_postmaster(data) is None


def _spawn(
    place: Place, binaries: Binaries, account: Account | None, socket: Path, settings: Sequence[str]
) -> subprocess.Popen[bytes]:
    data = place.data(binaries.major)
    quoted = '"' + str(socket).replace('"', '""') + '"'
    ours = [f"{name}={value}" for name, value in SETTINGS.items()]
    words = [word for s in [*ours, *settings, f"unix_socket_directories={quoted}"] for word in ("-c", s)]
    with place.log.open("ab") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", str(data), *words],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=_environment(data),
            start_new_session=True, preexec_fn=ends_with_parent(signal.SIGINT), **switch(account),
        )  # fmt: skip


def _environment(data: Path) -> dict[str, str]:
    """PostgreSQL would not start while a stale pid belongs to a stranger: tell it to look past that pid."""
    pid = claimed_pid(data)
    return clean_environment(**({"PG_GRANDPARENT_PID": str(pid)} if pid else {}))


def _may_try_again(log: Path) -> bool:
    """After kill -9 of a postmaster its children hold the shared memory for a moment."""
    return "shared memory block" in _tail(log)


def _forget_old_socket(data: Path) -> None:
    if old := claimed_socket(data):
        remove_socket_folder(old)


def _put_long_log_aside(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.rename(log.with_suffix(".log.1"))


def _last_words(log: Path) -> str:
    told = [line for line in _tail(log).splitlines() if "FATAL" in line or "PANIC" in line]
    return told[-1] if told else "it gave no reason."


def _tail(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:] if log.exists() else ""


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return
