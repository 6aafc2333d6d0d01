"""Agreement between observers: the published worked examples, and the edges."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measure import ioa
from alongside.measure.kappa import cohen
from alongside.measure.tests.places import CARRIED, OBSERVERS

REED = json.loads((OBSERVERS / "reed_azulay_2011_worked_examples.json").read_text())
CASES = {case["id"]: case for case in json.loads((CARRIED / "worked_cases.json").read_text())}


def test_counts_of_reed_and_azulay():
    one, two = REED["event_15x1min"]["observer1"], REED["event_15x1min"]["observer2"]
    printed = REED["event_15x1min"]["published"]
    partial = ioa.mean_count_per_interval(one, two)
    assert ioa.total_count(one, two).value == printed["total_count_pct"]
    assert partial.value == pytest.approx(printed["partial_agreement_within_intervals_pct"])
    assert partial.numerator == printed["partial_agreement_sum"]
    exact = ioa.exact_count_per_interval(one, two)
    assert f"{exact.numerator}/{exact.denominator}" == printed["exact_agreement_fraction"]
    assert exact.value == pytest.approx(CASES["ioa_ra2011_fig1"]["expected"]["exact"], abs=5e-5)


def test_intervals_of_reed_and_azulay():
    one, two = REED["interval_7"]["observer1"], REED["interval_7"]["observer2"]
    wanted = CASES["ioa_ra2011_fig2"]["expected"]
    assert (
        round(ioa.interval_by_interval(one, two).value, 1)
        == REED["interval_7"]["published"]["interval_by_interval_pct"]
    )
    scored, unscored = ioa.scored_interval(one, two), ioa.unscored_interval(one, two)
    assert (scored.value, scored.denominator) == (wanted["scored"], wanted["scored_n"])
    assert (unscored.value, unscored.denominator) == (wanted["unscored"], wanted["unscored_n"])
    assert cohen(one, two) == pytest.approx(wanted["cohen_kappa"], abs=5e-7)


def test_durations():
    per_cent = REED["duration_4"]["per_timing_agreement_pct"]
    found = ioa.mean_duration_per_occurrence([100.0] * 4, per_cent)
    assert found.value == pytest.approx(CASES["ioa_ra2011_fig3"]["expected"]["mean_duration_per_occurrence"])
    assert round(found.value) == REED["duration_4"]["published"]["mean_duration_per_occurrence_pct"]
    own = CASES["ioa_dur_own"]
    assert ioa.total_duration(own["o1"], own["o2"]).value == pytest.approx(own["expected"]["total_duration"], abs=5e-5)
    mean = ioa.mean_duration_per_occurrence(own["o1"], own["o2"]).value
    assert mean == pytest.approx(own["expected"]["mean_duration_per_occurrence"], abs=5e-5)


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (ioa.total_count([], []), None),
        (ioa.total_count([0, 0], [0, 0]), 100),
        (ioa.total_count([0], [3]), 0),
        (ioa.mean_count_per_interval([], []), None),
        (ioa.mean_count_per_interval([0, 2], [0, 1]), 75),
        (ioa.exact_count_per_interval([], []), None),
        (ioa.trial_by_trial(["+", "-", "P"], ["+", "+", "P"]), 200 / 3),
        (ioa.trial_by_trial([], []), None),
        (ioa.mean_duration_per_occurrence([10, 20], [10]), 50),
        (ioa.mean_duration_per_occurrence([], []), None),
        (ioa.mean_latency([4, 8], [5, 8]), 90),
        (ioa.mean_inter_response_time([30], [60]), 50),
        (ioa.scored_interval([False, False], [False, False]), None),
        (ioa.unscored_interval([True], [True]), None),
        (ioa.interval_by_interval([], []), None),
        (ioa.event_window([10, 20, 31], [11, 24, 30], seconds=2), 50),
        (ioa.event_window([10, 11], [10.5], seconds=1), 50),
        (ioa.event_window([10], [12], seconds=2), 100),
        (ioa.event_window([], [], seconds=2), None),
    ],
)
def test_edges(found, value):
    assert found.value == pytest.approx(value) if value is not None else found.value is None


def test_observers_of_different_intervals_are_refused():
    with pytest.raises(ValueError, match="7 and 8"):
        ioa.interval_by_interval([True] * 7, [True] * 8)


counts = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=30)


@given(counts)
def test_symmetry_and_order(pairs):
    """Which observer is first does not matter; exact agreement never exceeds partial agreement."""
    one, two = zip(*pairs, strict=True)
    for measure in (ioa.total_count, ioa.mean_count_per_interval, ioa.exact_count_per_interval):
        assert measure(one, two) == measure(two, one)
        assert 0 <= measure(one, two).value <= 100
    assert ioa.exact_count_per_interval(one, two).value <= ioa.mean_count_per_interval(one, two).value + 1e-9
    assert ioa.exact_count_per_interval(one, one).value == 100
