"""A folder for one cluster, and processes that hold it."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

HOLDING = [sys.executable, "-m", "alongside.project.cluster.tests.holding"]


@dataclass
class Holder:
    process: subprocess.Popen[str]
    said: str = ""

    def hear(self) -> "Holder":
        self.said = self.process.stdout.readline().strip()
        return self

    @property
    def url(self) -> str:
        return self.said.split()[0]

    @property
    def postmaster(self) -> int:
        """The pid of the PostgreSQL that it started; 0 when it joined somebody else's."""
        return int(self.said.split()[1])

    def let_go(self) -> None:
        self.process.stdin.close()

    def leave(self) -> int:
        self.let_go()
        return self.process.wait(60)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Reachable by the database's own account, unlike pytest's 0700 folders."""
    made = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    made.chmod(0o755)
    yield made / "data"
    shutil.rmtree(made)


@pytest.fixture
def hold(folder) -> Iterator:
    """`hold()`: start a process that holds the cluster; all are ended afterwards."""
    holders: list[Holder] = []

    def begin(*words: str, where: Path = folder) -> Holder:
        order = [*HOLDING, str(where), *words]
        holder = Holder(subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        holders.append(holder)
        return holder

    yield begin
    for holder in holders:  # all let go before any is waited for: who started it waits for the others
        holder.let_go()
    for holder in holders:
        holder.process.wait(60)
        holder.process.stdout.close()


def wait_for(question, seconds: float = 30.0) -> bool:
    """Whether it became true in time."""
    until = time.monotonic() + seconds
    while not question() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(question())


def alive(pid: int) -> bool:
    """Not gone and not a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def begin_counting(url: str) -> psycopg.Connection:
    connection = psycopg.connect(url, autocommit=True)
    connection.execute("create table if not exists counted (n int)")
    return connection


def count_until_cut(connection: psycopg.Connection, cut) -> int:
    """Insert rows one commit at a time; after the 50th `cut()` is called. How many were acknowledged."""
    acknowledged = 0
    try:
        while True:
            connection.execute("insert into counted values (1)")
            acknowledged += 1
            if acknowledged == 50:
                cut()
    except psycopg.Error:
        return acknowledged
