"""Is it working: the verdict, its rule and its reasons."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measure.bivariate_t import Bivariate, both_above_zero
from alongside.measure.command import main
from alongside.measure.level_beyond_trend import level_beyond_trend
from alongside.measure.step_or_trend import step_or_trend
from alongside.measure.verdict import RULES, Reason, Working, working

LOW, HIGH = [3, 4, 3, 4, 3], [9, 8, 9, 10, 9, 8]


def test_a_change():
    found = working(LOW, HIGH, "increase", rule="CDC printed")
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


def test_on_the_command_line(tmp_path, capsys):
    """One verdict a pair, with the rule as its variant; the other rules have a name of their own."""
    heading, path = "dataset,series,session,phase,condition,outcome,improvement", tmp_path / "some.csv"
    some = [("yes", LOW, HIGH), ("no", LOW, [3, 4, 3, 4, 4]), ("few", LOW, HIGH[:3])]
    lines = [
        f"d,{name},{n},{phase},{phase},{value},increase"
        for name, a, b in some
        for n, (phase, value) in enumerate([*(("A", v) for v in a), *(("B", v) for v in b)])
    ]
    path.write_text("\n".join([heading, *lines]))
    assert main([str(path), "--format", "json", "--metric", "verdict"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["series"], row["pair"], row["value"]) for row in found] == [
        ("yes", 1, 1),
        ("no", 1, 0),
        ("few", 1, None),
    ]
    assert {(row["metric"], row["variant"]) for row in found} == {("verdict", "step or trend")}
    assert main([str(path), "--format", "json", "--metric", "verdict by rule"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3 * (len(RULES) - 1)


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


def test_a_step_is_told_from_a_trend():
    rising = step_or_trend([1, 2.1, 2.9, 4, 5.1], [6, 7.1, 7.9, 9, 10], improvement="increase")
    assert not rising.change
    assert rising.trend > 0.99
    sudden = step_or_trend([1, 2.1, 0.9, 2, 1.1], [6, 7.1, 5.9, 7, 6], improvement="increase")
    assert sudden.change
    assert sudden.chance > 0.99
    assert sudden.step == pytest.approx(4.98)
    assert not step_or_trend([9, 8, 7, 6, 5], [6, 5, 4, 3, 2], improvement="increase").change


def test_the_odds_by_another_way():
    """The same odds by brute force: a grid over the size of step, of trend and of the scatter."""
    a, b = [3.0, 5.0, 4.0], [6.0, 5.0, 7.0, 8.0, 6.0]
    y, gap, cells = a + b, 4.0, [0.05 + 0.1 * n for n in range(160)]
    weigh = [math.exp(-(d**2) / 18) for d in cells]
    weight = [w / sum(weigh) for w in weigh]
    scatter = [1 / (math.exp(-4 + 0.1 * n)) for n in range(80)]

    def likely(step, trend):
        """Over every level and SD of the scatter; sizes in SDs."""
        shape = [trend * (n + 1) / gap + step * (n >= 3) for n in range(8)]
        total = 0.0
        for u in scatter:
            rest = [u * v - s for v, s in zip(y, shape, strict=True)]
            middle = sum(rest) / 8
            total += u**7 * math.exp(-sum((r - middle) ** 2 for r in rest) / 2)
        return total

    some = list(zip(cells, weight, strict=True))[::2]
    twice = sum(w for _, w in some)
    nothing, step, trend, both = (
        likely(0, 0),
        sum(w * likely(d, 0) for d, w in some) / twice,
        sum(w * likely(0, d) for d, w in some) / twice,
        sum(w * v * likely(d, e) for d, w in some for e, v in some) / twice**2,
    )
    found = step_or_trend(a, b, improvement="increase")
    assert found.log_odds == pytest.approx(math.log((step + both) / (nothing + trend)), abs=0.02)


def test_chances_of_two_numbers_together():
    """Around zero, P(both > 0) is 1/4 + asin(r) / (2 pi), whatever the freedom."""
    for r in (-0.8, 0.0, 0.3, 0.95):
        for freedom in (3, 12, 60):
            found = both_above_zero(Bivariate(0, 0, 1, 1, r, freedom))
            assert found == pytest.approx(0.25 + math.asin(r) / (2 * math.pi), abs=1e-6)
    assert both_above_zero(Bivariate(50, 50, 1, 1, 0, 5)) == pytest.approx(1, abs=1e-5)


def test_a_step_without_scatter():
    assert step_or_trend([2, 2, 2], [5, 5, 5, 5, 5], improvement="increase").change
    assert not step_or_trend([2, 2, 2], [2, 2, 2, 2, 2], improvement="increase").change
    assert not step_or_trend([0, 0, 0], [0, 0, 0, 0, 0], improvement="increase").change
    assert step_or_trend([2], [3, 4], improvement="increase") is None
    assert step_or_trend([1, 2], [3, 4], improvement="increase", a_sessions=[5, 6], b_sessions=[1, 2]) is None


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
