"""Copy every role and database of one running server into another, with the new server's own tools."""

import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from alongside.project.dying import ends_with_parent
from alongside.project.progress import Progress, Say
from alongside.project.troubles import Trouble

from .account import Account, give, switch
from .addresses import socket_url
from .binaries import Binaries
from .passwords import ADMINISTRATOR, password_of
from .place import Place
from .programs import clean_environment, run_program

BEGUN = re.compile(r'(?:dumping contents of|processing data for) table "(.+)"')


@dataclass(frozen=True)
class Server:
    place: Place
    socket: Path

    def connect(self, database: str) -> psycopg.Connection:
        password = password_of(self.place, ADMINISTRATOR)
        return psycopg.connect(socket_url(self.socket, ADMINISTRATOR, password, database), autocommit=True)

    @property
    def environment(self) -> dict[str, str]:
        password = password_of(self.place, ADMINISTRATOR)
        return {
            "PGHOST": str(self.socket),
            "PGUSER": ADMINISTRATOR,
            "PGPASSWORD": password,
            "PGDATABASE": "postgres",
        }


def copy_everything(source: Server, target: Server, binaries: Binaries, account: Account | None, say: Say) -> None:
    """Roles with their passwords, then each database; raises `Trouble` if a table then has other rows."""
    scratch = source.place.folder / "conversion"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(mode=0o700)
    give(scratch, account)
    _copy_roles(source, target, binaries, account, scratch / "roles.sql")
    for database in _databases(source):
        dump, sizes = scratch / "dump", _sizes(source, database)
        words = ["pg_dump", "--format=directory", "--create", "--verbose", "-f", dump, database]
        _followed(binaries, account, words, source, Progress(say, f"Reading {database}", _mb(sizes), "MB"), sizes)
        words = ["pg_restore", "--create", "--exit-on-error", "--verbose", "-d", "postgres", dump]
        _followed(binaries, account, words, target, Progress(say, f"Writing {database}", _mb(sizes), "MB"), sizes)
        shutil.rmtree(dump)
        _compare(source, target, database, say)
    shutil.rmtree(scratch)


def _copy_roles(source: Server, target: Server, binaries: Binaries, account: Account | None, file: Path) -> None:
    told = run_program(binaries, account, "pg_dumpall", "--globals-only", **source.environment)
    file.write_text(told.replace(f"CREATE ROLE {ADMINISTRATOR};\n", ""))
    give(file, account)
    run_program(binaries, account, "psql", "-X", "-v", "ON_ERROR_STOP=1", "-q", "-f", file, **target.environment)


def _databases(server: Server) -> list[str]:
    query = "select datname from pg_database where not datistemplate and datname <> 'postgres' order by 1"
    with server.connect("postgres") as connection:
        return [name for (name,) in connection.execute(query)]


def _sizes(server: Server, database: str) -> dict[str, int]:
    query = """select n.nspname || '.' || c.relname, pg_table_size(c.oid)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'"""
    with server.connect(database) as connection:
        return dict(connection.execute(query).fetchall())


def _mb(sizes: dict[str, int]) -> int:
    return sum(sizes.values()) // 10**6 + 1


def _followed(
    binaries: Binaries, account: Account | None, words: list[object], server: Server,
    progress: Progress, sizes: dict[str, int],
) -> None:  # fmt: skip
    """Run the program and advance by the size of each table that it is through with."""
    order = [binaries / str(words[0]), *map(str, words[1:])]
    lines: list[str] = []
    with subprocess.Popen(
        order, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd="/",
        env=clean_environment(**server.environment), preexec_fn=ends_with_parent(signal.SIGTERM), **switch(account),
    ) as process:  # fmt: skip
        assert process.stderr is not None
        through = 0
        for table in _tables_begun(process.stderr, lines):
            progress.advance_to(through // 10**6)
            through += sizes.get(table, 0)
    if process.returncode:
        raise Trouble(f"The data could not be converted: {' '.join(lines[-3:])} The old data is untouched.")
    progress.advance_to(_mb(sizes))


def _tables_begun(stream: Iterator[str], lines: list[str]) -> Iterator[str]:
    for line in stream:
        lines[:] = [*lines[-4:], line.strip()]
        if found := BEGUN.search(line):
            yield found[1]


def _compare(source: Server, target: Server, database: str, say: Say) -> None:
    before, after = _rows(source, database), _rows(target, database)
    wrong = sorted(table for table in before if before[table] != after.get(table))
    if wrong:
        raise Trouble(f"After converting, these tables differ: {', '.join(wrong)}. The old data is untouched.")
    say(f"{database}: {len(before)} tables, {sum(before.values())} rows, the same on both sides.")


def _rows(server: Server, database: str) -> dict[str, int]:
    with server.connect(database) as connection:
        return {name: _count(connection, name) for name in _sizes(server, database)}


def _count(connection: psycopg.Connection, name: str) -> int:
    schema, table = name.split(".", 1)
    query = sql.SQL("select count(*) from {}").format(sql.Identifier(schema, table))
    return connection.execute(query).fetchone()[0]
