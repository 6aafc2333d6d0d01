"""Log odds ratio of two phases of proportions or percentages.

Source: Pustejovsky, Measurement-comparable effect sizes for single-case studies of free-operant behavior,
Psychological Methods 20 (2015) 342-359.
"""

import math
from collections.abc import Sequence
from statistics import fmean

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, Scale, sign_of, with_interval
from alongside.measure.moments import variance


def lor(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    scale: Scale,
    intervals: float | None = None,
    floor: float | None = None,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """logit(mean B) - logit(mean A), positive for improvement.

    Means are kept at least 1/(2 D n) from 0 and 1, variances at least 1/(D^2 n^3), with D = `floor`, by default the
    number of `intervals`. `bias_correct` subtracts s^2 (2p - 1) / (2 n p^2 (1 - p)^2) from each logit.
    SE^2 is the sum of s^2 / (n p^2 (1 - p)^2). None on other scales, and where a mean is 0 or 1 without a floor.
    """
    if scale not in ("proportion", "percentage") or not a or not b:
        return UNDEFINED
    whole = 1.0 if scale == "proportion" else 100.0
    constant = floor if floor is not None else intervals
    sides = [_logit([value / whole for value in phase], constant, bias_correct) for phase in (a, b)]
    if sides[0] is None or sides[1] is None:
        return UNDEFINED
    (from_a, spread_a), (from_b, spread_b) = sides[0], sides[1]
    return with_interval(sign_of(improvement) * (from_b - from_a), spread_a + spread_b, confidence=confidence)


def _logit(values: list[float], floor: float | None, correct: bool) -> tuple[float, float] | None:
    """Logit of the mean and its variance."""
    n, p, spread = len(values), fmean(values), variance(values)
    if spread is None:
        return None
    if floor is not None:
        edge = 1 / (2 * floor * n)
        p, spread = min(max(p, edge), 1 - edge), max(spread, 1 / (floor**2 * n**3))
    if not 0 < p < 1:
        return None
    width = spread / (n * p**2 * (1 - p) ** 2)
    shift = width * (2 * p - 1) / 2 if correct else 0.0
    return math.log(p / (1 - p)) - shift, width
