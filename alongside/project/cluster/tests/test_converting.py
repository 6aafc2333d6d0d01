"""From an older PostgreSQL to this one: everything arrives, and the old data stay until all is well."""

import shutil
from pathlib import Path

import psycopg
import pytest

from alongside.project.cluster import confirm_conversion, running
from alongside.project.cluster.account import database_account
from alongside.project.cluster.addresses import socket_url
from alongside.project.cluster.binaries import Binaries
from alongside.project.cluster.creation import create_data, finish_data
from alongside.project.cluster.passwords import answers, password_of
from alongside.project.cluster.place import place_in
from alongside.project.cluster.postmaster import start_postmaster
from alongside.project.prepare import prepare_server
from alongside.project.roles import APP, OWNER, make_roles
from alongside.project.troubles import Trouble

OLD = Binaries(Path("/usr/lib/postgresql/15/bin"), 15)
ROWS = 20_000

two_majors = pytest.mark.skipif(
    not (OLD.folder / "postgres").exists(), reason="no second PostgreSQL: apt-get install postgresql-15"
)


@pytest.fixture
def old(folder):
    """A folder with a complete PostgreSQL 15 cluster in it: roles, a walled table."""
    account = database_account()
    place = place_in(folder, account)
    create_data(place, OLD, account)
    finish_data(place, OLD.major)
    server = start_postmaster(place, OLD, account, lambda socket: answers(place, socket))
    administrator = socket_url(server.socket, "postgres", password_of(place, "postgres"), "postgres")
    try:
        _fill(administrator, {role: password_of(place, role) for role in (OWNER, APP)})
        with pytest.raises(Trouble, match="needs 17.6 or newer"):
            prepare_server(administrator)
    finally:
        server.stop()
    return folder


def _fill(administrator: str, passwords: dict[str, str]) -> None:
    with psycopg.connect(administrator, autocommit=True) as connection:
        make_roles(connection, passwords)
        connection.execute("create database alongside owner alongside_owner")
        connection.execute("alter database alongside set timezone = 'UTC'")
    with psycopg.connect(administrator.replace("/postgres?", "/alongside?"), autocommit=True) as connection:
        connection.execute("set role alongside_owner")
        connection.execute("create table notes (id int primary key, body text check (body <> ''))")
        connection.execute("alter table notes enable row level security, force row level security")
        connection.execute("create policy whose on notes using (id % 2 = 0)")
        connection.execute("grant select on notes to alongside_app")
        connection.execute("reset role")
        connection.execute(f"insert into notes select n, repeat('é', 200) from generate_series(1, {ROWS}) n")


@two_majors
@pytest.mark.slow
def test_everything_arrives_and_the_old_data_stay_until_confirmed(old):
    said = []
    with running(old, say=said.append) as cluster:
        assert cluster.place.majors() == [15, 18]
        with psycopg.connect(cluster.url(APP, "alongside")) as connection:
            assert connection.info.server_version >= 180000
            assert connection.execute("select count(*), min(body) from notes").fetchone() == (ROWS // 2, "é" * 200)
            assert connection.execute("show timezone").fetchone() == ("UTC",)
        assert confirm_conversion(old) == [15]
        assert cluster.place.majors() == [18]
        assert confirm_conversion(old) == []
    assert any("MB" in line for line in said)
    assert f"alongside: 1 tables, {ROWS} rows, the same on both sides." in said


@two_majors
@pytest.mark.slow
def test_a_conversion_that_was_cut_short_begins_again(old):
    with running(old) as cluster:
        place = cluster.place
    place.unfinished(18).touch()
    with running(old) as cluster, psycopg.connect(cluster.url(OWNER, "alongside")) as connection:
        assert connection.execute("select count(*) from notes").fetchone() == (ROWS // 2,)
    assert place.majors() == [15, 18]


def test_data_of_a_newer_version_are_left_alone(folder):
    with running(folder) as cluster:
        place = cluster.place
    place.data(18).rename(place.data(99))
    with pytest.raises(Trouble, match="written by PostgreSQL 99.*install the newer version"), running(folder):
        pass
    assert not place.data(18).exists()


def test_missing_old_programs_are_asked_for(folder, monkeypatch):
    with running(folder) as cluster:
        place = cluster.place
    place.data(18).rename(place.data(9))
    monkeypatch.setenv("ALONGSIDE_OLD_BINARIES", str(folder))
    with pytest.raises(Trouble, match="install postgresql-9, or set ALONGSIDE_OLD_BINARIES"), running(folder):
        pass
    assert place.majors() == [9]
    shutil.rmtree(place.data(9))
