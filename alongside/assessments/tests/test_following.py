"""What follows what, told apart from chance, and how two people's records agree: by example and by invariant."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.assessments.known import known
from alongside.assessments.rules.evidence import gathered
from alongside.assessments.rules.gaps import gaps
from alongside.assessments.rules.intervals import Marks, intervals
from alongside.assessments.rules.looks import looked
from alongside.assessments.rules.observers import compared
from alongside.assessments.rules.sequences import sequences
from alongside.assessments.tests.test_rules import ESCAPE, MONDAY, NOTHING, record
from alongside.measure.transitions import Pair, bound


def told(found, pairs):
    return {(pair.given, pair.target): found.looks.told(pair) for pair in pairs}


def test_before_and_after_are_told_apart_only_where_enough_is_expected():
    found = sequences(ESCAPE + NOTHING, known())
    assert told(found, found.before) == {
        ("demand", True): "more", ("attention_away", True): "fewer", ("peer", True): "few",
    }  # fmt: skip
    assert told(found, found.after) == {(True, "break"): "more", (True, "none"): "fewer", (True, "ignored"): "few"}
    demand = next(pair for pair in found.before if pair.given == "demand")
    assert (demand.count, demand.given_n, demand.n) == (14, 17, 31)
    assert demand.probability == pytest.approx(14 / 17) and demand.otherwise == pytest.approx(2 / 14)
    assert demand.residual == pytest.approx(3.774, abs=5e-4) and demand.yules_q == pytest.approx(0.931, abs=5e-4)


def test_several_looks_ask_for_more_than_one():
    found = sequences(ESCAPE + NOTHING, known())
    assert found.looks.number == 3 + 3 + 4 and found.looks.few == 6
    assert found.looks.bound == bound(4) == pytest.approx(2.4977, abs=5e-5)
    assert found.looks.by_chance == pytest.approx(0.2) and found.looks.apart == 4
    one = Pair("a", "b", 16, 20, 50, 100)
    assert one.residual == pytest.approx(3.0) and looked([one], least=5).told(one) == "more"
    assert looked([one] * 20, least=5).told(one) == "alike"


def test_without_samples_before_and_after_say_nothing():
    found = sequences(ESCAPE, known())
    assert {*told(found, found.before).values(), *told(found, found.after).values()} == {"few"}
    assert len(found.chains) == 2


def marks(*rows, target="calls", stream=1, length=15, first=1):
    return Marks(stream, target, "partial_interval", length, {n: bool(mark) for n, mark in enumerate(rows, first)})


def test_what_follows_in_intervals_is_counted_within_a_visit_and_across_no_gap():
    one = [marks(1, 0, 1, 0), marks(0, 1, 0, 1, target="company")]
    two = [marks(1, 0, stream=2), marks(0, 1, target="company", stream=2)]
    found = intervals([*one, *two], ["calls"], known())
    rows = {(row.given, row.target): row for row in found.rows}
    assert set(rows) == {("calls", "calls"), ("calls", "company"), ("company", "calls")}
    follows = rows["calls", "company"]
    assert (follows.next.count, follows.next.given_n, follows.next.n, follows.visits) == (3, 3, 4, 2)
    assert [one.lag for one in follows.lags] == [0, 1, 2, 3]
    assert [one.lag for one in rows["calls", "calls"].lags] == [1, 2, 3] and not found.alone
    gap = intervals([marks(1), marks(1, target="company", first=3)], ["calls"], known())
    assert [(row.given, row.target) for row in gap.rows] == [("calls", "company")]


def test_intervals_of_another_length_or_of_others_alone_are_not_compared():
    found = intervals([marks(1, 0), marks(0, 1, target="company", length=10)], ["calls"], known())
    assert [(row.given, row.target) for row in found.rows] == [("calls", "calls")] and found.alone
    assert intervals([marks(1, 0, target="company")], ["calls"], known()) is None
    assert intervals([], ["calls"], known()) is None


def at(second, before="demand", after="break", **more):
    return record(True, before, after, at=MONDAY + timedelta(seconds=second), **more)


def test_two_people_of_one_visit_agree_on_what_both_saw():
    first = [at(0), at(100), at(200, "peer"), at(900, stream=2)]
    second = [at(10), at(120, after="ignored"), at(500)]
    found = compared(first, second, known())
    assert (found.visits, found.both, found.first_only, found.second_only) == (1, 2, 1, 1)
    assert found.events == 50 and found.low and found.few
    assert [(one.field, one.percent, one.of) for one in found.fields] == [
        ("antecedent", 100, 2), ("consequence", 50, 2), ("effect", None, 0),
    ]  # fmt: skip
    assert compared(first, [], known()) is None


def test_the_second_persons_records_count_in_no_other_table():
    alone, evidence = gathered(ESCAPE, (), known()), gathered(ESCAPE, (), known())
    twice = compared(ESCAPE, ESCAPE, known())
    assert alone.occurrences == evidence.occurrences == len(ESCAPE) and twice.events == 100 and not twice.low
    codes = [gap.code for gap in gaps(evidence, known(), twice)]
    assert "assessments.gap.one_observer" not in codes and "assessments.gap.apart" not in codes
    apart = compared(ESCAPE, [at(7200)] * 5, known())
    assert "assessments.gap.apart" in [gap.code for gap in gaps(evidence, known(), apart)]


times = some.lists(some.integers(0, 400), max_size=12)


@given(times, times)
def test_whoever_is_first_both_saw_the_same_number(one, two):
    here, there = [at(n) for n in one], [at(n) for n in two]
    if here and there:
        found, back = compared(here, there, known()), compared(there, here, known())
        assert (found.both, found.first_only, found.events) == (back.both, back.second_only, back.events)
        assert found.both + found.first_only == len(one)
