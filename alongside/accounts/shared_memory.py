"""A cache that all processes share: one table of PostgreSQL, values as JSON, `add` in one statement.

Sign-in counts failed tries here and remembers codes that were used. In a process's own memory a second process
would give everybody as many tries again.
"""

import json
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.utils import timezone

PUT = """
insert into accounts_remembered (key, value, ends_at) values (%s, %s, %s)
on conflict (key) do update set value = excluded.value, ends_at = excluded.ends_at
"""
ONLY_OVER = "where accounts_remembered.ends_at <= %s"
GET = "select value from accounts_remembered where key = %s and (ends_at is null or ends_at > %s)"
SWEEP = """
delete from accounts_remembered where key in (
    select key from accounts_remembered where ends_at <= %s limit 100 for update skip locked)
"""


class SharedMemory(BaseCache):
    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Put it there unless it is there: of many who try at once, one gets True."""
        added = self._put(f"{PUT} {ONLY_OVER}", key, value, timeout, version, timezone.now())
        self._execute(SWEEP, timezone.now())
        return added

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        found = self._rows(GET, self._key(key, version), timezone.now())
        return json.loads(found[0][0]) if found else default

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._put(PUT, key, value, timeout, version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        words = "update accounts_remembered set ends_at = %s where key = %s and (ends_at is null or ends_at > %s)"
        return self._execute(words, self._ends_at(timeout), self._key(key, version), timezone.now()) > 0

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._execute("delete from accounts_remembered where key = %s", self._key(key, version)) > 0

    def clear(self) -> None:
        self._execute("delete from accounts_remembered")

    def _put(self, words: str, key: str, value: Any, timeout: Any, version: int | None, *rest: Any) -> bool:
        values = (self._key(key, version), json.dumps(value), self._ends_at(timeout), *rest)
        return self._execute(words, *values) > 0

    def _key(self, key: str, version: int | None) -> str:
        return self.make_and_validate_key(key, version=version)

    def _ends_at(self, timeout: Any) -> datetime | None:
        at = self.get_backend_timeout(timeout)
        return None if at is None else datetime.fromtimestamp(at, UTC)

    def _execute(self, words: str, *values: Any) -> int:
        with connection.cursor() as cursor:
            cursor.execute(words, values)
            return int(cursor.rowcount)

    def _rows(self, words: str, *values: Any) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(words, values)
            return list(cursor.fetchall())
