"""Kendall's rank correlation of two lists: S, ties, tau-a, tau-b and the variance of S.

Sources: Kendall, Rank Correlation Methods (4th ed., 1970), chapters 1, 3 and 4; counted by Knight's way, Journal of the
American Statistical Association 61 (1966) 436-439.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.estimate import two_sided

FEW = 512  # up to here a sorted list is kept as it grows: moving it costs less than halving


@dataclass(frozen=True, slots=True)
class Kendall:
    """S with what is needed to scale and test it.

    `pairs` is n(n-1)/2; `tied_x` and `tied_y` count pairs tied on each list; `variance` is that of S under
    no association, corrected for ties; `variance_untied` is n(n-1)(2n+5)/18.
    """

    s: int
    n: int
    pairs: int
    tied_x: int
    tied_y: int
    variance: float
    variance_untied: float

    @property
    def tau_a(self) -> float | None:
        """S over all pairs; None for fewer than two points."""
        return self.s / self.pairs if self.pairs else None

    @property
    def tau_b(self) -> float | None:
        """S over the geometric mean of the pairs not tied on each list; None where a list is constant."""
        scale = math.sqrt((self.pairs - self.tied_x) * (self.pairs - self.tied_y))
        return self.s / scale if scale else None

    def p(self, *, continuity: bool = False, ties: bool = True) -> float | None:
        """Two-sided p by the normal approximation; None where the variance is zero."""
        variance = self.variance if ties else self.variance_untied
        if variance <= 0:
            return None
        distance = max(0, abs(self.s) - 1) if continuity else self.s
        return two_sided(distance / math.sqrt(variance))


def kendall(x: Sequence[float], y: Sequence[float]) -> Kendall:
    """Kendall's S of two equally long lists. ValueError where their lengths differ."""
    if len(x) != len(y):
        raise ValueError("the two lists are not equally long")
    n = len(x)
    both = sorted(zip(x, y, strict=True))
    xs, ys, same = (list(Counter(each).values()) for each in (x, y, both))
    pairs, tied_x, tied_y = n * (n - 1) // 2, _pairs(xs), _pairs(ys)
    s = pairs - tied_x - tied_y + _pairs(same) - 2 * inversions([one for _, one in both])
    untied = n * (n - 1) * (2 * n + 5) / 18
    return Kendall(s, n, pairs, tied_x, tied_y, _variance(n, xs, ys), untied)


def trend(values: Sequence[float]) -> int:
    """Kendall's S of the values against their order: rising pairs minus falling pairs."""
    n = len(values)
    return n * (n - 1) // 2 - _pairs(list(Counter(values).values())) - 2 * inversions(values)


def inversions(values: Sequence[float]) -> int:
    """Pairs of which the later is smaller, by halves that are sorted together: n log n steps (Knight 1966)."""
    if len(values) <= FEW:
        before: list[float] = []
        found = 0
        for number, value in enumerate(values):
            place = bisect_right(before, value)
            found += number - place
            before.insert(place, value)
        return found
    middle = len(values) // 2
    first, second = values[:middle], values[middle:]
    ordered = sorted(first)
    across = sum(middle - bisect_right(ordered, value) for value in second)
    return inversions(first) + inversions(second) + across


def _pairs(runs: list[int]) -> int:
    return sum(t * (t - 1) // 2 for t in runs)


def _variance(n: int, xs: list[int], ys: list[int]) -> float:
    """Kendall (1970), section 4.9: variance of S with ties of sizes xs and ys."""

    def power(runs: list[int], size: int) -> int:
        return sum(math.prod(t - k for k in range(size)) for t in runs)

    def weight(runs: list[int]) -> int:
        return sum(t * (t - 1) * (2 * t + 5) for t in runs)

    total = (n * (n - 1) * (2 * n + 5) - weight(xs) - weight(ys)) / 18
    if n > 2:
        total += power(xs, 3) * power(ys, 3) / (9 * n * (n - 1) * (n - 2))
    if n > 1:
        total += power(xs, 2) * power(ys, 2) / (2 * n * (n - 1))
    return max(total, 0.0)
