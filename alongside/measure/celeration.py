"""Celeration: the factor by which a frequency multiplies or divides per week.

Sources: Lindsley 1971; Pennypacker, Gutierrez & Lindsley, Handbook of the Standard Celeration Chart (2003);
quarter-intersect: Koenig 1972.
"""

import math
from collections.abc import Sequence
from typing import Literal

from alongside.measure.trend import Line, least_squares, quarter_intersect

Method = Literal["least squares", "quarter-intersect"]


def celeration(
    days: Sequence[float],
    frequencies: Sequence[float],
    *,
    method: Method = "least squares",
    record_floor: float | None = None,
) -> float | None:
    """Weekly factor 10^(7 b) from the line log10 y = a + b * day; 2 doubles each week, 0.5 halves.

    A zero counts just below the record floor (1 / minutes observed) where that is given, as half of it.
    None for fewer than two different days, or a zero with no record floor. ValueError for negative frequencies.
    """
    line = celeration_line(days, frequencies, method=method, record_floor=record_floor)
    return None if line is None else 10 ** (7 * line.slope)


def celeration_line(
    days: Sequence[float],
    frequencies: Sequence[float],
    *,
    method: Method = "least squares",
    record_floor: float | None = None,
) -> Line | None:
    """The line in log10 units per day behind `celeration`."""
    if any(value < 0 for value in frequencies):
        raise ValueError("a frequency is never negative")
    if 0 in frequencies and not record_floor:
        return None
    logs = [math.log10(value if value > 0 else (record_floor or 0) / 2) for value in frequencies]
    return least_squares(days, logs) if method == "least squares" else quarter_intersect(days, logs)


def in_words(factor: float) -> tuple[Literal["x", "/"], float]:
    """("x", 1.25) for growth or ("/", 1.25) for decay: celeration is spoken with a factor of at least one."""
    return ("x", factor) if factor >= 1 else ("/", 1 / factor)
