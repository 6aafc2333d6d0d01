"""Is it working: the verdict, its rule and its reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measure.level_beyond_trend import level_beyond_trend
from alongside.measure.verdict import RULES, Reason, Working, working

LOW, HIGH = [3, 4, 3, 4, 3], [9, 8, 9, 10, 9, 8]


def test_a_change():
    found = working(LOW, HIGH, "increase")
    assert found == Working(
        "change", "CDC printed", (Reason("beyond_both_lines", {"beyond": 6, "points": 6, "needed": 6}),)
    )
    assert working(LOW, HIGH, "decrease").verdict == "no change"
    assert working(HIGH, LOW, "decrease").verdict == "change"


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_sees_the_obvious(rule):
    assert working(LOW, HIGH, "increase", rule=rule)[:2] == ("change", rule)
    assert working(LOW, LOW, "increase", rule=rule).verdict == "no change"


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("a", "b", "codes"),
    [
        (LOW, HIGH[:4], {"too_few_intervention": {"points": 4, "needed": 5}}),
        (LOW[:2], HIGH, {"too_few_baseline": {"points": 2, "needed": 3}}),
        ([], [], {"too_few_baseline": {"points": 0, "needed": 3}, "too_few_intervention": {"points": 0, "needed": 5}}),
    ],
)
def test_undecidable(rule, a, b, codes):
    found = working(a, b, "increase", rule=rule)
    assert found.verdict == "undecidable"
    assert dict(found.reasons) == codes


def test_cautions():
    codes = {reason.code: reason.values for reason in working([1, 2, 4], HIGH, "increase").reasons}
    assert codes["short_baseline"] == {"points": 3, "recommended": 5}
    assert codes["baseline_improving"] == {"slope": 1.5}
    assert "baseline_improving" not in dict(working([4, 2, 1], HIGH, "increase").reasons)
    assert dict(working([0, 0, 0, 0, 0], HIGH, "increase").reasons)["flat_baseline"] == {"value": 0}


def test_what_is_not_a_question():
    with pytest.raises(ValueError, match="rule"):
        working(LOW, HIGH, "increase", rule="eye")
    with pytest.raises(ValueError, match="improvement"):
        working(LOW[:1], HIGH, "up")


def test_a_trend_that_goes_on_is_not_a_change():
    """Every overlap index calls this series perfect."""
    a, b = [1, 2.1, 2.9, 4, 5.1], [6, 7.1, 7.9, 9, 10]
    assert working(a, b, "increase", rule="level beyond trend").verdict == "no change"
    step = level_beyond_trend(a, b, improvement="increase")
    assert step.slope == pytest.approx(1, abs=0.05)


def test_a_trend_against_improvement_is_not_credited():
    a, b = [9, 8, 7, 6, 5], [6, 5, 4, 3, 2]
    step = level_beyond_trend(a, b, improvement="increase")
    assert (step.slope, step.change) == (0, False)
    assert step.step == pytest.approx(-3), "the plain difference of means"


def test_points_without_scatter():
    assert level_beyond_trend([2, 2, 2], [5, 5, 5, 5, 5], improvement="increase").change
    assert not level_beyond_trend([2, 2, 2], [2, 2, 2, 2, 2], improvement="increase").change
    assert level_beyond_trend([2], [3, 4], improvement="increase") is None
    assert level_beyond_trend([], [3, 4, 5, 6], improvement="increase") is None


phases = st.lists(st.integers(0, 30), min_size=5, max_size=12)


@given(phases, phases, st.sampled_from(RULES), st.integers(-9, 9))
def test_verdicts_do_not_depend_on_zero_unit_or_sign(a, b, rule, shift):
    found = working(a, b, "increase", rule=rule).verdict
    assert working([x + shift for x in a], [x + shift for x in b], "increase", rule=rule).verdict == found
    assert working([4 * x for x in a], [4 * x for x in b], "increase", rule=rule).verdict == found
    assert working([-x for x in a], [-x for x in b], "decrease", rule=rule).verdict == found
