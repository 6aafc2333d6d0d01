"""A share with its interval: Wilson's score interval for a binomial proportion (Wilson 1927)."""

import math
from dataclasses import dataclass

from alongside.measure.estimate import critical


@dataclass(frozen=True, slots=True)
class Share:
    """`count` out of `of`, as a proportion with its interval; None and None to None out of nothing."""

    count: int
    of: int
    value: float | None
    lower: float | None
    upper: float | None


def share(count: int, of: int, *, confidence: float = 0.95) -> Share:
    """ValueError for a count below zero or above its whole."""
    if not 0 <= count <= of:
        raise ValueError("a share counts a part of its whole")
    if of == 0:
        return Share(0, 0, None, None, None)
    z, p = critical(confidence), count / of
    center = (p + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z / (1 + z**2 / of) * math.sqrt(p * (1 - p) / of + z**2 / (4 * of**2))
    return Share(count, of, p, max(0.0, center - half), min(1.0, center + half))
