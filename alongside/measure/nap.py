"""Non-overlap of all pairs, and Tau, which is the same measure from -1 to 1."""

import math
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, critical, toward
from alongside.measure.roots import crossing

Error = Literal["unbiased", "Hanley", "null"]
Search = Literal["exact", "coarse"]
COARSE = sys.float_info.epsilon**0.25


def nap(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    error: Error = "unbiased",
    confidence: float = 0.95,
    search: Search = "exact",
) -> Estimate:
    """Proportion of all (A, B) pairs in which B is better, ties counting one half (0 to 1).

    Parker & Vannest 2009. `error` chooses the standard error: "unbiased" (Sen 1967; Mee 1990), "Hanley"
    (Hanley & McNeil 1982) or "null" (no difference). The interval is Newcombe's (2006) method 5.
    """
    if not a or not b:
        return UNDEFINED
    wins = _wins(toward(a, improvement), toward(b, improvement))
    m, n = len(a), len(b)
    value = math.fsum(wins.by_a) / (m * n)
    lower, upper = newcombe(value, m, n, confidence=confidence, search=search)
    return Estimate(value, _error(error, value, wins, m, n), lower, upper)


def tau(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    error: Error = "unbiased",
    confidence: float = 0.95,
    search: Search = "exact",
) -> Estimate:
    """Tau of A against B without trend correction: 2 NAP - 1 = S_AB / mn (-1 to 1). Parker et al. 2011."""
    base = nap(a, b, improvement=improvement, error=error, confidence=confidence, search=search)
    if base.value is None or base.lower is None or base.upper is None:
        return UNDEFINED
    se = None if base.se is None else 2 * base.se
    return Estimate(2 * base.value - 1, se, 2 * base.lower - 1, 2 * base.upper - 1)


@lru_cache(maxsize=8192)
def newcombe(
    value: float, m: int, n: int, *, confidence: float = 0.95, search: Search = "exact"
) -> tuple[float, float]:
    """Newcombe's (2006) method 5 interval for the area under the curve of m and n points.

    The bounds are the roots theta of mn (value - theta)^2 (2 - theta)(1 + theta)
    = z^2 theta (1 - theta) [2 + h + (1 + 2h) theta (1 - theta)] with h = (m + n)/2 - 1.
    "coarse" repeats SingleCaseES: its search stops within 0.00012 of the root, and a value of 0 or 1 (a trivial root)
    is both its own bounds. Kept for numbers that were asked before: of so many pairs there are few different shares.
    """
    if search == "exact" and value in (0, 1):
        far = _far_bound(m, n, confidence)
        return (far, 1.0) if value == 1 else (0.0, 1 - far)
    h = (m + n) / 2 - 1
    z2 = critical(confidence) ** 2

    def distance(theta: float) -> float:
        both = theta * (1 - theta)
        return m * n * (value - theta) ** 2 * (2 - theta) * (1 + theta) - z2 * both * (2 + h + (1 + 2 * h) * both)

    stop = 0.0 if search == "exact" else COARSE
    return crossing(distance, 0.0, value, tolerance=stop), crossing(distance, value, 1.0, tolerance=stop)


def _far_bound(m: int, n: int, confidence: float) -> float:
    """The lower bound of a perfect NAP: the equation divided by its trivial root 1 - theta."""
    h = (m + n) / 2 - 1
    z2 = critical(confidence) ** 2

    def distance(theta: float) -> float:
        return m * n * (1 - theta) * (2 - theta) * (1 + theta) - z2 * theta * (
            2 + h + (1 + 2 * h) * theta * (1 - theta)
        )

    return crossing(distance, 0.0, 1.0)


@dataclass(frozen=True)
class Wins:
    """In how many pairs each point of A is bettered, and each point of B is better; a tie is half of one."""

    by_a: list[float]
    by_b: list[float]
    ties: int


def _wins(a: list[float], b: list[float]) -> Wins:
    """By place in the sorted values, not pair by pair: years of sessions are charted at once."""
    in_a, in_b = sorted(a), sorted(b)
    ties = [bisect_right(in_b, x) - bisect_left(in_b, x) for x in a]
    by_a = [len(b) - bisect_right(in_b, x) + tied / 2 for x, tied in zip(a, ties, strict=True)]
    by_b = [(bisect_left(in_a, y) + bisect_right(in_a, y)) / 2 for y in b]
    return Wins(by_a, by_b, sum(ties))


def _error(kind: Error, value: float, wins: Wins, m: int, n: int) -> float | None:
    if kind == "null":
        return math.sqrt((m + n + 1) / (12 * m * n))
    # A perfect or perfectly bad result would have no error at all: keep half a pair away from the bounds.
    kept = min(max(value, 1 / (2 * m * n)), 1 - 1 / (2 * m * n))
    if kind == "Hanley":
        return _hanley(value, kept, wins, m, n)
    if kind == "unbiased":
        return _unbiased(value, kept, wins, m, n)
    raise ValueError(f"error is 'unbiased', 'Hanley' or 'null', not {kind!r}")


def _rank_moments(value: float, wins: Wins, m: int, n: int) -> tuple[float, float, float]:
    """Mean squares of the distance from NAP: by point of A, by point of B, by pair."""
    by_a = math.fsum((won / n - value) ** 2 for won in wins.by_a) / m
    by_b = math.fsum((won / m - value) ** 2 for won in wins.by_b) / n
    won = math.fsum(wins.by_a) - wins.ties / 2
    pairs = [(won, 1.0), (wins.ties, 0.5), (m * n - won - wins.ties, 0.0)]
    by_pair = math.fsum(many * (win - value) ** 2 for many, win in pairs) / (m * n)
    return by_a, by_b, by_pair


def _hanley(value: float, kept: float, wins: Wins, m: int, n: int) -> float:
    by_a, by_b, _ = _rank_moments(value, wins, m, n)
    return math.sqrt((kept * (1 - kept) + (n - 1) * by_a + (m - 1) * by_b) / (m * n))


def _unbiased(value: float, kept: float, wins: Wins, m: int, n: int) -> float | None:
    if m < 2 or n < 2:
        return None
    by_a, by_b, by_pair = _rank_moments(value, wins, m, n)
    spread = (kept * (1 - kept) + n * by_a + m * by_b - 2 * by_pair) / ((m - 1) * (n - 1))
    return math.sqrt(max(spread, 0.0))
