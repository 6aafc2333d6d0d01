"""An agency of any size, made by plain SQL as the superuser: what its pages show is what the product would hold."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from time import monotonic
from uuid import UUID

import psycopg
from psycopg import sql

from bench.world import clients, ledger, papers, plans, staff, stream, visits
from bench.world.size import Size

BORN = "select p.birth_date from people_client c join parties_party p on p.id = c.party_id where c.id = %s"
PARTS = (staff.put, clients.put, plans.put, visits.put, stream.put, papers.put, ledger.put)


@dataclass(frozen=True)
class World:
    """A filled database: the agency, and the ids of those who are looked at, by name."""

    database: str
    agency: UUID
    ids: dict[str, UUID]
    born: date

    @classmethod
    def read(cls, connection: psycopg.Connection, name: str) -> World:
        ids = dict(connection.execute("select what, id from bench_cast").fetchall())
        [born] = connection.execute(BORN, [ids["client"]]).fetchone()  # type: ignore[misc]
        return cls(name, ids["agency"], ids, born)


def made(connection: psycopg.Connection, size: Size, name: str) -> None:
    """Fill an empty, migrated database. `connection` is the superuser's, in autocommit."""
    began = monotonic()
    print(f"making {name}: {size.clients:,} clients, {size.observations:,} observations", file=sys.stderr, flush=True)
    connection.execute("set session_replication_role = replica")
    connection.execute("create table bench_cast (what text primary key, id uuid not null)")
    connection.execute("grant select on bench_cast to alongside_app")
    with lenient(connection):
        for put in PARTS:
            with connection.transaction(), connection.cursor() as cursor:
                put(cursor, size)
    connection.execute("vacuum analyze")
    print(f"made in {monotonic() - began:.0f} s", file=sys.stderr, flush=True)


@contextmanager
def lenient(connection: psycopg.Connection) -> Iterator[None]:
    """Meanwhile the database fills columns that the product would fill with nothing, so that SQL names what matters."""
    columns = connection.execute(EMPTY).fetchall()
    for table, column, empty in columns:
        _alter(connection, table, column, sql.SQL("set default ") + sql.SQL(empty))
    yield
    for table, column, _ in columns:
        _alter(connection, table, column, sql.SQL("drop default"))


def _alter(connection: psycopg.Connection, table: str, column: str, change: sql.Composable) -> None:
    words = sql.SQL("alter table {} alter column {} ").format(sql.Identifier(table), sql.Identifier(column))
    connection.execute(words + change)


EMPTY = """
select c.table_name, c.column_name, case c.data_type when 'text' then $$''$$ when 'boolean' then 'false' else '0' end
from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_nullable = 'NO' and c.column_default is null
  and c.is_identity = 'NO' and c.data_type in ('text', 'boolean', 'integer') and c.column_name <> 'id'
"""
