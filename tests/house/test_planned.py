"""Statements that are planned once a connection: kept prepared, counted like every other, inside the wall as ever."""

from django.db import connection, transaction

from alongside.foundation.planned import AFTER, planned
from alongside.foundation.tenancy import inside
from tests.cast import Cast

ASKED = "select %s::int as one, id from workforce_staff where id = %s"


def ask(cast: Cast) -> list[tuple]:
    with planned() as cursor:
        cursor.execute(ASKED, [1, cast.staff["rosa"]])
        return cursor.fetchall()


def kept() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_prepared_statements where statement ~ 'from workforce_staff where id'")
        return cursor.fetchone()[0]


def test_a_statement_is_kept_prepared(cast):
    for _ in range(AFTER + 1):
        assert ask(cast) == [(1, cast.staff["rosa"])]
    assert kept() == 1


def test_a_plan_made_in_one_agency_shows_nothing_of_it_in_another(cast):
    for _ in range(AFTER + 10):
        ask(cast)
    assert kept() == 1
    with inside(cast.elsewhere):
        assert ask(cast) == []
    with inside(cast.agency):
        assert ask(cast) == [(1, cast.staff["rosa"])]


def test_it_goes_on_after_a_savepoint_was_rolled_back(cast):
    for _ in range(AFTER + 1):
        ask(cast)
    with transaction.atomic():
        ask(cast)
        transaction.set_rollback(True)
    assert ask(cast) == [(1, cast.staff["rosa"])]


def test_it_is_counted(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        ask(cast)
