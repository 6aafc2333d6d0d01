"""A cluster is made as promised: its settings, who may reach it, and that it ends with the block."""

import os
import shutil
import socket
import stat
import tempfile
from pathlib import Path

import psycopg
import pytest

from alongside.project.cluster import running
from alongside.project.cluster.pidfile import living_postmaster
from alongside.project.cluster.tests.conftest import alive

ASKED = ("data_checksums", "synchronous_commit", "listen_addresses", "password_encryption", "timezone", "fsync")


@pytest.fixture(scope="module")
def one():
    """A cluster for those who only ask it something."""
    made = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    made.chmod(0o755)
    with running(made / "data") as cluster:
        yield cluster
    shutil.rmtree(made)


def test_it_is_made_as_promised_and_ends_with_the_block(folder):
    with running(folder) as cluster, psycopg.connect(cluster.url()) as connection:
        settings = {name: connection.execute(f"show {name}").fetchone()[0] for name in ASKED}
        locale = connection.execute(
            "select datlocprovider::text, datlocale, pg_encoding_to_char(encoding) from pg_database"
            " where datname = 'postgres'"
        ).fetchone()
        pid = living_postmaster(cluster.place.data(18))
        assert alive(pid)
        assert stat.S_IMODE(os.stat(cluster.socket).st_mode) == 0o700
        assert stat.S_IMODE(os.stat(cluster.place.passwords).st_mode) == 0o600
    assert settings == dict(zip(ASKED, ("on", "on", "", "scram-sha-256", "UTC", "on"), strict=True))
    assert locale == ("b", "C.UTF-8", "UTF8")
    assert not alive(pid)


def test_upper_and_lower_case_are_right_beyond_ascii(one):
    with psycopg.connect(one.url()) as connection:
        assert connection.execute("select upper('é'), 'ÉMILE' ilike 'émile'").fetchone() == ("É", True)


def test_nobody_enters_without_the_password(one):
    wrong = one.url().replace(one.password("postgres"), "guessed")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_no_network_port_is_opened(one):
    with socket.socket() as tried:
        tried.settimeout(1)
        assert tried.connect_ex(("127.0.0.1", 5432)) != 0 or not _listens_on_network(one)


def _listens_on_network(cluster) -> bool:
    """Whether the postmaster itself holds a TCP socket that listens."""
    listening = {
        line.split()[9]
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        if line.split()[3] == "0A"
    }
    held = Path(f"/proc/{cluster.postmaster.process.pid}/fd")
    return any(os.readlink(fd) == f"socket:[{inode}]" for fd in held.iterdir() for inode in listening)


def test_what_people_wrote_is_not_in_the_log(one):
    with psycopg.connect(one.url(), autocommit=True) as connection:
        connection.execute("create table names (name text primary key)")
        connection.execute("insert into names values ('Theo Marsh')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("insert into names values ('Theo Marsh')")
        log = one.place.log.read_text()
    assert "duplicate key" in log
    assert "Theo" not in log


@pytest.mark.parametrize(
    "name", ['with space\'s "and" quotes, é', "long/" + "/".join(["sixty" * 12] * 4)], ids=["quotes", "long"]
)
def test_any_folder_name_will_do(folder, name):
    with running(folder / name) as cluster, psycopg.connect(cluster.url()) as connection:
        connection.execute("create table kept (n int)")
        assert stat.S_IMODE(os.stat(cluster.socket).st_mode) == 0o700
        assert not stat.S_ISLNK(os.lstat(cluster.socket).st_mode)
    with running(folder / name) as cluster, psycopg.connect(cluster.url()) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (0,)
    assert not cluster.socket.exists() or cluster.socket.parent == cluster.place.folder
