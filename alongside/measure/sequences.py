"""What follows what: lag-sequential analysis of a stream of codes.

Sources: Bakeman & Quera, Sequential Analysis and Observational Methods for the Behavioral Sciences (2011), chapters 8
and 9 (adjusted residuals, Yule's Q); Wampold & Margolin, Psychological Bulletin 92 (1982) 755-765 and Wampold,
Behavioral Assessment 11 (1989) 221-238 (z of a transition under random order, kappa).
Sequences of what was only observed show order, not cause.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from alongside.measure.chi_square import upper_tail
from alongside.measure.transitions import adjusted_residual, yules_q

Code = Hashable


@dataclass(frozen=True, slots=True)
class Transition:
    """One code after another. `count` of `given_n` times; numbers are None where they are undefined.

    `probability` = count / given_n; `expected` = given_n * target_n / n; `residual` is the adjusted residual, `p` its
    one-sided probability; `z` and `kappa` are Wampold's, `kappa_p` one-sided; `yules_q` lies from -1 to 1.
    """

    given: Code
    target: Code
    count: int
    given_n: int
    target_n: int
    expected: float
    probability: float | None
    residual: float | None
    p: float | None
    yules_q: float | None
    z: float | None
    kappa: float | None
    kappa_p: float | None


@dataclass(frozen=True, slots=True)
class Sequential:
    """All transitions at one lag. `chi_square` (the likelihood ratio's) asks whether order matters at all."""

    codes: tuple[Code, ...]
    n: int
    transitions: tuple[Transition, ...]
    chi_square: float | None
    freedom: int
    p: float | None

    def of(self, given: Code, target: Code) -> Transition:
        """The one transition. KeyError for a code that never came."""
        width, places = len(self.codes), {code: place for place, code in enumerate(self.codes)}
        return self.transitions[places[given] * width + places[target]]


def sequential(streams: Iterable[Sequence[Code]], *, lag: int = 1, codes: Sequence[Code] = ()) -> Sequential:
    """Transitions at a lag, within each stream and never across two (one stream a session).

    `codes` gives the order of the table and codes that never came; by default all codes, sorted by their text.
    ValueError for a lag below 1 and for a code that is not among `codes`.
    """
    if lag < 1:
        raise ValueError("a lag is 1 or more")
    segments = [tuple(stream) for stream in streams]
    used = Counter(code for segment in segments for code in segment)
    order = tuple(codes) or tuple(sorted(used, key=str))
    if not set(used) <= set(order):
        raise ValueError("a code of the stream is not among the codes")
    pairs = Counter(pair for segment in segments for pair in zip(segment, segment[lag:], strict=False))
    return _analyzed(order, pairs, used)


def chains(streams: Iterable[Sequence[Code]], *, length: int = 3) -> Counter[tuple[Code, ...]]:
    """How often each run of so many codes came, within each stream. ValueError for a length below 1."""
    if length < 1:
        raise ValueError("a chain has one code or more")
    counted: Counter[tuple[Code, ...]] = Counter()
    for stream in streams:
        segment = tuple(stream)
        counted += Counter(segment[k : k + length] for k in range(len(segment) - length + 1))
    return counted


def _analyzed(order: tuple[Code, ...], pairs: Counter[tuple[Code, Code]], used: Counter[Code]) -> Sequential:
    rows, columns = Counter[Code](), Counter[Code]()
    for (given, target), times in pairs.items():
        rows[given] += times
        columns[target] += times
    n = pairs.total()
    found = tuple(
        _transition(given, target, pairs[given, target], rows[given], columns[target], n, used)
        for given in order for target in order
    )  # fmt: skip
    freedom = (len(order) - 1) ** 2
    square = 2 * sum(one.count * math.log(one.count / one.expected) for one in found if one.count)
    tail = upper_tail(square, freedom) if n and freedom else None
    return Sequential(order, n, found, square if n else None, freedom, tail)


def _transition(
    given: Code, target: Code, count: int, row: int, column: int, n: int, used: Counter[Code]
) -> Transition:
    expected = row * column / n if n else 0.0
    residual, q = adjusted_residual(count, row, column, n), yules_q(count, row, column, n)
    z, kappa = _wampold(count, used[given], used[target], used.total())
    return Transition(
        given, target, count, row, column, expected, count / row if row else None,
        residual, _one_sided(residual), q, z, kappa, _one_sided(z),
    )  # fmt: skip


def _wampold(count: int, given: int, target: int, total: int) -> tuple[float | None, float | None]:
    """z and kappa of a transition where the codes keep their numbers and their order is random.

    kappa is how far the count lies from its expectation toward its bound: the smaller number above, as few as there
    must be below.
    """
    if total < 2:
        return None, None
    expected = given * target / total
    variance = given * target * (total - given) * (total - target) / (total**2 * (total - 1))
    z = (count - expected) / math.sqrt(variance) if variance else None
    bound = min(given, target) if count >= expected else max(0, given + target - total)
    room = abs(bound - expected)
    return z, (count - expected) / room if room else None


def _one_sided(z: float | None) -> float | None:
    return None if z is None else NormalDist().cdf(-abs(z))
