"""Conditional and background probabilities: worked example, intervals, moments, many records at once."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.measure.likelihood import difference, in_intervals, likelihood, of_pairs, within_seconds
from alongside.measure.tabulated import behavior_given, given_behavior
from alongside.measure.tests.places import CARRIED
from alongside.measure.wilson import share


def test_worked_example():
    """The case `csa_own`: attention after behavior."""
    case = next(c for c in json.loads((CARRIED / "worked_cases.json").read_text()) if c["id"] == "csa_own")
    table, wanted = case["table"], case["expected"]
    found = likelihood(both=table["beh_att"], condition_only=table["beh_noatt"], event_only=table["nobeh_att"],
                       neither=table["nobeh_noatt"])  # fmt: skip
    assert found.given.value == pytest.approx(wanted["p_att_given_beh"])
    assert found.background.value == pytest.approx(wanted["p_att"])
    assert found.without.value == pytest.approx(wanted["p_att_given_nobeh"])
    assert found.table.delta == pytest.approx(wanted["csa_delta"])
    assert (found.table.relative_risk, found.table.yules_q) == pytest.approx(
        (wanted["relative_risk"], wanted["yules_q"])
    )
    assert (found.given.count, found.given.of, found.background.of) == (14, 20, 60)
    assert found.given.lower < 0.7 < found.given.upper


def test_newcombes_interval():
    """His worked example (a): 56 of 70 less 48 of 80, .0524 to .3339."""
    assert difference(share(56, 70), share(48, 80)) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert difference(share(0, 10), share(0, 20)) == pytest.approx((-0.1611, 0.2775), abs=5e-5)
    assert difference(share(0, 0), share(1, 2)) == (None, None)


def test_intervals():
    behavior, attention = [True, False, True, None, True, False], [False, True, False, True, True, True]
    assert in_intervals(behavior, attention).given.count == 1
    after = in_intervals(behavior, attention, lag=1)
    assert (after.given.count, after.given.of, after.without.count, after.without.of) == (3, 3, 0, 1)
    for broken in (([True], [True, False], 0), ([True], [True], -1)):
        with pytest.raises(ValueError):
            in_intervals(broken[0], broken[1], lag=broken[2])


def test_moments():
    found = within_seconds([3, 41], [12, 25, 55], seconds=10, length=60)
    assert (found.given.count, found.given.of) == (1, 2), "12 is nine seconds after 3; 55 is fourteen after 41"
    assert (found.without.count, found.without.of) == (3, 4), "windows from 10, 20 and 50"
    assert within_seconds([], [], seconds=10, length=0).background.value is None
    for broken in (([70], [], 10, 60), ([], [], 0, 60)):
        with pytest.raises(ValueError):
            within_seconds(broken[0], broken[1], seconds=broken[2], length=broken[3])


records = some.lists(some.tuples(some.booleans(), some.sets(some.sampled_from("abc"))), max_size=40)


@given(records)
def test_many_at_once_is_each_by_itself(seen):
    for note, found in behavior_given(seen).items():
        assert found == of_pairs((note in notes, occurred) for occurred, notes in seen)
    for note, found in given_behavior(seen).items():
        assert found == of_pairs((occurred, note in notes) for occurred, notes in seen)


@given(some.lists(some.integers(0, 30), min_size=4, max_size=4))
def test_the_bounds_hold_the_difference(counts):
    found = likelihood(both=counts[0], condition_only=counts[1], event_only=counts[2], neither=counts[3])
    if found.table.delta is None:
        assert (found.lower, found.upper) == (None, None)
    else:
        assert (
            -1 - 1e-9 <= found.lower <= found.table.delta + 1e-9 and found.table.delta - 1e-9 <= found.upper <= 1 + 1e-9
        )
