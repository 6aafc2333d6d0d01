"""Level, trend, variability, immediacy and celeration of one graph."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measure import phase
from alongside.measure.celeration import celeration, in_words
from alongside.measure.moments import autocorrelation
from alongside.measure.piecewise import piecewise
from alongside.measure.regression import fit
from alongside.measure.series import Phase
from alongside.measure.tests.places import CARRIED
from alongside.measure.trend import Line, least_squares, quarter_intersect, split_middle, theil_sen

CELERATION = next(
    case["expected"] for case in json.loads((CARRIED / "worked_cases.json").read_text()) if case["kind"] == "celeration"
)


def test_level_and_variability():
    assert phase.level([2, 4, 9]) == phase.Level(5, 4)
    assert phase.level([]) is None
    found = phase.variability([2, 4, 6])
    assert (found.sd, found.cv, found.lowest, found.highest) == (2, 0.5, 2, 6)
    assert phase.variability([3]) == phase.Variability(None, None, 3, 3)
    assert phase.variability([-1, 1]).cv is None
    assert phase.variability([]) is None


def test_stability_envelope():
    assert phase.stability_envelope([8, 10, 12, 10, 20]).stable, "four of five lie from 7.5 to 12.5"
    shaky = phase.stability_envelope([4, 10, 10, 20])
    assert (shaky.lower, shaky.upper, shaky.inside, shaky.points, shaky.stable) == (7.5, 12.5, 2, 4, False)
    assert phase.stability_envelope([0, 0, 0, 0, 1]).stable
    assert phase.stability_envelope([]) is None


def test_changes_at_the_line():
    a, b = [5, 6, 9, 1, 2, 3], [10, 11, 12, 30]
    assert phase.immediacy(a, b) == 11 - 2
    assert phase.immediacy(a[:2], b) is None
    assert phase.absolute_level_change(a, b) == 7
    assert phase.relative_level_change(a, b) == 10.5 - 2
    assert phase.relative_level_change([1, 2, 3], [4, 99, 5]) == 4 - 3, "the odd middle point is left out"
    assert phase.absolute_level_change([], b) is None
    assert phase.relative_level_change([1], b) is None


def test_lines():
    x, y = [1, 2, 3, 4, 5, 6, 7], [2, 3, 2, 5, 6, 5, 8]
    straight = least_squares(x, y)
    assert (straight.slope, straight.intercept) == pytest.approx((13 / 14, 5 / 7))
    assert quarter_intersect(x, y) == Line(1.0, 0.0)
    assert split_middle(x, y) == Line(1.0, 1.0), "shifted up: five of the seven points lay above"
    assert theil_sen([1, 2, 3], [1, 5, 3]) == Line(1.0, 0.0)
    assert theil_sen([1, 1], [2, 3]) is None
    assert least_squares([4, 4], [1, 2]) is None
    assert quarter_intersect([1], [1]) is None
    assert quarter_intersect([1, 1], [1, 2]) is None


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=25))
def test_split_middle_halves_the_points(y):
    x = range(1, len(y) + 1)
    line = split_middle(x, y)
    above = sum(q > line.at(p) + 1e-9 for p, q in zip(x, y, strict=True))
    below = sum(q < line.at(p) - 1e-9 for p, q in zip(x, y, strict=True))
    assert max(above, below) <= len(y) / 2


@given(st.floats(-5, 5), st.floats(-50, 50), st.integers(3, 12))
def test_every_line_finds_a_straight_series(slope, start, n):
    x = list(range(n))
    y = [start + slope * t for t in x]
    for method in (least_squares, theil_sen, split_middle):
        found = method(x, y)
        assert (found.slope, found.intercept) == pytest.approx((slope, start), abs=1e-8)


def test_celeration():
    days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
    wanted = CELERATION["OLS log10 days 0,1,2,3,4,7,8,9,10,11 y 10,11,12,11,13,15,14,16,17,18"]
    assert celeration(days, [10, 11, 12, 11, 13, 15, 14, 16, 17, 18]) == pytest.approx(wanted, abs=5e-7)
    assert celeration([0, 28], [10, 20]) == pytest.approx(CELERATION["10->20 in 28 d"], abs=5e-7)
    assert celeration([0, 28], [10, 25], method="quarter-intersect") == pytest.approx(
        CELERATION["10->25 in 28 d"], abs=5e-7
    )
    assert in_words(1.25) == ("x", 1.25)
    assert in_words(0.8) == ("/", 1.25)


def test_celeration_of_zeros():
    assert celeration([0, 7], [0, 1]) is None
    assert celeration([0, 7], [0, 1], record_floor=0.1) == pytest.approx(20)
    assert celeration([3, 3], [1, 2]) is None
    with pytest.raises(ValueError, match="negative"):
        celeration([0, 7], [-1, 1])


def test_autocorrelation():
    assert autocorrelation([20, 20, 26, 25, 22, 23]) == pytest.approx(0.134751773)
    assert autocorrelation([3, 3, 3]) is None
    assert autocorrelation([3]) is None


def test_regression_that_is_not_determined():
    assert fit([[1, 1, 1], [2, 2, 2]], [1, 2, 3]) is None
    assert piecewise([]) == {}
    twice = Phase("A", "A", (1, 2), (1, 2))
    assert piecewise([twice, twice]) == {}
    exact = piecewise([Phase("A", "A", (1, 2), (1, 2)), Phase("B", "B", (3, 4), (5, 7))])
    assert (exact["phaseB"].value, exact["phaseB"].se) == (pytest.approx(2), None)
