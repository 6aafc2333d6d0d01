"""Agreement beyond chance, from -1 to 1: Cohen's kappa for two observers, Fleiss' and Light's for several."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal, TypeVar

T = TypeVar("T")
Weights = Literal["none", "equal", "squared"]


def cohen(one: Sequence[object], two: Sequence[object]) -> float | None:
    """(p_o - p_e) / (1 - p_e) for nominal categories (Cohen 1960).

    None for no ratings, and where both observers used one and the same category throughout. ValueError where one
    rated more than the other.
    """
    return _chance_corrected(one, two, lambda x, y: float(x == y))


def cohen_weighted(one: Sequence[int], two: Sequence[int], *, weights: Weights = "squared") -> float | None:
    """Cohen's kappa for ordered categories, near misses counting in part (Cohen 1968).

    The weight of a distance d among categories that span r places is 1 - d/r ("equal") or 1 - (d/r)^2 ("squared");
    places are ranks among the categories that either observer used.
    """
    if weights == "none":
        return cohen(one, two)
    place = {category: k for k, category in enumerate(sorted({*one, *two}))}
    reach, power = max(1, len(place) - 1), 1 if weights == "equal" else 2
    return _chance_corrected(
        [place[x] for x in one], [place[y] for y in two], lambda x, y: 1 - (abs(x - y) / reach) ** power
    )


def fleiss(rows: Sequence[Sequence[object]], *, exact: bool = False) -> float | None:
    """Kappa of several observers; a row holds all ratings of one thing (Fleiss 1971).

    `exact` takes chance from each observer's own use of the categories (Conger 1980). None where undefined.
    """
    if not rows or len(rows[0]) < 2:
        return None
    raters = len(rows[0])
    if any(len(row) != raters for row in rows):
        raise ValueError("every row needs a rating by every observer")
    seen = [sum(k * (k - 1) for k in Counter(row).values()) / (raters * (raters - 1)) for row in rows]
    observed = sum(seen) / len(rows)
    used = Counter(rating for row in rows for rating in row)
    by_chance = sum((k / (len(rows) * raters)) ** 2 for k in used.values())
    if exact:
        by_chance = _conger(rows, raters)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def light(rows: Sequence[Sequence[object]]) -> float | None:
    """Mean of Cohen's kappa over all pairs of observers (Light 1971). None where one pair has none."""
    columns = list(zip(*rows, strict=True))
    found = [cohen(one, two) for one, two in combinations(columns, 2)]
    known = [kappa for kappa in found if kappa is not None]
    return sum(known) / len(known) if known and len(known) == len(found) else None


def percent_agreement(rows: Sequence[Sequence[float]], *, tolerance: float = 0) -> float | None:
    """Percent of things that all observers rated within `tolerance` of each other; None for none."""
    if not rows:
        return None
    return 100 * sum(max(row) - min(row) <= tolerance for row in rows) / len(rows)


def _chance_corrected(one: Sequence[T], two: Sequence[T], weight: Callable[[T, T], float]) -> float | None:
    if len(one) != len(two):
        raise ValueError(f"the observers rated {len(one)} and {len(two)}: both must rate the same ones")
    n = len(one)
    if n == 0:
        return None
    observed = sum(weight(x, y) for x, y in zip(one, two, strict=True)) / n
    firsts, seconds = Counter(one), Counter(two)
    by_chance = sum(p * q * weight(x, y) for x, p in firsts.items() for y, q in seconds.items()) / n**2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def _conger(rows: Sequence[Sequence[object]], raters: int) -> float:
    """Mean chance agreement over pairs of observers, each with the own shares of the categories."""
    used = [Counter(column) for column in zip(*rows, strict=True)]
    pairs = list(combinations(used, 2))
    return sum(sum(p[k] * q[k] for k in p) for p, q in pairs) / len(pairs) / len(rows) ** 2
