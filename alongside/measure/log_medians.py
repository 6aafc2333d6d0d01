"""Log ratio of medians, for outcomes with a true zero and heavy tails.

Sources: Bonett & Price, Confidence intervals for ratios of means and medians, Journal of Educational and Behavioral
Statistics 45 (2020) 750-770; Price & Bonett, Journal of Statistical Computation and Simulation 72 (2002) 119-124.
"""

import math
from collections.abc import Sequence
from statistics import NormalDist, median

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, sign_of, with_interval


def lrm(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    delta_method: bool = False,
    confidence: float = 0.95,
) -> Estimate:
    """ln(median B / median A), positive for improvement.

    The variance of each log median comes from the order statistics c and n + 1 - c of the logarithms, with
    c = floor((n + 1)/2 - sqrt(n)), at least 1; with `delta_method` from those of the values, over the median squared.
    None where a median is not above zero; no SE where an order statistic is not.
    """
    if not a or not b or median(a) <= 0 or median(b) <= 0:
        return UNDEFINED
    value = sign_of(improvement) * math.log(median(b) / median(a))
    parts = [_variance(sorted(phase), delta_method) for phase in (a, b)]
    if parts[0] is None or parts[1] is None:
        return Estimate(value)
    return with_interval(value, parts[0] + parts[1], confidence=confidence)


def _variance(values: list[float], delta_method: bool) -> float | None:
    n = len(values)
    c = max(1, math.floor((n + 1) / 2 - math.sqrt(n)))
    tail = sum(math.comb(n, k) for k in range(c)) / 2**n
    low, high = values[c - 1], values[n - c]
    if tail >= 0.5 or (low <= 0 and not delta_method):
        return None
    span = (high - low) / float(median(values)) if delta_method else math.log(high / low)
    return float((span / (2 * NormalDist().inv_cdf(1 - tail))) ** 2)
