"""Something is different, tokens and exchanges: done, refused, unacceptable, permanent; order changes nothing."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.behaviour import actions as behaviour
from alongside.behaviour import lookups
from alongside.behaviour.models import Exchange, Notice, Token
from alongside.behaviour.rules import care
from alongside.behaviour.tests.scenes import an_hour_ago, session, target
from alongside.foundation import reference
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.plans import actions as plans
from alongside.sessions import actions as sessions


def then(minute):
    return an_hour_ago() + timedelta(minutes=minute)


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


@pytest.fixture
def trains(cast):
    return plans.offer(by=cast.imani, on=cast.theo, text="10 minutes of trains", cost=5, schedule="tokens")


def give(cast, visit, count, minute=5, **more):
    more = {"id": uuid7(), **more}
    return behaviour.give_token(by=cast.rosa, on=visit.pk, count=count, at=then(minute), **more)


def take(cast, visit, reinforcer, minute=9, **more):
    more = {"id": uuid7(), "cost": 5, **more}
    return behaviour.exchange(by=cast.rosa, on=visit.pk, reinforcer_id=reinforcer.pk, at=then(minute), **more)


def test_something_is_different_is_kept_and_written_down(cast):
    visit = session(cast)
    row = behaviour.notice(by=cast.rosa, on=visit.pk, id=uuid7(), area="sleep", words=" Slept in the bus. ", at=then(3))
    [found] = lookups.noticed_in(visit.pk)
    assert (found.area, found.words, found.at) == ("sleep", "Slept in the bus.", then(3))
    assert found.staff_id == cast.rosa.staff_id
    assert lookups.noticed(cast.theo.pk) == (found,) and lookups.noticed(cast.theo.pk, before=then(3)) == ()
    [entry] = Entry.objects.filter(verb="behaviour.notice")
    assert (entry.client_id, entry.subject_id, entry.relation) == (cast.theo.pk, row.pk, "author")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"area": "shoes"}, [("not_a_choice", "area")]),
        ({"area": "other"}, [("missing", "words")]),
        ({"area": "mood", "words": "x" * 501}, [("too_long", "words")]),
        ({"area": "mood", "words": "a\x00b"}, [("unfit", "words")]),
        ({"area": "mood", "at": then(-30)}, [("before_the_session", "at")]),
        ({"area": "mood", "at": then(90)}, [("in_the_future", "at")]),
    ],
)
def test_what_cannot_be_noticed(cast, said, expected):
    visit = session(cast)
    with pytest.raises(Unacceptable) as no:
        behaviour.notice(by=cast.rosa, on=visit.pk, id=uuid7(), **{"at": then(3), **said})
    assert codes(no) == expected and not Notice.objects.exists()


def test_tokens_add_up_and_an_exchange_takes_from_them(cast, trains):
    visit, words = session(cast), target(cast)
    give(cast, visit, 4, target_id=words.pk)
    give(cast, visit, 3, 6, words="Waited for the swing")
    give(cast, visit, -1, 7)
    take(cast, visit, trains)
    assert lookups.balance(cast.theo.pk) == lookups.Balance(given=6, spent=5)
    assert [(m.count, m.what, m.taken) for m in lookups.token_moves(visit.pk)] == [
        (4, "Hands", False), (3, "Waited for the swing", False), (-1, "", False), (-5, "10 minutes of trains", True),
    ]  # fmt: skip
    assert lookups.balance(cast.lucia.pk).has == 0


def test_what_was_exchanged_before_the_tokens_arrived_is_marked_and_mended_by_them(cast, trains):
    visit = session(cast)
    take(cast, visit, trains)
    assert lookups.balance(cast.theo.pk).short
    give(cast, visit, 6)
    assert (lookups.balance(cast.theo.pk).has, lookups.balance(cast.theo.pk).short) == (1, False)


def test_the_same_id_counts_once(cast, trains):
    visit, one, two, three = session(cast), uuid7(), uuid7(), uuid7()
    for _ in range(2):
        give(cast, visit, 6, id=one)
        take(cast, visit, trains, id=two)
        behaviour.notice(by=cast.rosa, on=visit.pk, id=three, area="mood", at=then(3))
    assert (Token.objects.count(), Exchange.objects.count(), Notice.objects.count()) == (1, 1, 1)


def test_a_reinforcer_that_was_taken_off_meanwhile_was_on_the_device(cast, trains):
    visit = session(cast)
    plans.take_off(by=cast.imani, on=trains.pk)
    assert take(cast, visit, trains).cost == 5


def test_what_is_no_token_and_no_exchange(cast, trains):
    visit = session(cast)
    for count in (0, True, 1.5, 51, -51):
        with pytest.raises(Unacceptable) as no:
            give(cast, visit, count)
        assert codes(no)[0][1] == "count"
    with pytest.raises(Unacceptable) as no:
        give(cast, visit, 1, target_id=uuid7())
    assert codes(no) == [("no_such_target", "target")]
    elsewhere = plans.offer(by=cast.imani, on=cast.lucia, text="Music", schedule="tokens")
    with pytest.raises(Unacceptable) as no:
        take(cast, visit, elsewhere, cost=-1)
    assert codes(no) == [("out_of_range", "cost"), ("no_such_reinforcer", "reinforcer")]
    assert not Token.objects.exists() and not Exchange.objects.exists()


def test_what_came_after_the_end_is_refused_and_what_was_before_may_arrive_later(cast):
    visit = session(cast)
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=then(20))
    give(cast, visit, 1, 19)
    with pytest.raises(Unacceptable) as no:
        give(cast, visit, 1, 40)
    assert codes(no) == [("after_the_session", "at")]


def test_who_may_not(cast, trains):
    visit = session(cast)
    for who in ("ben", "hana", "imani", "nadia", "dev", "quinn", "amara", "ada"):
        by = getattr(cast, who)
        with pytest.raises(Refused):
            behaviour.notice(by=by, on=visit.pk, id=uuid7(), area="mood")
        with pytest.raises(Refused):
            behaviour.give_token(by=by, on=visit.pk, id=uuid7(), count=1)
        with pytest.raises(Refused):
            behaviour.exchange(by=by, on=visit.pk, id=uuid7(), reinforcer_id=trains.pk, cost=5)
    with pytest.raises(NotHere):
        behaviour.notice(by=cast.rosa, on=uuid7(), id=uuid7(), area="mood")


@pytest.mark.parametrize("change", ["update {} set at = now()", "delete from {}"])
@pytest.mark.parametrize("table", ["behaviour_notice", "behaviour_token", "behaviour_exchange"])
def test_what_was_recorded_never_changes(cast, trains, table, change):
    from django.db import connection  # noqa: PLC0415

    visit = session(cast)
    behaviour.notice(by=cast.rosa, on=visit.pk, id=uuid7(), area="mood", at=then(3))
    give(cast, visit, 6)
    take(cast, visit, trains)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(table))


def test_the_table_refuses_no_token_and_a_price_below_none(cast, trains):
    visit = session(cast)
    row = {"session": visit, "client": cast.theo, "staff_id": cast.rosa.staff_id, "at": then(3)}
    for model, wrong in ((Token, {"count": 0}), (Exchange, {"cost": -1, "reinforcer": trains})):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.create(**row, **wrong)


@given(st.integers(-10_000, 10_000))
def test_tokens_are_whole_numbers_within_the_limit(count):
    assert (care.token_faults(count, most=50) == []) is (count != 0 and abs(count) <= 50)


def test_every_area_has_its_word():
    known = reference.load("noticing")
    assert set(known["needs_words"]) <= set(known["areas"])
    assert [care.notice_faults(area, "Words.", known) for area in known["areas"]] == [[]] * len(known["areas"])


def test_the_record_of_the_visit_and_the_timeline_tell_it(cast, trains, at):
    visit = session(cast)
    behaviour.notice(by=cast.rosa, on=visit.pk, id=uuid7(), area="appetite", words="Left his lunch.", at=an_hour_ago())
    give(cast, visit, 6, words="Waited")
    take(cast, visit, trains)
    page = at("rosa").get(f"/sessions/{visit.pk}/record/").content.decode()
    assert "Appetite" in page and "Left his lunch." in page and "+6" in page and "\u22125" in page and "trains" in page
    told = at("imani").get(f"/clients/{cast.theo.pk}/timeline/").content.decode()
    assert "Appetite: something was different" in told and "Left his lunch." in told
