"""Is a kappa more than chance? Normal deviates of kappas against none.

Sources: Fleiss, Cohen & Everitt, Psychological Bulletin 72 (1969) 323-327; Fleiss, Nee & Landis, Psychological Bulletin
86 (1979) 974-977; Conger, Psychological Bulletin 88 (1980) 322-328.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations

from alongside.measure.kappa import Weights, cohen, cohen_weighted, fleiss, light


def cohen_z(one: Sequence[object], two: Sequence[object]) -> float | None:
    """z of Cohen's kappa with the standard error under no agreement beyond chance; None where kappa has none."""
    value = cohen(one, two)
    return None if value is None else _z(value, one, two, lambda x, y: float(x == y))


def cohen_weighted_z(one: Sequence[int], two: Sequence[int], *, weights: Weights = "squared") -> float | None:
    """z of the weighted kappa of `kappa.cohen_weighted`."""
    value = cohen_weighted(one, two, weights=weights)
    if value is None or weights == "none":
        return cohen_z(one, two)
    place = {category: k for k, category in enumerate(sorted({*one, *two}))}
    reach, power = max(1, len(place) - 1), 1 if weights == "equal" else 2
    return _z(value, one, two, lambda x, y: 1 - (abs(place[x] - place[y]) / reach) ** power)  # type: ignore[index]


def fleiss_z(rows: Sequence[Sequence[object]]) -> float | None:
    """z of Fleiss' kappa; None where kappa has none."""
    value = fleiss(rows)
    if value is None:
        return None
    n, k = len(rows), len(rows[0])
    shares = [times / (n * k) for times in Counter(x for row in rows for x in row).values()]
    chance = sum(p * (1 - p) for p in shares)
    skew = sum(p * (1 - p) * (1 - 2 * p) for p in shares)
    variance = 2 * (chance**2 - skew) / (chance**2 * n * k * (k - 1))
    return value / math.sqrt(variance) if variance > 0 else None


def light_z(rows: Sequence[Sequence[object]]) -> float | None:
    """z of Light's kappa as the R package irr prints it; None where there is none.

    Chance agreement is taken as 1 less the number of pairs times the product of their chance disagreements: a rule of
    that program without a derivation that we know. Repeated here to compare with it, not to decide by.
    """
    value = light(rows)
    if value is None:
        return None
    pairs = list(combinations(zip(*rows, strict=True), 2))
    differ = len(pairs) * math.prod(1 - _chance(one, two) for one, two in pairs)
    variance = (1 - differ) / (len(rows) * differ) if differ else 0.0
    return value / math.sqrt(variance) if variance > 0 else None


def _chance(one: Sequence[object], two: Sequence[object]) -> float:
    firsts, seconds = Counter(one), Counter(two)
    return sum(times * seconds[x] for x, times in firsts.items()) / len(one) ** 2


def _z(
    value: float, one: Sequence[object], two: Sequence[object], weight: Callable[[object, object], float]
) -> float | None:
    n = len(one)
    firsts = {x: times / n for x, times in Counter(one).items()}
    seconds = {y: times / n for y, times in Counter(two).items()}
    rows = {x: sum(q * weight(x, y) for y, q in seconds.items()) for x in firsts}
    columns = {y: sum(p * weight(x, y) for x, p in firsts.items()) for y in seconds}
    chance = sum(p * rows[x] for x, p in firsts.items())
    spread = sum(
        p * q * (weight(x, y) - rows[x] - columns[y]) ** 2 for x, p in firsts.items() for y, q in seconds.items()
    )
    variance = (spread - chance**2) / (n * (1 - chance) ** 2)
    return value / math.sqrt(variance) if variance > 0 else None
