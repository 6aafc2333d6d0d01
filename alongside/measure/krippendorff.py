"""Krippendorff's alpha: agreement beyond chance of any number of observers, some of whom may have missed things.

Source: Krippendorff, Content Analysis (2004), chapter 11; Computing Krippendorff's alpha-reliability (2011).
alpha = 1 - (observed disagreement) / (disagreement expected by chance), by coincidences of values within units.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from typing import Literal

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Apart = Callable[[float, float], float]


def alpha(observers: Sequence[Sequence[float | None]], *, level: Level = "nominal") -> float | None:
    """From -1 to 1; a row is one observer, None is a unit not seen. None where no unit has two values, or all are one.

    `level` is how far apart two values are: "ordinal" counts the values between, "interval" squares the difference,
    "ratio" squares it as a share of the sum. ValueError where observers have different numbers of units.
    """
    if len({len(row) for row in observers}) > 1:
        raise ValueError("every observer has a place for every unit")
    coincidences = _coincidences([unit for unit in zip(*observers, strict=True)])
    totals = Counter[float]()
    for (one, _), weight in coincidences.items():
        totals[one] += weight  # type: ignore[assignment]
    n, apart = sum(totals.values()), _apart(level, totals)
    by_chance = sum(p * q * apart(x, y) for x, p in totals.items() for y, q in totals.items())
    if n <= 1 or by_chance == 0:
        return None
    observed = sum(weight * apart(x, y) for (x, y), weight in coincidences.items())
    return 1 - (n - 1) * observed / by_chance


def _coincidences(units: Sequence[Sequence[float | None]]) -> dict[tuple[float, float], float]:
    """Each ordered pair of values in one unit, weighted by 1 / (values in the unit - 1)."""
    found: dict[tuple[float, float], float] = {}
    for unit in units:
        values = [value for value in unit if value is not None]
        for pair in permutations(values, 2):
            found[pair] = found.get(pair, 0.0) + 1 / (len(values) - 1)
    return found


def _apart(level: Level, totals: Mapping[float, float]) -> Apart:
    """Squared distance between two values."""
    if level == "nominal":
        return lambda x, y: float(x != y)
    if level == "interval":
        return lambda x, y: (x - y) ** 2
    if level == "ratio":
        return lambda x, y: ((x - y) / (x + y)) ** 2 if x + y else 0.0
    if level != "ordinal":
        raise ValueError(f"the level is nominal, ordinal, interval or ratio, not {level!r}")
    return lambda x, y: _between(min(x, y), max(x, y), totals) ** 2


def _between(low: float, high: float, totals: Mapping[float, float]) -> float:
    """How many values lie from one to the other, the two ends half."""
    return sum(k for value, k in totals.items() if low <= value <= high) - (totals[low] + totals[high]) / 2
