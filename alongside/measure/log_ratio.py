"""Log response ratios: proportional change in level, for outcomes with a true zero.

Source: Pustejovsky, Using response ratios for meta-analyzing single-case designs, Journal of School Psychology 68
(2018) 99-112.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, Scale, sign_of, with_interval
from alongside.measure.moments import variance


@dataclass(frozen=True, slots=True)
class Level:
    """Mean and variance of one phase after truncation, and its number of points."""

    mean: float
    variance: float | None
    n: int


def lrr_d(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    scale: Scale = "other",
    session_minutes: float | None = None,
    intervals: float | None = None,
    floor: float | None = None,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """LRRd = ln(mean B / mean A) of the outcome phrased so that a decrease is the improvement: negative is better.

    Proportions and percentages that should rise are first turned into their complement; other outcomes that should
    rise change sign afterwards. `floor` is D_const of `truncated`, by default what `floor_of` says for the scale.
    `bias_correct` adds s_B^2/(2 n M_B^2) - s_A^2/(2 m M_A^2). None where a mean is not above zero.
    """
    a, b, sign = _phrased(a, b, improvement, scale, "decrease")
    constant = floor if floor is not None else floor_of(scale, session_minutes, intervals)
    return _ratio(a, b, sign, constant, bias_correct, confidence)


def lrr_i(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    scale: Scale = "other",
    session_minutes: float | None = None,
    intervals: float | None = None,
    floor: float | None = None,
    bias_correct: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """LRRi: as `lrr_d`, phrased so that an increase is the improvement: positive is better."""
    a, b, sign = _phrased(a, b, improvement, scale, "increase")
    constant = floor if floor is not None else floor_of(scale, session_minutes, intervals)
    return _ratio(a, b, sign, constant, bias_correct, confidence)


def percent_change(log_ratio: float) -> float:
    """100 (e^R - 1): the log ratio as a percentage of the baseline level."""
    return 100 * math.expm1(log_ratio)


def floor_of(scale: Scale, session_minutes: float | None, intervals: float | None) -> float | None:
    """D of the truncated mean: 1 for counts, minutes for rates, intervals for proportions, intervals/100 for
    percentages; None (no truncation) where what it needs is not known."""
    if scale == "count":
        return 1.0
    if scale == "rate":
        return session_minutes
    if scale == "proportion":
        return intervals
    if scale == "percentage":
        return None if intervals is None else intervals / 100
    return None


def truncated(values: Sequence[float], floor: float | None) -> Level:
    """Mean at least 1/(2 D n) and variance at least 1/(D^2 n^3), so that a phase of zeros has a logarithm."""
    center, spread, n = fmean(values), variance(values), len(values)
    if floor is None:
        return Level(center, spread, n)
    least = 1 / (floor**2 * n**3)
    return Level(max(center, 1 / (2 * floor * n)), None if spread is None else max(spread, least), n)


def _phrased(
    a: Sequence[float], b: Sequence[float], improvement: Direction, scale: Scale, wanted: Direction
) -> tuple[Sequence[float], Sequence[float], int]:
    if sign_of(improvement) == sign_of(wanted):
        return a, b, 1
    if scale not in ("proportion", "percentage"):
        return a, b, -1
    whole = 1.0 if scale == "proportion" else 100.0
    return [whole - value for value in a], [whole - value for value in b], 1


def _ratio(
    a: Sequence[float], b: Sequence[float], sign: int, floor: float | None, correct: bool, confidence: float
) -> Estimate:
    if not a or not b:
        return UNDEFINED
    first, second = truncated(a, floor), truncated(b, floor)
    if first.mean <= 0 or second.mean <= 0:
        return UNDEFINED
    value = math.log(second.mean / first.mean)
    if first.variance is None or second.variance is None:
        return UNDEFINED if correct else Estimate(sign * value)
    part_a = first.variance / (first.n * first.mean**2)
    part_b = second.variance / (second.n * second.mean**2)
    if correct:
        value += (part_b - part_a) / 2
    return with_interval(sign * value, part_a + part_b, confidence=confidence)
