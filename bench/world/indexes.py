"""Filling a table is faster when its indexes are made afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import sql

OTHERS = """
select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
where i.indrelid = %s::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
"""


@contextmanager
def unindexed(cursor: Any, table: str) -> Iterator[None]:
    """Meanwhile `table` has no index but its key's; afterwards the same ones as before."""
    found = cursor.execute(OTHERS, [table]).fetchall()
    for name, _ in found:
        cursor.execute(sql.SQL("drop index {}").format(sql.Identifier(name)))
    yield
    cursor.execute("set local maintenance_work_mem = '512MB'")
    for _, definition in found:
        cursor.execute(definition)
