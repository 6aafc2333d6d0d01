"""A dump made by the backup role, restored by the owner into a server that was only prepared: all is there."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from alongside.foundation import sealing, tenancy
from alongside.foundation.models import Letter
from alongside.people import actions as people
from alongside.project import roles, worker
from alongside.project.powers import refuse_if_powerful
from alongside.project.prepare import prepare_server
from tests.connecting import connected_to

TABLES = "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"


def run(cluster, program, url, *words):
    told = conninfo_to_dict(url)
    names = {"host": "PGHOST", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE"}
    environment = {names[name]: value for name, value in told.items()}
    subprocess.run([cluster.binaries / program, *words], env=environment, check=True)


def counts(url):
    with psycopg.connect(url) as connection:
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        count = sql.SQL("select count(*) from {}")
        return {name: connection.execute(count.format(sql.Identifier(name))).fetchone()[0] for name in names}


def restored(world_at, server, into, folder):
    """What `world_at` holds, by way of a dump, in a server that was only prepared."""
    dump = str(folder / "alongside.dump")
    run(server, "pg_dump", world_at, "--format=custom", "-f", dump)
    run(server, "pg_restore", into, "--exit-on-error", "--no-owner", "-d", "alongside", dump)


@pytest.mark.slow
def test_a_dump_is_restored_whole(world, committed, templates, unprepared, tmp_path):
    made = prepare_server(unprepared.url())
    restored(committed.url("backup"), templates.cluster, made[roles.OWNER], tmp_path)
    before, after = counts(committed.url("backup")), counts(made[roles.BACKUP])
    assert before == after
    assert sum(before.values()) > 50
    with psycopg.connect(made[roles.APP]) as connection:
        refuse_if_powerful(connection)
        assert connection.execute("select count(*) from people_client").fetchone() == (0,), "the wall is open"


@pytest.mark.slow
def test_what_was_restored_goes_on_reacting_and_verifies(
    world, committed, templates, unprepared, tmp_path, settings, django_db_blocker
):
    """Transaction ids of the old server are far above those of the new one, and one entry had not settled."""
    settings.DATA = tmp_path
    worker.once(seal_now=True)
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("do $$ begin for n in 1..20000 loop perform pg_current_xact_id(); commit; end loop; end $$")
    open_by_glass(world, world.theo)
    made = prepare_server(unprepared.url())
    restored(committed.url("backup"), templates.cluster, made[roles.OWNER], tmp_path)
    with connected_to(made[roles.APP], django_db_blocker):
        assert letters(world) == 0
        worker.once(seal_now=True)
        assert letters(world) == 1, "what happened before the dump has its consequence after it"
        open_by_glass(world, world.lucia)
        worker.once(seal_now=True)
        assert letters(world) == 2
        worker.once(seal_now=True)
        assert letters(world) == 2
        with tenancy.inside(world.agency):
            assert sealing.verify() == []


def open_by_glass(world, client):
    with tenancy.inside(world.agency):
        by = replace(world.ben, confirmed_at=datetime.now(UTC))
        people.break_glass(by=by, on=client, reason="He was found alone at the bus station.")


def letters(world):
    with tenancy.inside(world.agency):
        return Letter.objects.filter(code="people.letter.glass").count()
