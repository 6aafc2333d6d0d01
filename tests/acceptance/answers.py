"""What this product says to each worked case: the same names as the case's own expectation."""

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from alongside.instruments.instrument import instruments
from alongside.instruments.rules.scoring import score
from alongside.measure import ioa, kappa, nonoverlap, standardized
from alongside.measure.between_case import multiple_baseline
from alongside.measure.celeration import celeration
from alongside.measure.contingency import contingency
from alongside.measure.corrected_tau import tau_b_corrected, tau_corrected
from alongside.measure.dual_criteria import critical_count, dual_criteria
from alongside.measure.kendall import kendall, trend
from alongside.measure.log_ratio import lrr_i, percent_change
from alongside.measure.moments import deviation, mean
from alongside.measure.nap import nap, tau
from alongside.measure.series import Phase
from alongside.measure.tau_u import tau_u, tau_u_variant
from alongside.measure.trend import least_squares, theil_sen

Case = dict[str, Any]
Said = dict[str, Any]


def effect_sizes(case: Case) -> Said:
    """A baseline and an intervention: overlap, Tau in its variants, mean differences, ratios, dual criteria."""
    a, b = case["A"], case["B"]
    better = {"inc": "increase", "dec": "decrease"}[case["improvement"]]
    up = {"improvement": better}
    sign, m, n = (1 if better == "increase" else -1), len(a), len(b)
    between = sum((y > x) - (y < x) for x in a for y in b)
    overlap, line, theil = nap(a, b, **up), least_squares(range(1, m + 1), a), theil_sen(range(1, m + 1), a)
    corrected, ratio = tau_b_corrected(a, b, **up), lrr_i(a, b, improvement="increase", bias_correct=True)
    baseline = kendall(range(m), a)
    dual, conservative = (dual_criteria(a, b, **up, shift=shift, criterion="exact") for shift in (0, 0.25))
    return {
        "PND": nonoverlap.pnd(a, b, **up), "PEM": nonoverlap.pem(a, b, **up), "PAND": nonoverlap.pand(a, b, **up),
        "IRD_robust": nonoverlap.ird(a, b, **up), "NAP": overlap.value,
        **{f"NAP_SE_{error}": nap(a, b, **up, error=error).se for error in ("unbiased", "Hanley", "null")},
        "NAP_CI95_Newcombe": [overlap.lower, overlap.upper], "Tau": tau(a, b, **up).value,
        "TauU_Parker_AvsB_minus_trendA": tau_u(a, b, **up),
        "kendall": {"S_AB": between, "S_A": trend(a), "S_B": trend(b)},
        "TauU_parker_plus_trendB_raw_signed": (between + trend(b)) / (m * n),
        "TauU_complete_tau_a_minus_trendA_signed": tau_u_variant(
            a, b, contrast="A vs. B - Trend A", variant="complete tau-a"
        ).value,
        "TheilSen_A": {"slope": theil.slope, "intercept": theil.intercept},
        "TauBC_nonoverlap": tau_corrected(a, b, **up).value, "TauBC_taub": corrected.value,
        "TauBC_taub_SE_Tarlow": corrected.se,
        "baseline_kendall": {"tau_b": baseline.tau_b, "p_asymptotic": baseline.p()},
        "SMD_baselineSD": sign * standardized.smd(a, b, **up).value,
        "SMD_pooled": sign * standardized.smd(a, b, **up, spread="pool").value,
        "means": [mean(a), mean(b)], "sds": [deviation(a), deviation(b)],
        "LRR_uncorrected": lrr_i(a, b, improvement="increase", bias_correct=False).value,
        "LRR_bias_corrected": ratio.value, "LRR_SE": ratio.se, "pct_change_from_R2": percent_change(ratio.value),
        "DC": {"k": dual.beyond, "n": dual.points, "needed": dual.needed, "p": dual.p, "effect": bool(dual.change),
               "mean": mean(a), "ols_slope": line.slope, "ols_intercept": line.intercept},
        "CDC": {"k": conservative.beyond, "n": conservative.points, "p": conservative.p,
                "effect": bool(conservative.change)},
    }  # fmt: skip


def between_case(case: Case) -> Said:
    """A multiple baseline; g are its points, K its cells of session and condition."""
    sides = [
        [[(t, y) for t, condition, y in points if condition == letter] for letter in "AB"]
        for points in case["data"].values()
    ]
    found = multiple_baseline([tuple(Phase("", "", *zip(*side, strict=True)) for side in one) for one in sides])
    cells = {(t, place) for one in sides for place, side in enumerate(one) for t, _ in side}
    return {
        "g": sum(len(side) for one in sides for side in one), "K": len(cells), "D_bar": found.d_bar,
        "S_sq": found.s_sq, "d_unadj": found.delta_hat_unadj, "phi": found.phi, "s2w": found.sigma_sq_w,
        "rho": found.rho, "theta": found.theta, "nu": found.nu, "d": found.delta_hat, "V": found.variance,
        "se": math.sqrt(found.variance),
    }  # fmt: skip


def counts(case: Case) -> Said:
    one, two = case["o1"], case["o2"]
    return {
        "total_count": ioa.total_count(one, two).value,
        "partial_within_interval_mean_count": ioa.mean_count_per_interval(one, two).value,
        "exact": ioa.exact_count_per_interval(one, two).value,
    }


def intervals(case: Case) -> Said:
    one, two = case["o1"], case["o2"]
    scored, unscored = ioa.scored_interval(one, two), ioa.unscored_interval(one, two)
    return {
        "interval_by_interval": ioa.interval_by_interval(one, two).value, "scored": scored.value,
        "scored_n": scored.denominator, "unscored": unscored.value, "unscored_n": unscored.denominator,
        "cohen_kappa": kappa.cohen(one, two),
    }  # fmt: skip


def durations(case: Case) -> Said:
    if "per_occurrence_pct" in case:  # what is printed are the percentages: a timing of 100 s and one of so many
        per_cent = case["per_occurrence_pct"]
        found = ioa.mean_duration_per_occurrence([100.0] * len(per_cent), per_cent)
        return {"mean_duration_per_occurrence": found.value}
    one, two = case["o1"], case["o2"]
    return {
        "total_duration": ioa.total_duration(one, two).value,
        "mean_duration_per_occurrence": ioa.mean_duration_per_occurrence(one, two).value,
    }


def after_behavior(case: Case) -> Said:
    cells = case["table"]
    found = contingency(
        both=cells["beh_att"], behavior_only=cells["beh_noatt"], consequence_only=cells["nobeh_att"],
        neither=cells["nobeh_noatt"],
    )  # fmt: skip
    return {
        "p_att_given_beh": found.given, "p_att": found.background, "p_att_given_nobeh": found.without,
        "vollmer_value": found.value, "csa_delta": found.delta, "relative_risk": found.relative_risk,
        "yules_q": found.yules_q,
    }  # fmt: skip


def least_beyond(case: Case) -> Said:
    return {points: critical_count(int(points), criterion="exact") for points in case["expected"]}


def weekly_factors(case: Case) -> Said:
    """The case's names are its data: two frequencies some days apart, or days and values."""
    said: Said = {}
    for name in case["expected"]:
        if "->" in name:
            pair, days = name.split(" in ")
            first, last = map(float, pair.split("->"))
            said[name] = celeration([0, float(days.removesuffix(" d"))], [first, last])
        else:
            when, what = name.removeprefix("OLS log10 days ").split(" y ")
            said[name] = celeration(*([float(each) for each in part.split(",")] for part in (when, what)))
    return said


def checklist(case: Case) -> Said:
    """The case is a sentence: what blanks count, when it is invalid, from where on a scale is positive."""
    one = instruments()["psc-17"]
    full: dict[str, Decimal | None] = {str(n): Decimal(1) for n in range(1, 18)}
    three, four = {**full, "1": None, "6": None, "11": None}, {**full, "1": None, "2": None, "6": None, "11": None}
    blank = "0" if score(one.scales, three)[0].total == 14 else "counted otherwise"
    invalid = 4 if score(one.scales, three)[0].total is not None and score(one.scales, four)[0].total is None else 0
    cut = {scale.key: scale.screen for scale in one.scales}
    said = f"blank={blank}; >={invalid} blank invalid; I>={cut['internalizing']}, A>={cut['attention']}, "
    return {"": f"{said}E>={cut['externalizing']}, total>={cut['total']}"}


ANSWERS: dict[str, Callable[[Case], Said]] = {
    "AB": effect_sizes, "BC-SMD (HPS multiple baseline)": between_case, "IOA count": counts, "IOA interval": intervals,
    "IOA duration": durations, "contingency": after_behavior,
    "dual-criteria minimum counts (binomial p<.05)": least_beyond, "celeration": weekly_factors, "scoring": checklist,
}  # fmt: skip
