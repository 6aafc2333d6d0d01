"""Straight lines through one phase: least squares, Theil-Sen, split-middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from alongside.measure.regression import fit


@dataclass(frozen=True, slots=True)
class Line:
    """y = intercept + slope * x, in the units of the graph."""

    slope: float
    intercept: float

    def at(self, x: float) -> float:
        """Height of the line at x."""
        return self.intercept + self.slope * x


def least_squares(x: Sequence[float], y: Sequence[float]) -> Line | None:
    """Ordinary least squares line; None for fewer than two different x."""
    found = fit([[1.0] * len(x), x], y) if len(set(x)) > 1 else None
    return None if found is None else Line(found.coefficients[1], found.coefficients[0])


def theil_sen(x: Sequence[float], y: Sequence[float]) -> Line | None:
    """Median of all pairwise slopes, intercept the median of y - slope * x (Theil 1950; Sen 1968).

    None for fewer than two different x.
    """
    points = list(zip(x, y, strict=True))
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x1 != x2]
    if not slopes:
        return None
    slope = float(median(slopes))
    return Line(slope, float(median(q - slope * p for p, q in points)))


def split_middle(x: Sequence[float], y: Sequence[float]) -> Line | None:
    """Split-middle line of progress (White & Haring 1980).

    The phase is halved in order (an odd middle point belongs to neither half), the middle points (median x,
    median y) of the halves are joined, and the line is shifted so that half of all points lie on each side.
    None where the halves share their median x, or for fewer than two points.
    """
    joined = quarter_intersect(x, y)
    if joined is None:
        return None
    shift = median(q - joined.at(p) for p, q in zip(x, y, strict=True))
    return Line(joined.slope, joined.intercept + float(shift))


def quarter_intersect(x: Sequence[float], y: Sequence[float]) -> Line | None:
    """The split-middle line before its shift: through the middle points of the two halves (Koenig 1972)."""
    half = len(x) // 2
    if half == 0:
        return None
    x1, y1 = median(x[:half]), median(y[:half])
    x2, y2 = median(x[-half:]), median(y[-half:])
    if x1 == x2:
        return None
    slope = (y2 - y1) / (x2 - x1)
    return Line(float(slope), float(y1 - slope * x1))
