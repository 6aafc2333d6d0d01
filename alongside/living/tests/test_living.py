"""Daily living: recorded, refused, unacceptable, permanent; its trend; its pages."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.behaviour.tests.scenes import session
from alongside.foundation import reference
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.foundation.models import Entry
from alongside.living import actions as living
from alongside.living import lookups, rules
from alongside.living.models import Helped
from alongside.sessions import actions as sessions


def ago(minutes):
    return datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=minutes)


def helped(cast, visit, by=None, **said):
    said = {"id": uuid7(), "activity": "dressing", "level": "verbal", "at": ago(30), **said}
    return living.help(by=by or cast.rosa, on=visit.pk, **said)


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def test_what_it_took_is_kept_once_and_written_down(cast):
    visit, id = session(cast), uuid7()
    for _ in range(2):
        row = helped(cast, visit, id=id, choice="taken")
    assert Helped.objects.get() == row and row.service_day == visit.service_day
    [found] = lookups.of_session(visit.pk)
    assert (found.activity, found.level, found.choice, found.refused) == ("dressing", "verbal", "taken", False)
    entry = Entry.objects.filter(verb="living.help").first()
    assert (entry.client_id, entry.subject_id, entry.relation) == (cast.theo.pk, row.pk, "author")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"activity": "flying"}, [("choice", "activity")]),
        ({"level": "some"}, [("choice", "level")]),
        ({"choice": "yes"}, [("choice", "choice")]),
        ({"at": ago(120)}, [("not_in_the_visit", "at")]),
        ({"at": ago(-30)}, [("later", "at")]),
        ({"at": datetime(2026, 1, 1)}, [("no_zone", "at")]),  # noqa: DTZ001
    ],
)
def test_what_cannot_be(cast, said, expected):
    with pytest.raises(Unacceptable) as no:
        helped(cast, session(cast), **said)
    assert codes(no) == expected and not Helped.objects.exists()


def test_after_the_end_only_what_was_before_it(cast):
    visit = session(cast)
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=ago(20))
    helped(cast, visit, at=ago(25))
    with pytest.raises(Unacceptable) as no:
        helped(cast, visit, at=ago(5))
    assert codes(no) == [("not_in_the_visit", "at")]


def test_who_may_not(cast):
    visit = session(cast)
    for who in ("ben", "hana", "imani", "nadia", "dev", "quinn", "amara", "ada"):
        with pytest.raises(Refused):
            helped(cast, visit, by=getattr(cast, who))
    with pytest.raises(NotHere):
        living.help(by=cast.rosa, on=uuid7(), id=uuid7(), activity="dressing", level="verbal")


@pytest.mark.parametrize("change", ["update living_helped set level = 'independent'", "delete from living_helped"])
def test_it_never_changes(cast, change):
    helped(cast, session(cast))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_the_share_is_of_what_was_done_and_refusals_are_apart(cast):
    visit = session(cast)
    for level in ("independent", "verbal", "independent"):
        helped(cast, visit, level=level, choice="taken")
    helped(cast, visit, level="verbal", refused=True)
    helped(cast, visit, activity="bathing", level="full_physical", refused=True)
    bathing, dressing = lookups.trends(cast.theo.pk, since=visit.service_day)
    assert (dressing.newest.done, dressing.newest.independent, dressing.newest.refused) == (3, 2, 1)
    assert (dressing.newest.share, dressing.newest.chosen, bathing.newest.share) == (67, 3, None)
    assert lookups.trends(cast.lucia.pk, since=visit.service_day) == ()
    assert lookups.practised([cast.theo.pk, cast.lucia.pk], since=visit.service_day) == {
        cast.theo.pk: ["dressing", "bathing"], cast.lucia.pk: [],
    }  # fmt: skip


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_a_percentage_or_nothing(independent, more):
    found = rules.share(independent, independent + more)
    assert found is None if independent + more == 0 else 0 <= found <= 100


def test_the_record_and_the_visit_show_it(cast, at, django_assert_max_num_queries):
    visit = session(cast)
    page = f"/clients/{cast.theo.pk}/living/"
    assert "Nothing of daily living yet" in at("rosa").get(page).content.decode()
    helped(cast, visit, level="independent", choice="taken")
    helped(cast, visit, activity="bathing", refused=True)
    imani = at("imani")
    imani.get("/help/")
    with django_assert_max_num_queries(14):
        shown = imani.get(page).content.decode()
    assert "Dressing" in shown and "100%" in shown and "Bathing" in shown
    told = at("rosa").get(f"/sessions/{visit.pk}/record/").content.decode()
    assert "Without help" in told and "chose" in told and "refused" in told


def test_who_sees_the_page(cast, at):
    page = f"/clients/{cast.theo.pk}/living/"
    people = ("rosa", "imani", "quinn", "ben", "dev")
    assert {who: at(who).get(page).status_code for who in people} == dict(
        zip(people, (200, 200, 200, 403, 403), strict=True)
    )
    for client in (cast.omar.pk, uuid4()):
        assert at("imani").get(f"/clients/{client}/living/").status_code == 404


def test_every_key_has_its_word():
    known = reference.load("living")
    for table, keys in (("activity", "activities"), ("level", "levels"), ("choice", "choices")):
        assert all(say(f"living.{table}.{key}") for key in known[keys])
