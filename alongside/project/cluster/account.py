"""The unprivileged system account that PostgreSQL runs under when root starts it."""

import os
import pwd
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.project.troubles import Trouble

NAME = "alongside_pg"


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int

    @property
    def switch(self) -> dict[str, Any]:
        """Arguments that make `subprocess` run a program under this account alone."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def database_account() -> Account | None:
    """The account for PostgreSQL, made when absent; None for an ordinary user, who runs it as themselves."""
    if os.geteuid() != 0:
        return None
    for _ in range(20):
        if found := _existing():
            return found
        made = _make()
        if made.returncode:
            time.sleep(0.2)  # several processes may make it at once: only one of them gets the lock
    raise Trouble(
        f"PostgreSQL does not run as root, and the system account {NAME} could not be made"
        f" ({made.stderr.strip()}): run as an ordinary user, or make that account first."
    )


def switch(account: Account | None) -> dict[str, Any]:
    return account.switch if account else {}


def give(path: Path, account: Account | None) -> None:
    """Hand a file or folder over to the database's account."""
    if account:
        os.chown(path, account.uid, account.gid)


def reaches(path: Path, account: Account | None) -> bool:
    """Whether the account may enter this folder: false under root's own 0700 home."""
    if account is None:
        return True
    asked = subprocess.run(["test", "-x", str(path)], cwd="/", check=False, **account.switch)
    return asked.returncode == 0


def _existing() -> Account | None:
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _make() -> subprocess.CompletedProcess[str]:
    order = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    try:
        return subprocess.run(order, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path})
    except FileNotFoundError as missing:
        return subprocess.CompletedProcess(order, 127, "", str(missing))
