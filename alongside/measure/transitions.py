"""How much more often one thing goes with another than by chance: adjusted residuals of counted pairs.

Sources: Bakeman & Quera, Sequential Analysis and Observational Methods for the Behavioral Sciences (2011), chapters 8
and 9 (adjusted residuals of Haberman 1978, transitional probabilities, Yule's Q); several looks: Dunn, Journal of the
American Statistical Association 56 (1961) 52-64. What was only observed shows order, not cause.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

Code = Hashable


@dataclass(frozen=True, slots=True)
class Pair:
    """One code with another: `count` of `given_n` times, where all `n` pairs hold the target `target_n` times.

    `probability` = count / given_n; `otherwise` = P(target | not given); `expected` = given_n * target_n / n, and
    `least` the smallest number expected in the four cells of given or not by target or not; `residual` is the
    adjusted residual, a normal deviate where `least` is not too small. None is undefined.
    """

    given: Code
    target: Code
    count: int
    given_n: int
    target_n: int
    n: int

    @property
    def probability(self) -> float | None:
        return self.count / self.given_n if self.given_n else None

    @property
    def otherwise(self) -> float | None:
        rest = self.n - self.given_n
        return (self.target_n - self.count) / rest if rest else None

    @property
    def expected(self) -> float:
        return self.given_n * self.target_n / self.n if self.n else 0.0

    @property
    def least(self) -> float:
        given, target = min(self.given_n, self.n - self.given_n), min(self.target_n, self.n - self.target_n)
        return given * target / self.n if self.n else 0.0

    @property
    def residual(self) -> float | None:
        return adjusted_residual(self.count, self.given_n, self.target_n, self.n)

    @property
    def yules_q(self) -> float | None:
        return yules_q(self.count, self.given_n, self.target_n, self.n)


def crossed(pairs: Iterable[tuple[Code, Code]]) -> tuple[Pair, ...]:
    """Each code that came first with each that came second, the pairs that never came too; in order of their text."""
    return of_counts(Counter(pairs))


def of_counts(counted: Mapping[tuple[Code, Code], int]) -> tuple[Pair, ...]:
    """The same from pairs that are counted already."""
    firsts, seconds = Counter[Code](), Counter[Code]()
    for (given, target), times in counted.items():
        firsts[given] += times
        seconds[target] += times
    n = sum(firsts.values())
    return tuple(
        Pair(given, target, counted.get((given, target), 0), firsts[given], seconds[target], n)
        for given in sorted(firsts, key=str) for target in sorted(seconds, key=str)
    )  # fmt: skip


def at_lag(streams: Iterable[tuple[Mapping[int, bool], Mapping[int, bool]]], lag: int) -> Pair:
    """Two rows of marked intervals, by their numbers: the target so many intervals after the given one.

    Each pair of rows is of one session; intervals that either row lacks are left out, and nothing is carried across
    them or across two sessions. ValueError for a lag below zero.
    """
    if lag < 0:
        raise ValueError("a lag is zero or more")
    cells = Counter[tuple[bool, bool]]()
    for given, target in streams:
        cells += Counter((mark, target[number + lag]) for number, mark in given.items() if number + lag in target)
    row, column = (sum(times for cell, times in cells.items() if cell[place]) for place in (0, 1))
    return Pair(True, True, cells[True, True], row, column, cells.total())


def adjusted_residual(count: int, row: int, column: int, n: int) -> float | None:
    """(count - expected) / sqrt(expected (1 - row/n) (1 - column/n)); None where a row or column holds all or none."""
    expected = row * column / n if n else 0.0
    spread = math.sqrt(expected * (1 - row / n) * (1 - column / n)) if n else 0.0
    return (count - expected) / spread if spread else None


def yules_q(count: int, row: int, column: int, n: int) -> float | None:
    """(ad - bc) / (ad + bc) of the same table, from -1 to 1; None where both products are zero."""
    agree, differ = count * (n - row - column + count), (row - count) * (column - count)
    return (agree - differ) / (agree + differ) if agree + differ else None


def bound(looks: int, *, level: float = 0.05) -> float:
    """How large a deviate has to be, two-sided, where so many are looked at: 1.96 for one look (Dunn 1961)."""
    return NormalDist().inv_cdf(1 - level / (2 * max(1, looks)))


def tallest(pairs: Sequence[Pair]) -> list[Pair]:
    """Those that came most often first."""
    return sorted(pairs, key=lambda pair: (-pair.count, str(pair.given), str(pair.target)))
