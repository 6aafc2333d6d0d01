"""A dump made by the backup role, restored by the owner into a server that was only prepared: all is there."""

import subprocess

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from alongside.project import roles
from alongside.project.powers import refuse_if_powerful
from alongside.project.prepare import prepare_server

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


@pytest.mark.slow
def test_a_dump_is_restored_whole(world, committed, templates, unprepared, tmp_path):
    made = prepare_server(unprepared.url())
    dump = str(tmp_path / "alongside.dump")
    run(templates.cluster, "pg_dump", committed.url("backup"), "--format=custom", "-f", dump)
    run(templates.cluster, "pg_restore", made[roles.OWNER], "--exit-on-error", "--no-owner", "-d", "alongside", dump)
    before, after = counts(committed.url("backup")), counts(made[roles.BACKUP])
    assert before == after
    assert sum(before.values()) > 50
    with psycopg.connect(made[roles.APP]) as connection:
        refuse_if_powerful(connection)
        assert connection.execute("select count(*) from people_client").fetchone() == (0,), "the wall is open"
