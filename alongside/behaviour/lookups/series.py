"""The points of a chart: one per session, from the tallies."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.behaviour.models import Tally


@dataclass(frozen=True)
class Point:
    """One session of one target. `value` is in the measure's unit; None where it is undefined (nothing stands, or
    a rate of a session that still runs)."""

    session_id: UUID
    began_at: datetime
    service_day: date
    measure: str
    value: float | None
    numerator: float
    denominator: float | None
    n: int


def series(client_id: UUID, target_id: UUID, *, measure: str = "", second: bool = False) -> list[Point]:
    """Every session of a target in order of time, of its own measure unless another is named. One statement."""
    rows = Tally.objects.filter(client=client_id, target=target_id, second=second, n__gt=0).order_by("began_at")
    rows = rows.filter(measure=measure) if measure else rows.exclude(measure="abc")
    names = ("session_id", "began_at", "service_day", "measure", "value", "numerator", "denominator", "n")
    return [
        Point(session, began, day, how, value, float(numerator), denominator, n)
        for session, began, day, how, value, numerator, denominator, n in rows.values_list(*names)
    ]
