"""How far two people's ABC records of the same visits agree. The second person's count in no other table."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.assessments.rules.evidence import Record
from alongside.measure import ioa, kappa
from alongside.measure.summary import Summary

COMPARED = ("antecedent", "consequence", "effect")
ASKED = 80.0  # percent: Cooper, Heron & Heward, chapter 5
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  (only differences are used)
Twos = list[tuple[Record, Record]]


@dataclass(frozen=True)
class Alike:
    """One part of a record, of those times that both saw: alike of how many, in percent; kappa beyond chance."""

    field: str
    percent: float | None
    alike: int
    of: int
    kappa: float | None


@dataclass(frozen=True)
class Compared:
    """Visits in which two people kept ABC records. `events`: both saw it within `seconds`, of all times that one saw.

    `first_only` and `second_only`: seen by one alone. `least`: below so many seen by both, all is uncertain.
    """

    visits: int
    seconds: float
    both: int
    first_only: int
    second_only: int
    events: float | None
    fields: tuple[Alike, ...]
    least: int

    @property
    def few(self) -> bool:
        """Whether too few times were seen by both for anything but a hint."""
        return self.both < self.least

    @property
    def low(self) -> bool:
        """Whether they agree on less than is asked for, on whether it happened, what came before or what came after."""
        asked = [self.events, *(one.percent for one in self.fields if one.field != "effect")]
        return any(percent is not None and percent < ASKED for percent in asked)


def compared(first: Sequence[Record], second: Sequence[Record], known: Mapping[str, Any]) -> Compared | None:
    """Occurrences of the visits in which somebody else kept records too; None where nobody did.

    Matched within a visit by time, each at most once (`ioa.matches`).
    """
    seconds, streams = known["sequence"]["seconds"], list(dict.fromkeys(one.stream for one in second))
    if not streams:
        return None
    twos: Twos = []
    alone = [0, 0]
    one_by, two_by = _by_stream(first), _by_stream(second)
    for stream in streams:
        one, two = one_by.get(stream, []), two_by.get(stream, [])
        found = ioa.matches(_times(one), _times(two), seconds=seconds)
        twos += [(one[i], two[j]) for i, j in found]
        alone[0] += len(one) - len(found)
        alone[1] += len(two) - len(found)
    seen = len(twos) + sum(alone)
    return Compared(
        len(streams), seconds, len(twos), alone[0], alone[1], 100 * len(twos) / seen if seen else None,
        tuple(_alike(field, twos) for field in COMPARED), known["least"]["occurrences"],
    )  # fmt: skip


def _by_stream(records: Sequence[Record]) -> dict[Hashable, list[Record]]:
    found: dict[Hashable, list[Record]] = {}
    for one in records:
        if one.occurred:
            found.setdefault(one.stream, []).append(one)
    return found


def _times(records: Sequence[Record]) -> list[float]:
    """Seconds of local wall time: both records are of one visit."""
    return [(one.at - EPOCH).total_seconds() for one in records]


def _alike(field: str, twos: Twos) -> Alike:
    """Trial by trial: what one left out counts as said otherwise, unless both did."""
    said = [(one.details.get(field, ""), two.details.get(field, "")) for one, two in twos]
    said = [pair for pair in said if any(pair)]
    one, two = [pair[0] for pair in said], [pair[1] for pair in said]
    found: Summary = ioa.trial_by_trial(one, two)
    return Alike(field, found.value, sum(a == b for a, b in said), len(said), kappa.cohen(one, two) if said else None)
