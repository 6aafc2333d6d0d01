"""Signs in the data that are worth a question before a verdict is believed: counts in plain words, never an accusation.

Each has an ordinary explanation (a quiet fortnight, a stopwatch read in minutes, a colleague who always has Tuesdays).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from statistics import NormalDist, fmean, variance
from typing import Any
from uuid import UUID

COUNTED = {"count", "product"}
TIMED = {"duration", "latency", "irt"}


@dataclass(frozen=True)
class Kept:
    """How one visit's value was kept. `late_hours`: from the end of the visit to its last entry.

    None where that is unknown (taken over from elsewhere, or the visit runs). `seconds`: the total of what was timed.
    """

    day: date
    value: float
    phase: int
    staff_id: UUID
    by_two: bool
    late_hours: float | None
    seconds: float | None = None


@dataclass(frozen=True)
class Signal:
    """A sign by its code, with the numbers of its sentence."""

    code: str
    values: tuple[tuple[str, Any], ...]


def signs(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> tuple[Signal, ...]:
    """What is worth a question, of visits in order of time. `asked`: reference/outcomes.toml."""
    found = (sign(kept, measure, asked) for sign in SIGNS)
    return tuple(signal for some in found for signal in some)


def _alike(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    """The same value again and again, other than zero."""
    runs = [(value, len(list(run))) for value, run in groupby(one.value for one in kept)]
    value, longest = max(((v, n) for v, n in runs if v), key=lambda run: run[1], default=(0.0, 0))
    if longest >= asked["same_in_a_row"]:
        yield _signal("alike", count=longest, value=value)


def _zeros(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    if len(kept) >= asked["zeros_in_a_row"] and not any(one.value for one in kept):
        yield _signal("zeros", count=len(kept))


def _regular(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    """Counts in a phase vary less than independent events would (index of dispersion, Wilson-Hilferty)."""
    for _, phase in groupby(kept, key=lambda one: one.phase):
        values = [one.value for one in phase]
        if measure in COUNTED and len(values) >= asked["fewest"] and fmean(values) > 1:
            share = variance(values) / fmean(values)
            if _less_than_chance(share, len(values) - 1) < asked["regular_p"]:
                yield _signal("regular", count=len(values), share=round(share * 100))


def _less_than_chance(share: float, freedom: int) -> float:
    """P(index of dispersion at most `share`) of independent events."""
    part = 2 / (9 * freedom)
    return NormalDist().cdf((share ** (1 / 3) - (1 - part)) / part**0.5)


def _rounded(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    timed = [one.seconds for one in kept if one.seconds]
    whole = sum(seconds % 60 == 0 for seconds in timed)
    if measure in TIMED and len(timed) >= asked["fewest"] and whole >= asked["rounded_share"] * len(timed):
        yield _signal("rounded", count=whole, of=len(timed))


def _late(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    known = [one.late_hours for one in kept if one.late_hours is not None]
    late = [hours for hours in known if hours > asked["late_hours"]]
    if late:
        yield _signal("late", count=len(late), of=len(known), days=round(max(late) / 24))
    if len(known) < len(kept):
        yield _signal("unknown_when", count=len(kept) - len(known), of=len(kept))


def _gaps(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    pauses = [(after.day - before.day).days for before, after in pairwise(kept)]
    long = [days for days in pauses if days > asked["gap_days"]]
    if long:
        yield _signal("gaps", count=len(long), days=max(long))


def _one_observer(kept: Sequence[Kept], measure: str, asked: Mapping[str, Any]) -> Iterator[Signal]:
    both = sum(one.by_two for one in kept)
    if len(kept) < asked["fewest"]:
        return
    if len({one.staff_id for one in kept}) == 1 and not both and len(kept) >= asked["one_observer"]:
        yield _signal("one_person", count=len(kept))
    elif both < asked["second_observer"] * len(kept):
        yield _signal("few_by_two", count=both, of=len(kept), aim=round(asked["second_observer"] * 100))


def _signal(code: str, **values: Any) -> Signal:
    return Signal(code, tuple(values.items()))


SIGNS = (_late, _gaps, _alike, _zeros, _regular, _rounded, _one_observer)
