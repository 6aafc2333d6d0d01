"""Whether the counting behind a graph can be trusted: second observers, and signs in how the values were kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Any
from uuid import UUID

from alongside.behaviour import lookups as behaviour
from alongside.behaviour.lookups import Agreement, KeptValue
from alongside.foundation import reference
from alongside.outcomes.reading.honesty import Kept, Signal, signs
from alongside.outcomes.working import Read

NEWEST = 60  # visits whose keeping is looked at
OBSERVED_TWICE = 12  # visits with a second observer whose agreement is worked out
SHOWN = {"count": "mean_count_per_interval", "rate": "mean_count_per_interval", "irt": "mean_count_per_interval"}


@dataclass(frozen=True)
class Trust:
    """Whether the counting can be trusted. `agreement`: mean percent of `agreed_on` visits by `method`."""

    visits: int
    by_two: int
    agreed_on: int
    agreement: float | None
    method: str
    asked: dict[str, Any]
    signals: tuple[Signal, ...]

    @property
    def share(self) -> float | None:
        return self.by_two / self.visits if self.visits else None


def kept_of(client_id: UUID, read: Read, *, last: date = date.max) -> list[KeptValue]:
    """The newest values of a target up to a day, in order of time. One statement."""
    found = behaviour.kept_values(client_id, read.target.id, read.target.measure, newest=NEWEST)
    return [one for one in found if one.day <= last]


def trust(client_id: UUID, read: Read, kept: Sequence[KeptValue]) -> Trust:
    """What is known of how these values were kept. One statement where somebody counted along, else none."""
    target, asked = read.target, reference.load("outcomes")
    twice = behaviour.agreements_of(client_id, target.id, newest=OBSERVED_TWICE) if any(k.by_two for k in kept) else ()
    method, shares = _agreement(target.measure, twice)
    known = tuple(_kept(one, read) for one in kept)
    return Trust(
        len(kept), sum(one.by_two for one in kept), len(shares), fmean(shares) if shares else None, method, asked,
        signs(known, target.measure, asked),
    )  # fmt: skip


def _agreement(measure: str, twice: Sequence[tuple[date, Agreement]]) -> tuple[str, list[float]]:
    """One method's percent of each visit: minute by minute for counts, else the first that fits the measure."""
    name = SHOWN.get(measure, twice[0][1].methods[0][0] if twice else "")
    values = [dict(one.methods).get(name) for _, one in twice]
    return name, [value for value in values if value is not None]


def _kept(one: KeptValue, read: Read) -> Kept:
    phase = sum(1 for c in read.conditions if c.begins_at and c.begins_at <= one.began_at)
    return Kept(one.day, one.value, phase, one.staff_id, one.by_two, one.late_hours, one.total)
