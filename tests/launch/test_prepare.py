"""An administrator's address is used once: afterwards four roles exist that can do what they must and no more."""

import psycopg
import pytest

from alongside.project import roles
from alongside.project.prepare import prepare_server
from alongside.project.troubles import Trouble

REFUSED = psycopg.errors.InsufficientPrivilege


@pytest.fixture
def made(unprepared):
    return prepare_server(unprepared.url())


def asked(url, words):
    with psycopg.connect(url, autocommit=True) as connection:
        done = connection.execute(words)
        return done.fetchall() if done.description else None


def test_each_role_has_its_powers_and_no_other(made, unprepared):
    rows = asked(
        unprepared.url(),
        "select rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolcanlogin"
        " from pg_roles where rolname like 'alongside%' order by 1",
    )
    assert rows == [
        ("alongside_app", False, False, False, False, False, True),
        ("alongside_backup", False, False, False, False, True, True),
        ("alongside_disposal", False, False, False, False, False, True),
        ("alongside_owner", False, False, False, False, False, True),
    ]


def test_the_database_is_the_owners_with_rules_that_every_machine_has(made, unprepared):
    rows = asked(
        unprepared.url(),
        "select pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datlocprovider::text, datlocale"
        " from pg_database where datname = 'alongside'",
    )
    assert rows == [("alongside_owner", "UTF8", "b", "C.UTF-8")]
    assert asked(made[roles.APP], "show synchronous_commit") == [("on",)]
    assert asked(made[roles.APP], "show timezone") == [("UTC",)]


def test_the_application_makes_nothing(made):
    for words in ("create table x ()", "create schema x", "create temp table x ()", "create role x"):
        with pytest.raises(REFUSED):
            asked(made[roles.APP], words)


def test_the_backup_reads_what_the_owner_makes_and_writes_nothing(made):
    asked(made[roles.OWNER], "create table notes (id int)")
    asked(made[roles.OWNER], "alter table notes enable row level security, force row level security")
    assert asked(made[roles.BACKUP], "select * from notes") == []
    for words in ("insert into notes values (1)", "delete from notes", "create table x ()"):
        with pytest.raises(REFUSED):
            asked(made[roles.BACKUP], words)
    with pytest.raises(REFUSED):
        asked(made[roles.APP], "select * from notes")


def test_nobody_else_may_connect(made, unprepared):
    asked(unprepared.url(), "create role manager login password 'm'")
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(unprepared.url("manager", "alongside").replace(unprepared.password("manager"), "m"))


def test_a_second_time_is_refused_unless_new_passwords_are_wanted(made, unprepared):
    with pytest.raises(Trouble, match="prepared before .*--new-passwords"):
        prepare_server(unprepared.url())
    again = prepare_server(unprepared.url(), renew=True)
    assert asked(again[roles.APP], "select 1") == [(1,)]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(made[roles.APP])


def test_a_managed_servers_administrator_is_enough(unprepared):
    asked(unprepared.url(), "create role manager login password 'm' createdb createrole bypassrls")
    url = unprepared.url("manager").replace(unprepared.password("manager"), "m")
    made = prepare_server(url)
    assert asked(made[roles.OWNER], "select current_user, current_database()") == [("alongside_owner", "alongside")]


def test_somebody_who_may_not_is_told(unprepared):
    asked(unprepared.url(), "create role manager login password 'm'")
    url = unprepared.url("manager").replace(unprepared.password("manager"), "m")
    with pytest.raises(Trouble, match="This administrator may not prepare the server"):
        prepare_server(url)
    assert asked(unprepared.url(), "select count(*) from pg_roles where rolname like 'alongside%'") == [(0,)]


def test_a_server_that_does_not_answer_is_named(tmp_path):
    with pytest.raises(Trouble, match="The database does not let us in"):
        prepare_server(f"postgresql://postgres@/postgres?host={tmp_path}")
    with pytest.raises(Trouble, match="The database does not let us in"):
        prepare_server("not an address")
