"""How big the change is: effect sizes between conditions, each with its variant and interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from alongside.measure.estimate import Direction, Estimate
from alongside.measure.nap import nap, tau
from alongside.outcomes.reading.conditions import Condition


@dataclass(frozen=True)
class Size:
    """Two conditions compared. `change`: of the median, as a share of the first one's; None from a zero level.

    NAP after Parker & Vannest (2009) with Newcombe's method 5 interval; Tau is 2 NAP - 1, no trend correction.
    """

    before: str
    after: str
    n_before: int
    n_after: int
    change: float | None
    nap: Estimate
    tau: Estimate


def sizes(conditions: Sequence[Condition], improvement: Direction) -> tuple[Size, ...]:
    """Each condition against the one before it, then the first against the last."""
    measured = [c for c in conditions if c.values]
    pairs = list(pairwise(measured))
    if len(measured) > 2:
        pairs.append((measured[0], measured[-1]))
    return tuple(_size(a, b, improvement) for a, b in pairs)


def _size(a: Condition, b: Condition, improvement: Direction) -> Size:
    before, after = a.level, b.level
    change = (after - before) / before if before and after is not None else None
    return Size(
        a.name, b.name, len(a.values), len(b.values), change,
        nap(a.values, b.values, improvement=improvement), tau(a.values, b.values, improvement=improvement),
    )  # fmt: skip
