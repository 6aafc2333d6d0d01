"""What a graph is read from: conditions with their visits, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from uuid import UUID

from alongside.measure.trend import theil_sen


@dataclass(frozen=True)
class Visit:
    """One session's value. `number` counts the sessions of the graph from 1; `open_because`: unsigned, disputed."""

    session_id: UUID
    at: datetime
    day: date
    number: int
    value: float | None
    open_because: str = ""


@dataclass(frozen=True)
class Condition:
    """A phase with the visits that are shown; `cut` when it has earlier ones."""

    name: str
    kind: str
    begins_at: datetime | None
    visits: tuple[Visit, ...]
    cut: bool = False

    @property
    def measured(self) -> tuple[Visit, ...]:
        return tuple(v for v in self.visits if v.value is not None)

    @property
    def values(self) -> list[float]:
        return [v.value for v in self.visits if v.value is not None]

    @property
    def numbers(self) -> list[float]:
        return [float(v.number) for v in self.measured]

    @property
    def level(self) -> float | None:
        """The median, in the unit of the graph."""
        return float(median(self.values)) if self.values else None

    @property
    def trend(self) -> tuple[float, float] | None:
        """The Theil-Sen line at the first and the last measured visit; None for fewer than three."""
        if len(self.values) < 3:
            return None
        line = theil_sen(self.numbers, self.values)
        return (line.at(self.numbers[0]), line.at(self.numbers[-1])) if line else None


def compared(conditions: Sequence[Condition]) -> tuple[Condition, Condition] | None:
    """What a verdict compares: the last baseline that has values, and the newest intervention after it."""
    for n in reversed(range(len(conditions))):
        later = [c for c in conditions[n + 1 :] if c.kind == "intervention" and c.values]
        if conditions[n].kind == "baseline" and conditions[n].values and later:
            return conditions[n], later[-1]
    return None
