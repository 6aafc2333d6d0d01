"""What all processes remember together."""

from concurrent.futures import ThreadPoolExecutor

import time_machine
from django.core.cache import cache
from django.db import connection


def test_it_forgets_after_the_time(db):
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False) as clock:
        cache.set("tries", [1.5, 2.5], timeout=60)
        assert cache.get("tries") == [1.5, 2.5]
        clock.shift(61)
        assert cache.get("tries") is None
        assert cache.get("tries", "none") == "none"


def test_it_is_put_there_once(db):
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False) as clock:
        assert cache.add("code", True, timeout=30)
        assert not cache.add("code", True, timeout=30)
        clock.shift(31)
        assert cache.add("code", True, timeout=30)


def test_it_can_be_touched_and_deleted(db):
    cache.set("a", {"b": None}, timeout=None)
    assert cache.touch("a", 60)
    assert cache.delete("a")
    assert not cache.delete("a")
    assert not cache.touch("a", 60)


def test_what_is_over_does_not_pile_up(db):
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False) as clock:
        for number in range(20):
            cache.set(f"old-{number}", 1, timeout=10)
        clock.shift(11)
        cache.add("new", 1)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from accounts_remembered")
        assert cursor.fetchone() == (1,)


def test_of_fifty_at_once_one_is_first(committed, django_db_blocker):
    def put(_: int) -> bool:
        try:
            return cache.add("race", True, timeout=60)
        finally:
            connection.close()

    with django_db_blocker.unblock(), ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(put, range(50))) == 1
