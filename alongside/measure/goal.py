"""Percent of goal obtained.

Source: Ferron, Goldstein, Olszewski & Rohrer, Indexing effects in single-case experimental designs by estimating the
percent of goal obtained, Evidence-Based Communication Assessment and Intervention 14 (2020) 6-27.
"""

from collections.abc import Sequence
from statistics import fmean
from typing import Literal

from alongside.measure.estimate import UNDEFINED, Estimate, with_interval
from alongside.measure.moments import variance

Method = Literal["delta", "independent"]


def pogo(
    a: Sequence[float], b: Sequence[float], *, goal: float, error: Method = "delta", confidence: float = 0.95
) -> Estimate:
    """100 (mean B - mean A) / (goal - mean A): percent of the way from baseline to the goal.

    SE by the delta method with the two phase variances; "independent", as in the article, takes the numerator and the
    denominator for independent although both hold the baseline mean. None where the baseline mean is the goal.
    """
    if not a or not b or fmean(a) == goal:
        return UNDEFINED
    from_a, from_b = fmean(a), fmean(b)
    value = 100 * (from_b - from_a) / (goal - from_a)
    spread_a, spread_b = variance(a), variance(b)
    if spread_a is None or spread_b is None:
        return Estimate(value)
    share = value / 100
    weight = (1 - share) ** 2 if error == "delta" else 1 + share**2
    width = (100 / (goal - from_a)) ** 2 * (spread_b / len(b) + weight * spread_a / len(a))
    return with_interval(value, width, confidence=confidence)
