"""What PostgreSQL and the reactions keep of what was seen, whoever writes and whatever a caller forgets."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.behaviour import actions as behaviour
from alongside.behaviour import stream, tallies
from alongside.behaviour.models import Observation, OpenTimer, Scored, Tally
from alongside.behaviour.settling import settle_ended
from alongside.behaviour.tests.scenes import record, seen, session, target
from alongside.foundation.errors import Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.sessions import actions as sessions


def scores(number, scored=True):
    return {"interval": number, "scored": scored, "length": 60}


def standing(visit):
    return [(row.details["interval"], row.details["scored"]) for row in stream.standing(visit.pk)]


def codes(no):
    return [(fault.code.rsplit(".")[-1], dict(fault.values)) for fault in no.value.faults]


@pytest.fixture
def scored(cast):
    """A visit in which interval 1 was scored once."""
    seat, visit = target(cast, "momentary", settings={"interval_length": 60}), session(cast)
    first = seen(seat, **scores(1))
    record(cast, visit, first)
    return seat, visit, first


def test_two_tabs_at_once_score_an_interval_once(world):
    """Each has a transaction of its own and sees nothing of the other's: the table keeps one, the other is told."""
    with inside(world.agency):
        seat, visit, rosa = target(world, "partial_interval"), session(world), world.rosa
    said, both = [], threading.Barrier(2)

    def tap(yes):
        try:
            with inside(world.agency):
                both.wait(timeout=20)
                behaviour.record(by=rosa, on=visit.pk, observations=[seen(seat, **scores(3, yes))])
                said.append("kept")
        except Unacceptable as no:
            said.append([fault.code for fault in no.faults])
        finally:
            connection.close()

    tabs = [threading.Thread(target=tap, args=[yes]) for yes in (True, False)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert sorted(said, key=str) == [["behaviour.fault.scored_already"], "kept"]
    with inside(world.agency):
        assert Observation.objects.count() == 1
        assert (Tally.objects.get().n, Tally.objects.get().denominator) == (1, 1)


def test_nobody_goes_round_it(cast, scored):
    seat, visit, first = scored
    row = Observation.objects.get(pk=first.id)
    row.pk, row._state.adding = uuid7(), True
    with pytest.raises(IntegrityError, match="scored_once"), transaction.atomic():
        row.save(force_insert=True)
    with pytest.raises(IntegrityError, match="scored_by"), transaction.atomic():
        Scored.objects.create(
            session=visit, client=cast.theo, target=seat, measure="momentary", second=False, number=9,
            observation_id=first.id,
        )  # fmt: skip


def test_what_is_scored_is_set_right_the_usual_way(cast, scored):
    seat, visit, first = scored
    second = behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details=scores(1, False))
    assert standing(visit) == [(1, False)]
    record(cast, visit, seen(seat, 2, **scores(2)))
    with pytest.raises(Unacceptable) as no:
        behaviour.correct(by=cast.rosa, on=second, id=uuid7(), details=scores(2))
    assert codes(no) == [("scored_already", {"number": 2})]
    behaviour.retract(by=cast.rosa, on=second, id=uuid7())
    record(cast, visit, seen(seat, 3, **scores(1)))
    assert standing(visit) == [(2, True), (1, True)]


def test_one_batch_scores_each_interval_once(cast, scored):
    seat, visit, first = scored
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, first, *(seen(seat, n, **scores(n)) for n in (2, 2, 3)))
    assert codes(no) == [("scored_already", {"number": 2})]
    assert standing(visit) == [(1, True)]
    assert len(record(cast, visit, first, seen(seat, 2, **scores(2)))) == 1


def test_observers_score_on_their_own(cast, scored):
    seat, visit, _ = scored
    record(cast, visit, seen(seat, **scores(1)), by=cast.imani, second=True)
    assert Scored.objects.count() == 2


def forgetful_end(cast, visit):
    """A caller that ends a session and forgets to settle it."""
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=30))


def react():
    settle_ended(Entry.objects.filter(verb="sessions.end", outcome="done").latest("at"))


def test_an_end_is_settled_also_where_its_caller_forgets(cast):
    hands, away, visit = target(cast, "rate"), target(cast, "duration", name="Away"), session(cast)
    record(cast, visit, seen(hands, count=3))
    behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=away.pk, at=visit.began_at + timedelta(minutes=20))
    forgetful_end(cast, visit)
    assert Tally.objects.get(target=hands).value is None and OpenTimer.objects.count() == 1
    react()
    assert Tally.objects.get(target=hands).value == 6.0 and not OpenTimer.objects.exists()
    assert [row.details for row in stream.standing(visit.pk, target=away)] == [{"seconds": 600}]
    kept = list(Tally.objects.order_by("id").values())
    react()
    assert list(Tally.objects.order_by("id").values()) == kept
    assert behaviour.settle(by=cast.rosa, on=visit.pk) == 0


def test_a_recording_that_did_not_see_the_end_leaves_the_rate_divided(cast):
    """It began before the end was committed, so it has no hours to divide by; those of the tally stay."""
    hands, visit = target(cast, "rate"), session(cast)
    record(cast, visit, seen(hands, count=3))
    forgetful_end(cast, visit)
    react()
    late = tallies.of(visit, hours=None, second=False)
    tallies.add(late, {(hands.pk, "rate"): tallies.Sum(n=1, numerator=3)})
    assert (Tally.objects.get().denominator, Tally.objects.get().value) == (0.5, 12.0)
