"""A copy of every row of the database, and putting one back: what a dump and its restore come to, in a moment."""

from typing import Any

import psycopg
from psycopg import sql

TABLES = """
select c.relname, array_agg(a.attname::text order by a.attnum)
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
  and exists (select from pg_attribute g where g.attrelid = c.oid and g.attname = 'agency_id' and not g.attisdropped)
group by c.relname order by c.relname
"""
Copy = dict[str, bytes]


class Copies:
    """Works as the superuser, past walls and triggers; only tables that changed are written."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg.connect(url, autocommit=True)
        self.connection.execute("set session_replication_role = replica")
        self._columns: dict[str, list[str]] = dict(self.connection.execute(TABLES).fetchall())

    def taken(self) -> Copy:
        """Every row as it is now."""
        with self.connection.transaction(), self.connection.cursor() as cursor:
            return {table: self._read(cursor, table) for table in self._columns}

    def put_back(self, copy: Copy) -> None:
        """Everything as it was then."""
        with self.connection.transaction(), self.connection.cursor() as cursor:
            for table, rows in copy.items():
                if self._read(cursor, table) != rows:
                    cursor.execute(sql.SQL("delete from {}").format(sql.Identifier(table)))
                    with cursor.copy(self._words("copy {} ({}) from stdin", table)) as into:
                        into.write(rows)

    def close(self) -> None:
        self.connection.close()

    def _read(self, cursor: psycopg.Cursor[Any], table: str) -> bytes:
        with cursor.copy(self._words("copy (select {1} from {0} order by 1, 2) to stdout", table)) as out:
            return b"".join(bytes(part) for part in out)

    def _words(self, words: str, table: str) -> sql.Composed:
        names = sql.SQL(", ").join(map(sql.Identifier, self._columns[table]))
        return sql.SQL(words).format(sql.Identifier(table), names)
