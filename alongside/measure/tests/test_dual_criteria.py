"""Dual criteria: critical counts, lines, ties, and what cannot be decided."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measure.dual_criteria import (
    PRINTED,
    at_least,
    conservative_dual_criteria,
    critical_count,
    dual_criteria,
)
from alongside.measure.tests.places import CARRIED

EXACT = next(
    case["expected"]
    for case in json.loads((CARRIED / "worked_cases.json").read_text())
    if case["kind"].startswith("dual-criteria")
)


@pytest.mark.parametrize(("points", "needed"), EXACT.items())
def test_exact_counts(points, needed):
    assert critical_count(int(points), criterion="exact") == needed


def test_printed_counts():
    """Fisher's table asks for one point fewer at these lengths, and for the same at all others."""
    apart = {n for n in range(3, 31) if critical_count(n) != critical_count(n, criterion="exact")}
    assert apart == {7, 10, 12, 17, 19, 20, 21, 22, 23}
    assert all(PRINTED[n] == critical_count(n, criterion="exact") - 1 for n in apart)
    assert [critical_count(n) for n in (0, 4)] == [None, None]
    assert at_least(4, 4) == 0.0625


def test_lines_move_toward_improvement():
    a, b = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
    plain = dual_criteria(a, b, improvement="increase")
    shifted = conservative_dual_criteria(a, b, improvement="increase")
    assert (plain.beyond, shifted.beyond, plain.needed) == (5, 4, 6)
    assert shifted.mean - plain.mean == pytest.approx(0.25 * 2.503331, abs=1e-6)
    assert shifted.trend.intercept - plain.trend.intercept == pytest.approx(0.25 * 2.503331, abs=1e-6)
    fallen = conservative_dual_criteria(a, b, improvement="decrease")
    assert fallen.mean < plain.mean
    broader = conservative_dual_criteria(a, b, improvement="increase", population_sd=True)
    assert broader.beyond == 5, "the smaller SD lets one more point pass"


def test_a_point_on_a_line_is_not_beyond_it():
    found = dual_criteria([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], improvement="increase")
    assert (found.beyond, found.change) == (0, False)


def test_real_sessions_carry_the_trend():
    a, b = [1, 2, 3], [4.5, 5.5, 6.5, 7.5, 8.5]
    assert dual_criteria(a, b, improvement="increase").beyond == 5
    later = dual_criteria(a, b, improvement="increase", a_sessions=[1, 2, 3], b_sessions=[11, 12, 13, 14, 15])
    assert later.beyond == 0


def test_undecidable():
    few = dual_criteria([1, 2, 1], [9, 9, 9, 9], improvement="increase")
    assert (few.change, few.needed, few.beyond) == (None, None, 4)
    assert dual_criteria([1], [2] * 5, improvement="increase") is None
    assert dual_criteria([1, 2], [], improvement="increase") is None


phases = st.lists(st.integers(0, 30), min_size=5, max_size=12)


@given(phases, phases)
def test_conservative_never_counts_more(a, b):
    for better in ("increase", "decrease"):
        plain, shifted = (dual_criteria(a, b, improvement=better, shift=shift) for shift in (0, 0.25))
        assert shifted.beyond <= plain.beyond <= len(b)
    up = dual_criteria(a, b, improvement="increase")
    mirrored = dual_criteria([-x for x in a], [-x for x in b], improvement="decrease")
    assert (up.beyond, up.change) == (mirrored.beyond, mirrored.change)
