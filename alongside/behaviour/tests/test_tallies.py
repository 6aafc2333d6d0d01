"""Tallies are kept with every recording, and equal the stream whatever was recorded, corrected and taken back."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.behaviour import actions as behaviour
from alongside.behaviour import tallies
from alongside.behaviour.lookups import rebuild_tallies
from alongside.behaviour.models import Tally
from alongside.behaviour.tests.scenes import record, seen, session, target
from alongside.foundation.errors import Unacceptable
from alongside.foundation.ids import uuid7
from alongside.sessions import actions as sessions

OUTCOMES = st.sampled_from(["correct", "incorrect", "no response", "prompted"])
DETAILS = {
    "count": st.fixed_dictionaries({"count": st.integers(0, 500)}),
    "rate": st.fixed_dictionaries({"count": st.integers(0, 500)}),
    "duration": st.fixed_dictionaries({"seconds": st.integers(0, 86_400_000).map(lambda ms: ms / 1000)}),
    "latency": st.fixed_dictionaries({"seconds": st.integers(0, 600_000).map(lambda ms: ms / 1000)}),
    "irt": st.one_of(st.just({}), st.fixed_dictionaries({"seconds": st.integers(0, 90)})),
    "momentary": st.fixed_dictionaries(
        {"interval": st.integers(1, 8), "scored": st.booleans(), "length": st.just(120)}
    ),
    "trial": st.fixed_dictionaries({"outcome": OUTCOMES}),
    "trials_to_criterion": st.fixed_dictionaries({"outcome": OUTCOMES}),
    "task_analysis": st.fixed_dictionaries({"step": st.integers(1, 9), "outcome": OUTCOMES}),
    "magnitude": st.fixed_dictionaries({"level": st.integers(0, 4)}),
    "rating": st.fixed_dictionaries({"score": st.integers(0, 10)}),
    "product": st.fixed_dictionaries({"count": st.integers(0, 10_000)}),
    "reported": st.fixed_dictionaries({"value": st.integers(-10**9, 10**9).map(lambda n: n / 1000)}),
}  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["record", "record", "correct", "retract"]), st.sampled_from(sorted(DETAILS)),
        st.integers(0, 11), st.integers(1, 50), st.data(),
    ),
    min_size=1, max_size=14,
)  # fmt: skip


def kept(visit):
    rows = Tally.objects.filter(session=visit, n__gt=0).order_by("target__measure")
    return [(t.measure, t.second, t.n, t.numerator, t.denominator, t.value) for t in rows]


def carry_out(cast, visit, targets, step, alive):
    """One step of a generated story; what breaks a rule is refused and changes nothing."""
    verb, measure, which, minute, data = step
    details = data.draw(DETAILS[measure])
    try:
        if verb == "record":
            one = seen(targets[measure], minute, **details)
            record(cast, visit, one)
            alive.append((one.id, measure))
        elif alive:
            id, measure = alive[which % len(alive)]
            new = uuid7()
            if verb == "correct":
                behaviour.correct(by=cast.rosa, on=id, id=new, details=data.draw(DETAILS[measure]), reason="miscounted")
                alive.append((new, measure))
            else:
                behaviour.retract(by=cast.rosa, on=id, id=new, reason="not seen")
    except Unacceptable:
        pass


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, ended=st.booleans())
def test_tallies_equal_the_stream(cast, steps, ended):
    targets = {measure: target(cast, measure, name=measure) for measure in DETAILS}
    visit, alive = session(cast), []
    for number, step in enumerate(steps):
        carry_out(cast, visit, targets, step, alive)
        if ended and number == len(steps) // 2:
            sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=59))
            behaviour.settle(by=cast.rosa, on=visit.pk)
    before = kept(visit)
    tallies.remake(visit)
    assert kept(visit) == before


def test_a_rebuild_of_the_agency_changes_nothing(cast):
    hands, visit = target(cast, "rate"), session(cast)
    record(cast, visit, seen(hands, count=3))
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=30))
    behaviour.settle(by=cast.rosa, on=visit.pk)
    before = kept(visit)
    Tally.objects.all().delete()
    assert rebuild_tallies(cast.agency) == 1
    assert kept(visit) == before == [("rate", False, 1, 3, 0.5, 6.0)]


def test_two_recordings_at_once_both_count(world):
    """Two connections add to one tally; neither loses the other's."""
    import threading  # noqa: PLC0415

    from django.db import connection  # noqa: PLC0415

    from alongside.foundation.tenancy import inside  # noqa: PLC0415

    with inside(world.agency):
        hands, visit, rosa = target(world), session(world), world.rosa

    def tap():
        try:
            with inside(world.agency):
                behaviour.record(by=rosa, on=visit.pk, observations=[seen(hands, count=1)])
        finally:
            connection.close()

    threads = [threading.Thread(target=tap) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with inside(world.agency):
        assert Tally.objects.get(session=visit).numerator == 6


@pytest.mark.parametrize("measure", sorted(DETAILS))
def test_sql_and_python_find_the_same_value(cast, measure):
    """The value is worked out in the database while adding, and in Python while remaking."""
    one, visit = target(cast, measure), session(cast)
    amounts = {
        "count": {"count": 7}, "rate": {"count": 7}, "duration": {"seconds": 33.3}, "latency": {"seconds": 0.7},
        "irt": {"seconds": 3}, "momentary": {"scored": True, "length": 60}, "trial": {"outcome": "correct"},
        "trials_to_criterion": {"outcome": "correct"}, "task_analysis": {"step": 1, "outcome": "correct"},
        "magnitude": {"level": 3}, "rating": {"score": 9}, "product": {"count": 11}, "reported": {"value": 1.127},
    }  # fmt: skip
    for n in range(1, 4):
        interval = {"interval": n} if measure == "momentary" else {}
        record(cast, visit, seen(one, n, **amounts[measure], **interval))
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=47))
    behaviour.settle(by=cast.rosa, on=visit.pk)
    before = kept(visit)
    tallies.remake(visit)
    assert kept(visit) == before and before[0][-1] is not None
