"""Standardized mean differences within one case. Not comparable with a difference between groups.

Sources: Gingerich 1984; Busk & Serlin 1992; small-sample factor and variance Pustejovsky & Ferron 2017.
"""

import math
from collections.abc import Sequence
from statistics import fmean
from typing import Literal

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, sign_of, with_interval
from alongside.measure.moments import variance

Spread = Literal["baseline", "pool"]


def smd(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    spread: Spread = "baseline",
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """(mean B - mean A) / SD, positive for improvement, in standard deviations.

    `spread` is the SD of A ("baseline", df = m - 1) or of both phases ("pool", df = m + n - 2). With
    `bias_correct` the value and SE are multiplied by J = 1 - 3/(4 df - 1). SE = J sqrt(1/m + r/n + d^2/(2 df))
    with r = s_B^2/s_A^2 for "baseline" and 1 for "pool", d the value itself.
    None where the SD is zero or unknown.
    """
    scale, ratio, freedom = _scale(a, b, spread)
    if not scale or freedom < 1 or not b:
        return UNDEFINED
    shrink = 1 - 3 / (4 * freedom - 1) if bias_correct else 1.0
    value = sign_of(improvement) * shrink * (fmean(b) - fmean(a)) / math.sqrt(scale)
    if ratio is None:
        return Estimate(value)
    width = shrink**2 * (1 / len(a) + ratio / len(b) + value**2 / (2 * freedom))
    return with_interval(value, width, confidence=confidence)


def glass_delta(a: Sequence[float], b: Sequence[float]) -> float | None:
    """(mean B - mean A) / SD of A, signed as the data are. Glass 1976. None for an SD of zero."""
    return smd(a, b, improvement="increase", bias_correct=False).value


def cohens_d(a: Sequence[float], b: Sequence[float]) -> float | None:
    """(mean B - mean A) / sqrt of the mean of the two variances. Cohen 1988."""
    return _over(a, b, sd_cohen(a, b))


def hedges_g(
    a: Sequence[float], b: Sequence[float], *, correction: Literal["none", "Hedges", "Durlak"] = "Hedges"
) -> float | None:
    """(mean B - mean A) / pooled SD, with the small-sample factor of Hedges 1981, of Durlak 2009 or none."""
    raw = _over(a, b, sd_pooled(a, b))
    n = len(a) + len(b)
    if raw is None or correction == "none":
        return raw
    if correction == "Hedges":
        return raw * (1 - 3 / (4 * n - 9))
    return raw * (n - 3) / (n - 2.25) * math.sqrt((n - 2) / n)


def sd_cohen(a: Sequence[float], b: Sequence[float]) -> float | None:
    """Square root of the mean of the two variances."""
    va, vb = variance(a), variance(b)
    return None if va is None or vb is None else math.sqrt((va + vb) / 2)


def sd_pooled(a: Sequence[float], b: Sequence[float]) -> float | None:
    """Square root of the variances weighted by their degrees of freedom."""
    va, vb = variance(a), variance(b)
    if va is None or vb is None:
        return None
    return math.sqrt(((len(a) - 1) * va + (len(b) - 1) * vb) / (len(a) + len(b) - 2))


def _scale(a: Sequence[float], b: Sequence[float], spread: Spread) -> tuple[float | None, float | None, int]:
    """Variance to divide by, ratio of the variance of B to it in the SE, degrees of freedom."""
    va, vb = variance(a), variance(b)
    if spread == "baseline":
        return va, (vb / va if va and vb is not None else None), len(a) - 1
    pooled = sd_pooled(a, b)
    return (None if pooled is None else pooled**2), 1.0, len(a) + len(b) - 2


def _over(a: Sequence[float], b: Sequence[float], scale: float | None) -> float | None:
    return (fmean(b) - fmean(a)) / scale if scale else None
