"""Handing in: once, by the right author, whatever happens on the way (docs/field-protocol.md, section 4)."""

import pytest

from alongside.behaviour.models import Deviation, Observation, Tally
from alongside.field.models import Device as Row
from alongside.field.models import Enrolment, Receipt
from alongside.foundation.models import Entry
from alongside.plans.models import Strategy
from alongside.sessions.models import Ending, Session
from tests.field.device import digest, now, outcomes, written

DONE = ("done", "")


def test_a_visit_arrives(shift, cast):
    start = shift.start()
    seen = [shift.seen(start) for _ in range(3)]
    answer = shift.give(start, *seen, shift.end(start))
    assert outcomes(answer) == [DONE] * 5
    told = answer.json()
    assert told["protocol"] == 1 and told["epoch"] and told["orders"] == []
    assert told["receipts"][0]["digest"] == digest(start)
    assert told["next"] == {shift.device.users["rosa"].enrolment: 6}
    session = Session.objects.get(pk=start["id"])
    assert session.staff_id == cast.staff["rosa"] and session.client_id == cast.theo.pk
    assert {str(row.pk) for row in Observation.objects.all()} == {one["id"] for one in seen}
    assert Ending.objects.filter(session=session).count() == 1
    tally = Tally.objects.get(session=session)
    assert (tally.n, tally.denominator) == (3, pytest.approx(1, rel=0.01))  # settled: divided by the hours


def test_neighbours_that_are_alike_are_one_act_by_the_author_on_the_device(shift, cast):
    start = shift.start()
    shift.give(start, *[shift.seen(start) for _ in range(5)])
    entry = Entry.objects.get(verb="behaviour.record")
    assert entry.staff_id == cast.staff["rosa"] and entry.session_ref == f"device:{shift.device.id}"


def test_a_batch_of_25_takes_at_most_12_statements(shift, django_assert_max_num_queries):
    start = shift.start()
    assert outcomes(shift.give(start)) == [DONE]
    sealed = shift.seal(*[shift.seen(start) for _ in range(25)])
    with django_assert_max_num_queries(12 + 2) as sent:  # the wall is a savepoint within a test's transaction
        answer = shift.device.hand_in(shift.browser, *sealed)
    assert outcomes(answer) == [DONE] * 25
    assert len([one for one in sent.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) <= 10


def test_clocks_are_kept_beside_each_other(shift):
    start = shift.start(tick=1234)
    sealed = shift.seal(start)
    shift.device.hand_in(shift.browser, *sealed, now="2026-01-01T00:00:00.000Z")
    row = Receipt.objects.get()
    assert row.tick == 1234 and written(row.at) == start["at"] and row.skew_ms < -86_400_000
    assert Row.objects.get().seen_at and Row.objects.get().build == "test"


def test_an_enrolment_that_ended_is_told_to_forget_and_what_it_sealed_before_is_taken(shift):
    start = shift.start()
    Enrolment.objects.update(ended_at=now())
    answer = shift.give(start)
    assert outcomes(answer) == [DONE]
    assert answer.json()["orders"] == [{"order": "wipe", "enrolment": shift.device.users["rosa"].enrolment}]
    assert Enrolment.objects.get().wiped_at
    assert outcomes(shift.give(shift.seen(start))) == [("held", "refused")]  # recorded after the loss


def test_strategies_deviations_and_who_was_there_arrive(shift, cast):
    strategy = str(Strategy.objects.filter(client=cast.theo.pk).order_by("-pk").first().pk)
    start = shift.start(details={"began_at": written(now())})
    on = start["id"]
    several = [
        shift.device.operation("rosa", "sessions.note_presence/1", on, {"who": "June", "took_part": True}),
        shift.device.operation("rosa", "behaviour.use_strategy/1", on, {"strategy": strategy, "at": written(now())}),
        shift.device.operation("rosa", "behaviour.deviate/1", on, {"what": "No pictures", "reason": "Left at school"}),
    ]
    assert outcomes(shift.give(start, *several)) == [DONE] * 4
    assert written(Deviation.objects.get(session=on).at) == several[-1]["at"]  # when it was done, not when it arrived
