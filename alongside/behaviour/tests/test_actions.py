"""Recording, setting right, taking back: done, refused, unacceptable, written down."""

from datetime import timedelta

import pytest

from alongside.behaviour import actions as behaviour
from alongside.behaviour.models import Observation, OpenTimer, Tally
from alongside.behaviour.stream import standing
from alongside.behaviour.tests.scenes import an_hour_ago, record, seen, session, target
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.people.models import TeamPlace
from alongside.sessions import actions as sessions


def codes(caught):
    return [fault.code.rsplit(".", 1)[1] for fault in caught.value.faults]


def end(cast, visit, minutes=30):
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=minutes))
    return behaviour.settle(by=cast.rosa, on=visit.pk)


def test_recording_counts_and_is_written_down_once(cast):
    hands, visit = target(cast), session(cast)
    record(cast, visit, seen(hands, count=1), seen(hands, 2, count=2))
    tally = Tally.objects.get(session=visit, target=hands)
    assert (tally.n, tally.numerator, tally.value) == (2, 3, 3.0)
    [entry] = Entry.objects.filter(verb="behaviour.record")
    assert (entry.client_id, entry.relation, entry.role) == (cast.theo.pk, "author", "tss")


def test_one_observation_takes_at_most_eight_statements(cast, django_assert_max_num_queries):
    hands, visit = target(cast), session(cast)
    record(cast, visit, seen(hands, count=1))
    rosa = cast.rosa
    with django_assert_max_num_queries(8):
        behaviour.record(by=rosa, on=visit.pk, observations=[seen(hands, 3, count=1)], opened_for=cast.theo.pk)


def test_a_hundred_observations_take_no_more_statements(cast, django_assert_max_num_queries):
    hands, visit = target(cast), session(cast)
    rosa, many = cast.rosa, [seen(hands, count=1) for _ in range(100)]
    with django_assert_max_num_queries(8):
        behaviour.record(by=rosa, on=visit.pk, observations=many)


def test_the_same_observation_twice_is_there_once(cast):
    hands, visit = target(cast), session(cast)
    once = seen(hands, count=1)
    assert record(cast, visit, once) == (once.id,)
    assert record(cast, visit, once) == ()
    assert Tally.objects.get(session=visit).numerator == 1


def test_the_same_id_with_other_words_is_refused(cast):
    hands, visit = target(cast), session(cast)
    once = seen(hands, count=1)
    record(cast, visit, once)
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, id=once.id, count=2))
    assert codes(no) == ["other_words"]
    assert Tally.objects.get(session=visit).numerator == 1


def test_one_fault_keeps_the_whole_batch_out(cast):
    hands, visit = target(cast), session(cast)
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, count=1), seen(hands, count=0.5))
    assert codes(no) == ["not_whole"]
    assert not Observation.objects.exists() and not Tally.objects.exists()


def test_who_may_not_record(cast):
    hands, visit = target(cast), session(cast)
    for who in ("ben", "hana", "dev", "quinn", "nadia", "amara", "ada"):
        with pytest.raises(Refused):
            record(cast, visit, seen(hands, count=1), by=getattr(cast, who))


def test_the_page_of_another_client_records_nothing_here(cast):
    hands, visit = target(cast), session(cast)
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, count=1), opened_for=cast.lucia.pk)
    assert codes(no) == ["other_client"]


def test_a_target_of_another_client_is_none_here(cast):
    visit = session(cast)
    others = target(cast)
    type(others).objects.filter(pk=others.pk).update(client=cast.lucia)
    for stranger in (others, type(others)(pk=uuid7())):
        with pytest.raises(Unacceptable) as no:
            record(cast, visit, seen(stranger, count=1))
        assert codes(no) == ["no_such_target"]


def test_another_measure_than_the_targets_is_refused_but_for_abc(cast):
    hands, visit = target(cast), session(cast)
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, measure="duration", seconds=3))
    assert codes(no) == ["other_measure"]
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, measure="magic", count=3))
    assert codes(no) == ["no_such_measure"]
    record(cast, visit, seen(hands, measure="abc", occurred=True, antecedent="demand", consequence="break"))
    assert Tally.objects.get(session=visit).measure == "abc"


def test_a_correction_follows_and_the_sum_with_it(cast):
    hands, visit = target(cast), session(cast)
    first = seen(hands, count=1)
    record(cast, visit, first)
    second = behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details={"count": 4})
    third = behaviour.correct(by=cast.rosa, on=second, id=uuid7(), details={"count": 3})
    assert [row.id for row in standing(visit.pk)] == [third]
    assert Observation.objects.count() == 3
    tally = Tally.objects.get(session=visit)
    assert (tally.n, tally.value) == (1, 3.0)


def test_one_observation_has_one_successor(cast):
    hands, visit = target(cast), session(cast)
    first = seen(hands, count=1)
    record(cast, visit, first)
    behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details={"count": 2})
    for again in (
        lambda: behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details={"count": 3}),
        lambda: behaviour.retract(by=cast.rosa, on=first.id, id=uuid7()),
    ):
        with pytest.raises(Unacceptable) as no:
            again()
        assert codes(no) == ["followed_already"]


def test_taking_back_empties_the_tally(cast):
    hands, visit = target(cast), session(cast)
    first, id = seen(hands, count=1), uuid7()
    record(cast, visit, first)
    behaviour.retract(by=cast.rosa, on=first.id, id=id)
    behaviour.retract(by=cast.rosa, on=first.id, id=id)  # a second tap
    tally = Tally.objects.get(session=visit)
    assert (tally.n, tally.numerator, tally.value) == (0, 0, None)
    assert standing(visit.pk) == []


def test_only_who_saw_it_sets_it_right(cast):
    hands, visit = target(cast), session(cast)
    first = seen(hands, count=1)
    record(cast, visit, first)
    for who in ("ben", "imani", "quinn"):
        with pytest.raises(Refused):
            behaviour.retract(by=getattr(cast, who), on=first.id, id=uuid7())


def test_after_the_visit_a_change_needs_its_reason(cast):
    hands, visit = target(cast), session(cast)
    first = seen(hands, count=1)
    record(cast, visit, first)
    end(cast, visit)
    for reason in ("", "  ", "x"):
        with pytest.raises(Unacceptable) as no:
            behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details={"count": 2}, reason=reason)
        assert codes(no) == ["why"]
    behaviour.correct(by=cast.rosa, on=first.id, id=uuid7(), details={"count": 2}, reason="counted one twice")
    assert Tally.objects.get(session=visit).value == 2.0


def test_a_rate_is_divided_when_the_visit_ends(cast):
    hands, visit = target(cast, "rate"), session(cast)
    record(cast, visit, seen(hands, count=3))
    assert Tally.objects.get(session=visit).value is None
    end(cast, visit, minutes=45)
    tally = Tally.objects.get(session=visit)
    assert (tally.value, tally.denominator) == (4.0, 0.75)
    record(cast, visit, seen(hands, 2, count=3))
    assert Tally.objects.get(session=visit).value == 8.0


def test_an_interval_is_scored_once(cast):
    seat, visit = target(cast, "momentary", settings={"interval_length": 60}), session(cast)
    record(cast, visit, seen(seat, interval=1, scored=True, length=60))
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(seat, interval=1, scored=False, length=60))
    assert codes(no) == ["scored_already"]
    with pytest.raises(Unacceptable):
        record(
            cast, visit, seen(seat, interval=2, scored=False, length=60), seen(seat, interval=2, scored=True, length=60)
        )
    [row] = standing(visit.pk)
    behaviour.retract(by=cast.rosa, on=row.id, id=uuid7())
    record(cast, visit, seen(seat, interval=1, scored=False, length=60))
    assert Tally.objects.get(session=visit).value == 0.0


def test_trials_to_criterion_follow_corrections(cast):
    greets, visit = target(cast, "trials_to_criterion", settings={"in_a_row": 2}), session(cast)
    trials = [seen(greets, n, outcome=o) for n, o in enumerate(["correct", "incorrect", "correct", "correct"])]
    record(cast, visit, *trials)
    assert Tally.objects.get(session=visit).value == 4.0
    behaviour.correct(by=cast.rosa, on=trials[1].id, id=uuid7(), details={"outcome": "correct"})
    assert Tally.objects.get(session=visit).value == 2.0


def test_a_timer_runs_until_it_is_stopped(cast):
    away, visit = target(cast, "duration"), session(cast)
    at = an_hour_ago() + timedelta(minutes=1)
    timer = behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=away.pk, at=at)
    assert behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=away.pk, at=at) == timer
    behaviour.stop(by=cast.rosa, on=timer, at=at + timedelta(seconds=72.5))
    assert not OpenTimer.objects.exists()
    assert [row.details for row in standing(visit.pk)] == [{"seconds": 72.5}]
    with pytest.raises(NotHere):
        behaviour.stop(by=cast.rosa, on=timer, at=at)


def test_a_dropped_timer_records_nothing(cast):
    away, visit = target(cast, "duration"), session(cast)
    timer = behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=away.pk, at=an_hour_ago())
    behaviour.drop(by=cast.rosa, on=timer)
    assert not OpenTimer.objects.exists() and not Observation.objects.exists()


def test_timers_stop_with_the_visit(cast):
    away, visit = target(cast, "duration"), session(cast)
    behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=away.pk, at=visit.began_at + timedelta(minutes=20))
    end(cast, visit, minutes=30)
    assert [row.details for row in standing(visit.pk)] == [{"seconds": 600}]
    assert not OpenTimer.objects.exists()
    assert behaviour.settle(by=cast.rosa, on=visit.pk) == 0  # twice changes nothing
    with pytest.raises(Unacceptable) as no:
        behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=away.pk, at=visit.began_at)
    assert codes(no) == ["session_over"]


def test_only_what_is_timed_is_timed(cast):
    hands, visit = target(cast), session(cast)
    with pytest.raises(Unacceptable) as no:
        behaviour.time(by=cast.rosa, on=visit.pk, id=uuid7(), target_id=hands.pk, at=an_hour_ago())
    assert codes(no) == ["not_timed"]


def test_a_second_observer_has_a_side_of_their_own(cast):
    hands, visit = target(cast), session(cast)
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], part="supervisor", began_on="2026-01-05")
    record(cast, visit, seen(hands, count=1))
    record(cast, visit, seen(hands, count=2), by=cast.imani, second=True)
    assert sorted((t.second, t.numerator) for t in Tally.objects.all()) == [(False, 1), (True, 2)]
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, count=1), by=cast.imani)
    assert codes(no) == ["not_the_recorder"]
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, count=1), second=True)
    assert codes(no) == ["own_second"]
    end(cast, visit)
    with pytest.raises(Unacceptable) as no:
        record(cast, visit, seen(hands, count=1), by=cast.imani, second=True)
    assert codes(no) == ["second_after_the_end"]


def test_a_deviation_needs_both_words(cast):
    visit, id = session(cast), uuid7()
    with pytest.raises(Unacceptable) as no:
        behaviour.deviate(by=cast.rosa, on=visit.pk, id=id, what="walked outside", reason="  ")
    assert codes(no) == ["missing"]
    said = {"by": cast.rosa, "on": visit.pk, "id": id, "what": "walked outside", "reason": "fire drill"}
    assert behaviour.deviate(**said).pk == behaviour.deviate(**said).pk == id


def test_a_strategy_of_no_plan_is_refused(cast):
    visit = session(cast)
    with pytest.raises(Unacceptable) as no:
        behaviour.use_strategy(by=cast.rosa, on=visit.pk, id=uuid7(), strategy_id=uuid7())
    assert codes(no) == ["no_such_strategy"]


def test_another_agency_is_absent(cast):
    for stranger in (uuid7(), cast.omar.pk):
        with pytest.raises(NotHere):
            behaviour.record(by=cast.rosa, on=stranger, observations=[])
