"""Do several observers put things in the same order? Kendall's W, and the mean correlation of all pairs.

Sources: Kendall 1948, Rank Correlation Methods (W, corrected for ties); Pearson; Spearman.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from alongside.measure.chi_square import upper_tail
from alongside.measure.estimate import UNDEFINED, Estimate, two_sided


def kendall_w(rows: Sequence[Sequence[float]]) -> tuple[float | None, float | None, float | None]:
    """W from 0 to 1, its chi-square k (n - 1) W on n - 1 degrees of freedom, and p; a row is all ratings of a thing.

    Three None where fewer than two things or observers rated, or nobody distinguished anything.
    """
    n, k = len(rows), len(rows[0]) if rows else 0
    if n < 2 or k < 2:
        return None, None, None
    columns = [_ranks(column) for column in zip(*rows, strict=True)]
    sums = [sum(ranks) for ranks in zip(*columns, strict=True)]
    spread = sum((one - k * (n + 1) / 2) ** 2 for one in sums)
    ties = sum(t**3 - t for column in columns for t in Counter(column).values())
    most = k**2 * (n**3 - n) - k * ties
    if not most:
        return None, None, None
    w = 12 * spread / most
    square = k * (n - 1) * w
    return w, square, upper_tail(square, n - 1)


def mean_pearson(rows: Sequence[Sequence[float]]) -> Estimate:
    """Mean of the pairs' correlations by Fisher's z, back as r; p of r times the root of n - 3 as a normal deviate.

    Undefined where an observer's ratings do not vary, or for fewer than four things.
    """
    return _mean([list(column) for column in zip(*rows, strict=True)])


def mean_spearman(rows: Sequence[Sequence[float]]) -> Estimate:
    """The same of ranks, ties sharing their mean rank."""
    return _mean([_ranks(column) for column in zip(*rows, strict=True)])


def _mean(columns: list[list[float]]) -> Estimate:
    found = [_correlation(one, two) for one, two in combinations(columns, 2)]
    known = [r for r in found if r is not None]
    if not known or len(known) < len(found) or len(columns[0]) < 4:
        return UNDEFINED
    perfect = max(map(abs, known)) >= 1  # Fisher's z of a perfect correlation has no end
    mean = sum(known if perfect else map(math.atanh, known)) / len(known)
    value = mean if perfect else math.tanh(mean)
    return Estimate(value, p=two_sided(value * math.sqrt(len(columns[0]) - 3)))


def _correlation(one: Sequence[float], two: Sequence[float]) -> float | None:
    n = len(one)
    x, y = sum(one) / n, sum(two) / n
    together = sum((a - x) * (b - y) for a, b in zip(one, two, strict=True))
    spread = math.sqrt(sum((a - x) ** 2 for a in one) * sum((b - y) ** 2 for b in two))
    return together / spread if spread else None


def _ranks(values: Sequence[float]) -> list[float]:
    """Places from 1, ties sharing the mean of theirs."""
    first: dict[float, int] = {}
    for place, value in enumerate(sorted(values), 1):
        first.setdefault(value, place)
    many = Counter(values)
    return [first[value] + (many[value] - 1) / 2 for value in values]
