"""Baseline-corrected Tau: the baseline's Theil-Sen trend is taken out of the whole series, then Tau is taken.

Source: Tarlow, An improved rank correlation effect size statistic for single-case designs, Behavior
Modification 41 (2017) 427-467.
"""

import math
import struct
from collections.abc import Sequence
from typing import Literal

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, toward, with_interval
from alongside.measure.kendall import kendall
from alongside.measure.nap import Search, tau
from alongside.measure.trend import Line, theil_sen

Arithmetic = Literal["rounded", "stepwise", "single", "fitted"]


def tau_corrected(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    only_if_p_below: float | None = None,
    arithmetic: Arithmetic = "rounded",
    confidence: float = 0.95,
    search: Search = "exact",
) -> Estimate:
    """Non-overlap Tau (S_AB / mn) of the residuals, with the error and interval of Tau (-1 to 1)."""
    if not a or not b:
        return UNDEFINED
    first, second = _corrected(a, b, only_if_p_below, arithmetic)
    return tau(first, second, improvement=improvement, confidence=confidence, search=search)


def tau_b_corrected(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    only_if_p_below: float | None = None,
    arithmetic: Arithmetic = "rounded",
    confidence: float = 0.95,
) -> Estimate:
    """Kendall's tau-b of the residuals with the phase (0, 1), SE = sqrt(2 (1 - tau^2) / (m + n)), Tarlow 2017.

    Its largest value is about 0.71 to 0.75 for phases of equal length. None where all residuals are equal.
    """
    if not a or not b:
        return UNDEFINED
    first, second = _corrected(a, b, only_if_p_below, arithmetic)
    phase = [0.0] * len(first) + [1.0] * len(second)
    value = kendall(phase, toward([*first, *second], improvement)).tau_b
    if value is None:
        return UNDEFINED
    return with_interval(value, max(0.0, 2 * (1 - value**2) / len(phase)), confidence=confidence)


def baseline_trend_p(a: Sequence[float]) -> float | None:
    """Two-sided p of Kendall's S of the baseline: exact where no values tie, else normal with continuity."""
    found = kendall(range(len(a)), a)
    if found.tied_y == 0:
        return _exact_p(found.s, len(a))
    return found.p(continuity=True)


def residuals(
    a: Sequence[float],
    b: Sequence[float],
    *,
    arithmetic: Arithmetic = "rounded",
    sessions: Sequence[float] | None = None,
) -> tuple[list[float], list[float]]:
    """Both phases less the Theil-Sen line of A over sessions (by default 1, 2, 3, ...); unchanged for one A point.

    Differences that are equal on paper may differ in the last bit, and ties matter to Tau. "rounded" rounds to nine
    decimals. The others keep what floating point leaves, as three programs do: y - intercept - slope * t in double
    ("stepwise") or kept in single precision ("single"), and y - (intercept + slope * t) ("fitted").
    """
    times = list(sessions) if sessions is not None else list(range(1, len(a) + len(b) + 1))
    line = theil_sen(times[: len(a)], a)
    if line is None:
        return list(a), list(b)
    left = [_kept(y, t, line, arithmetic) for t, y in zip(times, [*a, *b], strict=True)]
    return left[: len(a)], left[len(a) :]


def _corrected(
    a: Sequence[float], b: Sequence[float], level: float | None, arithmetic: Arithmetic
) -> tuple[list[float], list[float]]:
    if level is not None:
        p = baseline_trend_p(a)
        if p is None or p >= level:
            return list(a), list(b)
    return residuals(a, b, arithmetic=arithmetic)


def _kept(y: float, t: float, line: Line, arithmetic: Arithmetic) -> float:
    if arithmetic == "fitted":
        return y - line.at(t)
    left = y - line.intercept - line.slope * t
    if arithmetic == "rounded":
        return round(left, 9)
    if arithmetic == "single":
        return float(struct.unpack("f", struct.pack("f", left))[0])
    return left


def _exact_p(s: int, n: int) -> float | None:
    """Exact two-sided p of Kendall's S without ties: ways to have each number of inversions, by convolution."""
    if n < 2:
        return None
    ways = [1]
    for size in range(2, n + 1):
        sums = [0] * (len(ways) + size - 1)
        for start, count in enumerate(ways):
            for step in range(size):
                sums[start + step] += count
        ways = sums
    highest = n * (n - 1) // 2
    extreme = sum(count for k, count in enumerate(ways) if abs(highest - 2 * k) >= abs(s))
    return min(1.0, extreme / math.factorial(n))
