"""Mean, variance, median and autocorrelation that answer None instead of raising."""

import math
from collections.abc import Sequence
from statistics import fmean, median


def mean(values: Sequence[float]) -> float | None:
    """Arithmetic mean; None for no values."""
    return fmean(values) if values else None


def middle(values: Sequence[float]) -> float | None:
    """Median; None for no values."""
    return float(median(values)) if values else None


def variance(values: Sequence[float]) -> float | None:
    """Sample variance, divisor n - 1; None for fewer than two values."""
    if len(values) < 2:
        return None
    center = fmean(values)
    return math.fsum((value - center) ** 2 for value in values) / (len(values) - 1)


def deviation(values: Sequence[float]) -> float | None:
    """Sample standard deviation, divisor n - 1; None for fewer than two values."""
    spread = variance(values)
    return None if spread is None else math.sqrt(spread)


def autocorrelation(values: Sequence[float], *, lag: int = 1) -> float | None:
    """Lag-k autocorrelation: sum of lagged products of deviations over the sum of squares (Box & Jenkins 1970).

    None where all values are equal or there are no more values than the lag.
    """
    if len(values) <= lag or lag < 1:
        return None
    center = fmean(values)
    apart = [value - center for value in values]
    total = math.fsum(gap * gap for gap in apart)
    if total == 0 or len(set(values)) == 1:
        return None
    return math.fsum(one * two for one, two in zip(apart, apart[lag:], strict=False)) / total
