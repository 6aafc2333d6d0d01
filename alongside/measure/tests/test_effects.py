"""Invariants of the effect sizes, and their edges."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.measure import nonoverlap, standardized
from alongside.measure.corrected_tau import baseline_trend_p, tau_b_corrected, tau_corrected
from alongside.measure.estimate import UNDEFINED
from alongside.measure.goal import pogo
from alongside.measure.kendall import kendall, trend
from alongside.measure.log_medians import lrm
from alongside.measure.log_odds import lor
from alongside.measure.log_ratio import lrr_d, lrr_i, percent_change, truncated
from alongside.measure.nap import nap, newcombe, tau
from alongside.measure.student import upper_tail
from alongside.measure.tau_u import CONTRASTS, tau_u, tau_u_combined, tau_u_variant

phases = st.lists(st.integers(0, 30), min_size=2, max_size=14)
improvement = st.sampled_from(["increase", "decrease"])
SHARES = (nonoverlap.pnd, nonoverlap.pem, nonoverlap.pem_strict, nonoverlap.pand, nonoverlap.pand_sorted)


@given(phases, phases, improvement)
def test_overlap_lies_between_zero_and_one(a, b, better):
    for measure in (*SHARES, nonoverlap.pet):
        assert 0 <= measure(a, b, improvement=better) <= 1
    assert nonoverlap.pand(a, b, improvement=better) >= max(len(a), len(b)) / (len(a) + len(b))
    assert nonoverlap.pem_strict(a, b, improvement=better) <= nonoverlap.pem(a, b, improvement=better)


@given(phases, phases)
def test_a_mirrored_series_turns_the_direction_around(a, b):
    low_a, low_b = [-x for x in a], [-x for x in b]
    for measure in (*SHARES, nonoverlap.ird, nonoverlap.pet, tau_u):
        up, down = measure(a, b, improvement="increase"), measure(low_a, low_b, improvement="decrease")
        assert up == pytest.approx(down) or measure is nonoverlap.pand_sorted
    for estimate in (nap, tau, tau_corrected, tau_b_corrected, standardized.smd):
        up, down = estimate(a, b, improvement="increase"), estimate(low_a, low_b, improvement="decrease")
        assert (up.value, up.se) == pytest.approx((down.value, down.se), nan_ok=True)


@given(phases, phases)
def test_nap_and_tau(a, b):
    up, down = nap(a, b, improvement="increase"), nap(a, b, improvement="decrease")
    assert 0 <= up.lower <= up.value <= up.upper <= 1
    assert up.value + down.value == pytest.approx(1)
    between = sum((y > x) - (y < x) for x in a for y in b)
    assert tau(a, b, improvement="increase").value == pytest.approx(between / len(a) / len(b))
    assert tau(a, b, improvement="increase").value == pytest.approx(2 * up.value - 1)
    wider = nap(a, b, improvement="increase", confidence=0.99)
    assert wider.lower <= up.lower <= up.upper <= wider.upper


@given(st.integers(1, 12), st.integers(1, 12), st.floats(0.01, 0.99))
def test_newcombe_bounds_solve_their_equation(m, n, value):
    z, h = 1.959963984540054, (m + n) / 2 - 1
    for bound in (*newcombe(value, m, n), newcombe(1.0, m, n)[0] if value > 0.5 else newcombe(0.0, m, n)[1]):
        centre = value if bound in newcombe(value, m, n) else float(value > 0.5)
        both = bound * (1 - bound)
        right = z**2 * both * (2 + h + (1 + 2 * h) * both)
        assert m * n * (centre - bound) ** 2 * (2 - bound) * (1 + bound) == pytest.approx(right, abs=1e-9)


def test_the_coarse_search_stays_near():
    for value in (0.1, 0.5, 0.83):
        assert newcombe(value, 5, 7, search="coarse") == pytest.approx(newcombe(value, 5, 7), abs=1.3e-4)


def test_perfect_overlap():
    found = nap([1, 2, 3], [4, 5, 6, 7, 8, 9, 10], improvement="increase")
    assert (found.value, found.upper) == (1, 1)
    assert found.lower == pytest.approx(0.600108, abs=1e-6), "a perfect result of few points is far from certain"
    assert found.se > 0
    assert nap([1], [2], improvement="increase").se is None
    for wrong in ({"improvement": "up"}, {"improvement": "increase", "error": "exact"}):
        with pytest.raises(ValueError):
            nap([1, 2], [3, 4], **wrong)


@given(phases, phases)
def test_tau_u_adds_up(a, b):
    m, n = len(a), len(b)
    s_ab, s_a, s_b = (sum((y > x) - (y < x) for x in a for y in b), trend(a), trend(b))
    sums = dict(zip(CONTRASTS, (s_ab, s_ab - s_a, s_ab + s_b, s_ab + s_b - s_a, s_a, s_b), strict=True))
    pairs = dict(zip(CONTRASTS, (0, m * (m - 1), n * (n - 1), m * (m - 1) + n * (n - 1)), strict=False))
    for contrast in CONTRASTS[:4]:
        found = tau_u_variant(a, b, contrast=contrast, variant="complete tau-a").value
        assert found == pytest.approx(sums[contrast] / (m * n + pairs[contrast] / 2))
        parker = tau_u_variant(a, b, contrast=contrast, variant="parker")
        assert parker.se is None or parker.se >= 0
    assert tau_u(a, b, improvement="increase") == pytest.approx((s_ab - s_a) / (m * n))


def test_tau_u_can_leave_its_range():
    assert tau_u([1, 2, 3, 4, 5], [2, 1, 0, 0, 0], improvement="decrease") == pytest.approx(1.24)


def test_cases_combined():
    assert tau_u_combined([(0.5, 12), (0.5, 30)]).value == pytest.approx(0.5)
    assert tau_u_combined([(1.0, 12), (0.2, 30)]).value == 1
    assert tau_u_combined([(1.0, 12), (-1.0, 30)]) == UNDEFINED
    assert tau_u_combined([(1.02, 12)]) == UNDEFINED
    assert tau_u_combined([(0.4, 3)]) == UNDEFINED


def test_kendall_p_exactly():
    """Four points in order: 2 of 24 orders are as extreme."""
    assert baseline_trend_p([1, 2, 3, 4]) == pytest.approx(2 / 24)
    assert baseline_trend_p([3, 3, 3]) is None
    assert baseline_trend_p([1]) is None
    with pytest.raises(ValueError):
        kendall([1, 2], [1])


def test_only_a_real_baseline_trend_is_taken_off():
    rising, flat, b = [1, 2, 3, 4, 5, 6], [3, 2, 3, 4, 3, 2], [7, 8, 9, 10, 11]
    assert tau_corrected(rising, b, improvement="increase", only_if_p_below=0.05).value == 0
    found = tau_corrected(flat, b, improvement="increase", only_if_p_below=0.05)
    assert found == tau(flat, b, improvement="increase")


def test_student():
    for t, freedom, printed in ((6.314, 1, 0.05), (2.920, 2, 0.05), (2.571, 5, 0.025), (3.169, 10, 0.005)):
        assert upper_tail(t, freedom) == pytest.approx(printed, abs=2e-5)
        assert upper_tail(-t, freedom) == pytest.approx(1 - printed, abs=2e-5)
    assert upper_tail(0, 7) == 0.5
    with pytest.raises(ValueError):
        upper_tail(1, 0)


def test_ratios_of_either_direction():
    a, b = [10, 12, 14], [5, 6, 7]
    down, up = lrr_d(a, b, improvement="decrease"), lrr_i(a, b, improvement="decrease")
    assert down.value == pytest.approx(-up.value)
    assert percent_change(lrr_d(a, b, improvement="decrease", bias_correct=False).value) == pytest.approx(-50)
    shares = ([0.2, 0.3], [0.6, 0.7])
    left = [[1 - x for x in side] for side in shares]
    assert lrr_d(*shares, improvement="increase", scale="proportion").value == pytest.approx(
        lrr_d(*left, improvement="decrease", scale="proportion").value
    )


def test_a_phase_of_zeros():
    assert lrr_d([4, 5], [0, 0], improvement="decrease") == UNDEFINED
    found = lrr_d([4, 5], [0, 0], improvement="decrease", scale="count", bias_correct=False)
    assert found.value == pytest.approx(math.log(0.25 / 4.5)), "the mean of n zeros counts as 1/(2Dn)"
    assert truncated([0, 0], 10).mean == pytest.approx(1 / 40)
    assert truncated([0, 0], 10).variance == pytest.approx(1 / 800)


def test_odds_of_shares_only():
    assert lor([0.2, 0.3], [0.6, 0.7], improvement="increase", scale="count") == UNDEFINED
    assert lor([0.2, 0.3], [1, 1], improvement="increase", scale="proportion") == UNDEFINED
    assert lor([0.2, 0.3], [1, 1], improvement="increase", scale="proportion", intervals=20).value > 0
    plain = lor([20, 30], [60, 70], improvement="increase", scale="percentage", bias_correct=False)
    assert plain.value == pytest.approx(math.log(0.65 / 0.35) - math.log(0.25 / 0.75))


def test_undefined_effects():
    assert standardized.smd([3, 3, 3], [4, 5], improvement="increase") == UNDEFINED
    assert standardized.smd([3], [4, 5], improvement="increase") == UNDEFINED
    assert lrm([0, 0, 1], [2, 3], improvement="increase") == UNDEFINED
    assert lrm([0, 3, 4, 5, 6], [2, 3, 4], improvement="increase").se is None
    assert pogo([5, 5], [7, 8], goal=5) == UNDEFINED
    assert pogo([5], [10], goal=10).value == 100
    for measure in (*SHARES, nonoverlap.ird, nonoverlap.pet):
        assert measure([], [1], improvement="increase") is None
    for estimate in (nap, tau, tau_corrected, tau_b_corrected, standardized.smd, lrm, lrr_d, lrr_i):
        assert estimate([], [1, 2], improvement="increase") == UNDEFINED
