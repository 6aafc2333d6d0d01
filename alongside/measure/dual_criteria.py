"""Dual criteria and conservative dual criteria: how many B points lie beyond the baseline's mean and trend lines.

Source: Fisher, Kelley & Lomas, Visual aids and structured criteria for improving visual inspection and interpretation
of single-case designs, Journal of Applied Behavior Analysis 36 (2003) 387-406.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import Literal

from alongside.measure.estimate import Direction, sign_of
from alongside.measure.moments import deviation
from alongside.measure.trend import Line, least_squares

Criterion = Literal["printed", "exact"]

# Critical values as printed by Fisher et al. (2003) for 5 to 23 intervention points. They are not the exact binomial
# ones: 7, 10, 12, 17 and 19 to 23 points need one point fewer.
PRINTED = {
    5: 5, 6: 6, 7: 6, 8: 7, 9: 8, 10: 8, 11: 9, 12: 9, 13: 10, 14: 11, 15: 12, 16: 12, 17: 12, 18: 13, 19: 13,
    20: 14, 21: 14, 22: 15, 23: 15,
}  # fmt: skip
TIED = 1e-9  # a point this near a line lies on it, whatever the last bits of the arithmetic say


@dataclass(frozen=True, slots=True)
class DualCriteria:
    """`beyond` of `points` lie beyond both lines; `needed` is the critical value; `change` is None if undecidable.

    `mean` and `trend` are the two lines after the shift, in the units of the graph; `p` is P(X >= beyond), X
    binomial with one half.
    """

    change: bool | None
    beyond: int
    points: int
    needed: int | None
    p: float
    mean: float
    trend: Line
    criterion: Criterion


def dual_criteria(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    shift: float = 0.0,
    criterion: Criterion = "printed",
    population_sd: bool = False,
    a_sessions: Sequence[float] | None = None,
    b_sessions: Sequence[float] | None = None,
    tied: float = TIED,
) -> DualCriteria | None:
    """DC (shift 0) or CDC (shift 0.25): both lines move `shift` SDs of A in the direction of improvement.

    Sessions default to 1, 2, 3, ... over both phases. The SD has divisor m - 1, or m with `population_sd`, as in the
    program behind the published verdicts on simulated graphs. None for fewer than two A points or no B point.
    """
    xa = list(a_sessions) if a_sessions is not None else list(range(1, len(a) + 1))
    xb = list(b_sessions) if b_sessions is not None else list(range(len(a) + 1, len(a) + len(b) + 1))
    line = least_squares(xa, a)
    spread = pstdev(a) if population_sd and len(a) > 1 else deviation(a)
    if line is None or spread is None or not b:
        return None
    sign = sign_of(improvement)
    moved = Line(line.slope, line.intercept + sign * shift * spread)
    mean = fmean(a) + sign * shift * spread
    beyond = sum(min(sign * (y - mean), sign * (y - moved.at(x))) > tied for x, y in zip(xb, b, strict=True))
    needed = critical_count(len(b), criterion=criterion)
    change = None if needed is None else beyond >= needed
    return DualCriteria(change, beyond, len(b), needed, at_least(beyond, len(b)), mean, moved, criterion)


def conservative_dual_criteria(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    criterion: Criterion = "printed",
    population_sd: bool = False,
    a_sessions: Sequence[float] | None = None,
    b_sessions: Sequence[float] | None = None,
) -> DualCriteria | None:
    """`dual_criteria` with both lines shifted by 0.25 SD of the baseline."""
    return dual_criteria(
        a, b, improvement=improvement, shift=0.25, criterion=criterion, population_sd=population_sd,
        a_sessions=a_sessions, b_sessions=b_sessions,
    )  # fmt: skip


def critical_count(points: int, *, criterion: Criterion = "printed") -> int | None:
    """Fewest B points beyond both lines that show a change; None for four points or fewer.

    "printed" is Fisher's table, continued by the exact binomial above 23 points; "exact" is the smallest k with
    P(X >= k) < .05 for X binomial (points, 1/2).
    """
    if criterion == "printed" and points in PRINTED:
        return PRINTED[points]
    if points < 5:
        return None
    return next(k for k in range(points + 1) if at_least(k, points) < 0.05)


def at_least(k: int, n: int) -> float:
    """P(X >= k) for X binomial (n, 1/2)."""
    return float(sum(math.comb(n, i) for i in range(k, n + 1)) / 2**n)
