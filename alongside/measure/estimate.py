"""The answer that every effect-size function gives, and the words it is asked with."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Literal

Direction = Literal["increase", "decrease"]
Scale = Literal["count", "rate", "proportion", "percentage", "other"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with, where theory gives them, its standard error, interval and two-sided p.

    `value` is None where the measure is undefined (an empty phase, zero variance in a denominator).
    """

    value: float | None
    se: float | None = None
    lower: float | None = None
    upper: float | None = None
    p: float | None = None


UNDEFINED = Estimate(None)


@lru_cache(maxsize=64)
def critical(confidence: float) -> float:
    """Two-sided standard normal critical value; 1.95996 at 0.95. ValueError outside (0, 1)."""
    if not 0 < confidence < 1:
        raise ValueError("confidence lies between 0 and 1, both excluded")
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def two_sided(z: float) -> float:
    """Two-sided p of a standard normal deviate."""
    return 2 * NormalDist().cdf(-abs(z))


def with_interval(value: float, variance: float, *, confidence: float = 0.95) -> Estimate:
    """Estimate with a symmetric normal interval; no interval where the variance is not a finite number."""
    if not math.isfinite(variance) or variance < 0:
        return Estimate(value)
    se = math.sqrt(variance)
    half = critical(confidence) * se
    return Estimate(value, se, value - half, value + half)


def toward(values: Sequence[float], improvement: Direction) -> list[float]:
    """The values, negated where a decrease is the improvement, so that more is always better."""
    sign = sign_of(improvement)
    return [sign * value for value in values]


def sign_of(improvement: Direction) -> int:
    """+1 for an increase, -1 for a decrease. ValueError for any other word."""
    if improvement not in ("increase", "decrease"):
        raise ValueError(f"improvement is 'increase' or 'decrease', not {improvement!r}")
    return 1 if improvement == "increase" else -1
