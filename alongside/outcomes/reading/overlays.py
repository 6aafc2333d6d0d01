"""What else changed while something was measured: as noted, and as the visits themselves tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

NIGHTS = 6  # the newest short nights are lines; all of them are counted


@dataclass(frozen=True)
class Overlay:
    """Something else, on a day. `kind`: as plans knows it, or newcomer, night; `words` as they were noted."""

    day: date
    kind: str
    words: str


@dataclass(frozen=True)
class Nights:
    """The level on visits on which sleep was different, and on the others; None where there are none."""

    count: int
    then: float | None
    otherwise: float | None


def newcomers(by_whom: Sequence[tuple[date, UUID]], names: Mapping[UUID, str]) -> tuple[Overlay, ...]:
    """Who came for the first time after somebody else had, of visits in order of time."""
    seen: set[UUID] = {who for _, who in by_whom[:1]}
    found = []
    for day, who in by_whom:
        if who not in seen:
            seen.add(who)
            found.append(Overlay(day, "newcomer", names.get(who, "")))
    return tuple(found)


def nights(days: Iterable[date], values: Sequence[tuple[date, float]]) -> tuple[tuple[Overlay, ...], Nights]:
    """The newest nights as overlays, and what was seen on such days beside other days."""
    short = sorted(set(days))
    first, last = (values[0][0], values[-1][0]) if values else (date.max, date.min)
    within = [day for day in short if first <= day <= last]
    then, otherwise = ([v for day, v in values if (day in short) is side] for side in (True, False))
    compared = Nights(len(then), median(then) if then else None, median(otherwise) if otherwise else None)
    return tuple(Overlay(day, "night", "") for day in within[-NIGHTS:]), compared
