"""How much of the intervention phase lies beyond the baseline: PND, PEM, PAND, robust IRD."""

from bisect import bisect_right
from collections.abc import Sequence

from alongside.measure.estimate import Direction, sign_of, toward
from alongside.measure.moments import middle
from alongside.measure.trend import least_squares


def pnd(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Proportion of B beyond the most extreme point of A (percentage of non-overlapping data, as 0 to 1).

    Scruggs, Mastropieri & Casto 1987. None for an empty phase.
    """
    if not a or not b:
        return None
    best = max(toward(a, improvement))
    return sum(value > best for value in toward(b, improvement)) / len(b)


def pem(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Proportion of B beyond the median of A, a point on the median counting one half (0 to 1). Ma 2006."""
    level = middle(toward(a, improvement))
    if level is None or not b:
        return None
    return sum((value > level) + 0.5 * (value == level) for value in toward(b, improvement)) / len(b)


def pem_strict(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Proportion of B beyond the median of A, a point on the median counting nothing (0 to 1)."""
    level = middle(toward(a, improvement))
    if level is None or not b:
        return None
    return sum(value > level for value in toward(b, improvement)) / len(b)


def pand(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Largest proportion of all points that can stay so that every A lies strictly below every B (0 to 1).

    max(i + j)/(m + n) over the i lowest A and j highest B with A_(i) < B_(n+1-j).
    Parker, Hagan-Burke & Vannest 2007, restated by Pustejovsky 2019. None for an empty phase.
    """
    if not a or not b:
        return None
    low, high = sorted(toward(a, improvement)), sorted(toward(b, improvement))
    n = len(high)
    kept = max(n, *(i + n - bisect_right(high, low[i - 1]) for i in range(1, len(low) + 1)))
    return kept / (len(low) + n)


def pand_sorted(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Proportion of points that sorting by value puts on their own side, m places for A then n for B (0 to 1).

    Values tied between phases are ordered A first, from low to high. None for an empty phase.
    """
    cells = sorted_cells(a, b, improvement=improvement)
    return None if cells is None else (cells[0] + cells[3]) / sum(cells)


def sorted_cells(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> tuple[int, int, int, int] | None:
    """(A in A places, B in A places, A in B places, B in B places) after the sorting of `pand_sorted`."""
    if not a or not b:
        return None
    m, n = len(a), len(b)
    marks = [mark for _, mark in sorted([*((v, "A") for v in a), *((v, "B") for v in b)], key=lambda p: p[0])]
    places = marks[:m] if improvement == "increase" else marks[n:]
    first = places.count("A")
    return first, m - first, m - first, n - (m - first)


def pet(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    a_sessions: Sequence[float] | None = None,
    b_sessions: Sequence[float] | None = None,
    tied: float = 1e-9,
) -> float | None:
    """Proportion of B beyond the least-squares line of A carried forward (percentage exceeding the trend, 0 to 1).

    Wolery, Busick, Reichow & Barton 2010. A point nearer than `tied` to the line lies on it and does not count.
    Sessions default to 1, 2, 3, ... over both phases. None for fewer than two A points or no B point.
    """
    xa = list(a_sessions) if a_sessions is not None else list(range(1, len(a) + 1))
    xb = list(b_sessions) if b_sessions is not None else list(range(len(a) + 1, len(a) + len(b) + 1))
    line = least_squares(xa, a)
    if line is None or not b:
        return None
    sign = sign_of(improvement)
    return sum(sign * (y - line.at(x)) > tied for x, y in zip(xb, b, strict=True)) / len(b)


def ird(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Robust improvement rate difference: 1 - (m + n)^2 / (2mn) * (1 - PAND).

    Parker, Vannest & Brown 2009; the closed form is Pustejovsky's (2019). None for an empty phase.
    """
    kept = pand(a, b, improvement=improvement)
    if kept is None:
        return None
    m, n = len(a), len(b)
    return 1 - (m + n) ** 2 / (2 * m * n) * (1 - kept)
