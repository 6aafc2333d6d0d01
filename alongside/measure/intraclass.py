"""Intraclass correlation of several observers' numbers. Source: McGraw & Wong, Psychological Methods 1 (1996) 30-46."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from alongside.measure.estimate import UNDEFINED, Estimate
from alongside.measure.fisher_f import upper_tail

Model = Literal["oneway", "twoway"]
Kind = Literal["consistency", "agreement"]


@dataclass(frozen=True, slots=True)
class Squares:
    """Mean squares of a table of `n` things by `k` observers."""

    n: int
    k: int
    things: float
    within: float
    observers: float
    rest: float


def icc(
    rows: Sequence[Sequence[float]], *, model: Model = "twoway", kind: Kind = "agreement", average: bool = False
) -> Estimate:
    """ICC(1), ICC(C, 1) or ICC(A, 1), or of the observers' average; a row holds all ratings of one thing.

    `p` is of the F test against no agreement. Undefined for fewer than two things or observers, or no variance.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return UNDEFINED
    found = squares(rows)
    noise = found.within if model == "oneway" else found.rest
    if not noise or not found.things:
        return UNDEFINED
    value = _value(found, model, kind, average)
    above, below = found.n - 1.0, found.n * (found.k - 1.0)
    if model == "twoway":
        below = (found.n - 1.0) * (found.k - 1.0)
        if kind == "agreement" and value < 1:
            below = _freedom(found, value)
    return Estimate(value, p=upper_tail(found.things / noise, above, below))


def squares(rows: Sequence[Sequence[float]]) -> Squares:
    """Mean squares between things, within things, between observers, and what is left. ValueError for ragged rows."""
    n, k = len(rows), len(rows[0])
    columns = list(zip(*rows, strict=True))
    middle = sum(map(sum, rows)) / (n * k)
    total = sum((x - middle) ** 2 for row in rows for x in row)
    things = k * sum((sum(row) / k - middle) ** 2 for row in rows)
    observers = n * sum((sum(column) / n - middle) ** 2 for column in columns)
    return Squares(
        n, k, things / (n - 1), (total - things) / (n * (k - 1)), observers / (k - 1),
        (total - things - observers) / ((n - 1) * (k - 1)),
    )  # fmt: skip


def _value(s: Squares, model: Model, kind: Kind, average: bool) -> float:
    noise = s.within if model == "oneway" else s.rest
    shift = (s.observers - s.rest) / s.n if model == "twoway" and kind == "agreement" else 0.0
    if average:
        return (s.things - noise) / (s.things + shift)
    return (s.things - noise) / (s.things + (s.k - 1) * noise + s.k * shift)


def _freedom(s: Squares, value: float) -> float:
    """Satterthwaite's degrees of freedom for the mix of observers and rest.

    The factor k is the article's for single ratings; the R package irr keeps it for the average, and so do we.
    """
    a = s.k * value / (s.n * (1 - value))
    b = 1 + s.k * value * (s.n - 1) / (s.n * (1 - value))
    whole = (a * s.observers + b * s.rest) ** 2
    return whole / ((a * s.observers) ** 2 / (s.k - 1) + (b * s.rest) ** 2 / ((s.n - 1) * (s.k - 1)))
