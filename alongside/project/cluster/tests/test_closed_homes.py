"""Root's checkout in a home that is closed to every other account: nothing is opened, everything works."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import psycopg
import pytest

from alongside.project.cluster import running
from alongside.project.cluster.account import database_account
from alongside.project.cluster.binaries import SHARED, installed_binaries

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root has another account run the database")


@pytest.fixture
def closed():
    """A 0700 folder of this account."""
    made = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    yield made
    link = made / "data" / "database"
    if link.is_symlink():
        shutil.rmtree(link.resolve())
    shutil.rmtree(made)


@root_only
def test_the_data_go_where_the_database_can_read_them(closed):
    with running(closed / "data") as cluster, psycopg.connect(cluster.url()) as connection:
        connection.execute("create table kept (n int)")
        assert cluster.place.folder.parent == SHARED
    assert stat.S_IMODE(os.stat(closed).st_mode) == 0o700
    assert (closed / "data" / "database").is_symlink()
    with running(closed / "data") as cluster, psycopg.connect(cluster.url()) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (0,)


@root_only
def test_the_programs_are_copied_where_the_database_can_run_them(closed, monkeypatch):
    account = database_account()
    shutil.copytree(installed_binaries(account).folder.parent, closed / "install", symlinks=True)
    monkeypatch.setattr("alongside.project.cluster.binaries._packaged_folder", lambda: closed / "install" / "bin")
    found = installed_binaries(account)
    assert found.major == 18
    assert found.folder.is_relative_to(SHARED)
    assert installed_binaries(account) == found
    assert stat.S_IMODE(os.stat(closed).st_mode) == 0o700
    shutil.rmtree(found.folder.parent)


def test_an_ordinary_account_keeps_everything_to_itself(folder):
    if os.geteuid() == 0:
        pytest.skip("this is root")
    with running(folder) as cluster:
        assert stat.S_IMODE(os.stat(cluster.place.folder).st_mode) == 0o700
