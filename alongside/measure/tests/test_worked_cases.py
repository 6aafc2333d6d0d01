"""Worked cases: effect sizes of short AB series, and the between-case effect size of six writers."""

import json

import pytest

from alongside.measure import nonoverlap, standardized
from alongside.measure.between_case import multiple_baseline
from alongside.measure.corrected_tau import tau_b_corrected, tau_corrected
from alongside.measure.dual_criteria import dual_criteria
from alongside.measure.kendall import kendall, trend
from alongside.measure.log_ratio import lrr_i, percent_change
from alongside.measure.nap import nap, tau
from alongside.measure.series import Phase
from alongside.measure.tau_u import tau_u, tau_u_variant
from alongside.measure.tests.places import CARRIED
from alongside.measure.trend import least_squares, theil_sen

CASES = json.loads((CARRIED / "worked_cases.json").read_text())
AB = [case for case in CASES if case["kind"] == "AB"]


def near(wanted):
    return pytest.approx(wanted, abs=6e-7)


@pytest.fixture(params=AB, ids=lambda case: case["id"])
def ab(request):
    case = request.param
    return case["A"], case["B"], {"inc": "increase", "dec": "decrease"}[case["improvement"]], case["expected"]


def test_overlap(ab):
    a, b, better, wanted = ab
    assert nonoverlap.pnd(a, b, improvement=better) == near(wanted["PND"])
    assert nonoverlap.pem(a, b, improvement=better) == near(wanted["PEM"])
    assert nonoverlap.pand(a, b, improvement=better) == near(wanted["PAND"])
    assert nonoverlap.ird(a, b, improvement=better) == near(wanted["IRD_robust"])


def test_nap_and_tau(ab):
    a, b, better, wanted = ab
    for error in ("unbiased", "Hanley", "null"):
        assert nap(a, b, improvement=better, error=error).se == near(wanted[f"NAP_SE_{error}"])
    found = nap(a, b, improvement=better)
    assert (found.value, tau(a, b, improvement=better).value) == near((wanted["NAP"], wanted["Tau"]))
    if found.value < 1:
        assert [found.lower, found.upper] == near(wanted["NAP_CI95_Newcombe"])
    else:  # the case's [0, 1] says only that its search found no root: the bound exists
        assert 0 < found.lower < found.upper == 1


def test_tau_u(ab):
    a, b, better, wanted = ab
    m, n = len(a), len(b)
    between = sum((y > x) - (y < x) for x in a for y in b)
    assert {"S_AB": between, "S_A": trend(a), "S_B": trend(b)} == wanted["kendall"]
    assert tau_u(a, b, improvement=better) == near(wanted["TauU_Parker_AvsB_minus_trendA"])
    assert (between + trend(b)) / (m * n) == near(wanted["TauU_parker_plus_trendB_raw_signed"])
    complete = tau_u_variant(a, b, contrast="A vs. B - Trend A", variant="complete tau-a")
    assert complete.value == near(wanted["TauU_complete_tau_a_minus_trendA_signed"])


def test_corrected_tau(ab):
    a, b, better, wanted = ab
    line = theil_sen(range(1, len(a) + 1), a)
    assert {"slope": line.slope, "intercept": line.intercept} == near(wanted["TheilSen_A"])
    assert tau_corrected(a, b, improvement=better).value == near(wanted["TauBC_nonoverlap"])
    found = tau_b_corrected(a, b, improvement=better)
    assert (found.value, found.se) == near((wanted["TauBC_taub"], wanted["TauBC_taub_SE_Tarlow"]))
    baseline = kendall(range(len(a)), a)
    assert (baseline.tau_b, baseline.p()) == near(tuple(wanted["baseline_kendall"].values()))


def test_means_and_ratios(ab):
    a, b, better, wanted = ab
    sign = 1 if better == "increase" else -1
    assert sign * standardized.smd(a, b, improvement=better).value == near(wanted["SMD_baselineSD"])
    assert sign * standardized.smd(a, b, improvement=better, spread="pool").value == near(wanted["SMD_pooled"])
    plain, corrected = (lrr_i(a, b, improvement="increase", bias_correct=correct) for correct in (False, True))
    assert plain.value == near(wanted["LRR_uncorrected"])
    assert (corrected.value, corrected.se) == near((wanted["LRR_bias_corrected"], wanted["LRR_SE"]))
    assert percent_change(corrected.value) == pytest.approx(wanted["pct_change_from_R2"], abs=6e-4)


# A point of this series lies exactly on the trend line: the case counts it as beyond (2 of 5), rightly it is not.
ON_THE_LINE = {("parker2011_bob", "DC"): 1}


def test_dual_criteria(ab, request):
    """The cases need the exact binomial count."""
    a, b, better, wanted = ab
    name = request.node.callspec.id
    for rule, shift in (("DC", 0), ("CDC", 0.25)):
        found = dual_criteria(a, b, improvement=better, shift=shift, criterion="exact")
        beyond = ON_THE_LINE.get((name, rule), wanted[rule]["k"])
        assert (found.beyond, found.points, bool(found.change)) == (beyond, len(b), wanted[rule]["effect"])
        assert beyond != wanted[rule]["k"] or found.p == near(wanted[rule]["p"])
    assert dual_criteria(a, b, improvement=better, criterion="exact").needed == wanted["DC"]["needed"]
    line = least_squares(range(1, len(a) + 1), a)
    assert (line.slope, line.intercept) == near((wanted["DC"]["ols_slope"], wanted["DC"]["ols_intercept"]))


def test_between_case_saddler():
    case = next(case for case in CASES if case["id"] == "saddler_quality")
    cases = []
    for points in case["data"].values():
        sides = [[(t, y) for t, condition, y in points if condition == letter] for letter in "AB"]
        cases.append(tuple(Phase("", "", *zip(*side, strict=True)) for side in sides))
    found, wanted = multiple_baseline(cases), case["expected"]
    ours = {"D_bar": found.d_bar, "S_sq": found.s_sq, "d_unadj": found.delta_hat_unadj, "phi": found.phi,
            "s2w": found.sigma_sq_w, "rho": found.rho, "theta": found.theta, "nu": found.nu, "d": found.delta_hat,
            "V": found.variance, "se": found.variance**0.5}  # fmt: skip
    assert ours == near({name: wanted[name] for name in ours})
