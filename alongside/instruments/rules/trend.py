"""Scores of one scale in time: each with whether it is more than chance away from the one before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from alongside.instruments.rules.scoring import Scale, change


@dataclass(frozen=True)
class Taken:
    """One score as it was taken. `total` None: too much was left out; not `firm`: filled, for the trend alone."""

    day: date
    total: Decimal | None
    band: str = ""
    firm: bool = True
    key: str = ""


@dataclass(frozen=True)
class Step:
    """`since_last`, `since_first`: better, worse, "" (within the error), unknown (no figure); None where nothing is
    before it."""

    taken: Taken
    since_last: str | None
    since_first: str | None


def steps(scale: Scale | None, taken: Sequence[Taken]) -> list[Step]:
    """In the order of time. What was filled by a mean is compared with nothing."""
    found: list[Step] = []
    earlier: list[Decimal] = []
    for one in taken:
        if one.total is None or not one.firm:
            found.append(Step(one, None, None))
            continue
        since_last = _change(scale, earlier[-1], one.total) if earlier else None
        since_first = _change(scale, earlier[0], one.total) if earlier else None
        found.append(Step(one, since_last, since_first))
        earlier.append(one.total)
    return found


def _change(scale: Scale | None, before: Decimal, now: Decimal) -> str:
    return change(scale, before, now) if scale else "unknown"
