"""A visit as a strip: what happened when, by target."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.behaviour import stream
from alongside.plans.models import Target
from alongside.sessions.lookups import Spent, spent


@dataclass(frozen=True)
class Mark:
    """One event on the strip. `seconds` is how long it lasted, where that was timed."""

    id: UUID
    at: datetime
    seconds: float | None
    measure: str


@dataclass(frozen=True)
class Strip:
    """The marks of one target."""

    target_id: UUID
    name: str
    screen_name: str
    marks: tuple[Mark, ...]


def day_strip(session_id: UUID) -> tuple[Spent, tuple[Strip, ...]]:
    """The session, and each target's standing observations in order of time. Three statements."""
    session = spent(session_id)
    rows = stream.standing(session_id, second=False)
    targets = Target.objects.filter(pk__in={row.target_id for row in rows}).order_by("pinned", "name")
    return session, tuple(_strip(target, rows) for target in targets)


def _strip(target: Target, rows: list[stream.Row]) -> Strip:
    marks = tuple(
        Mark(row.id, row.happened_at, row.details.get("seconds"), row.measure)
        for row in rows if row.target_id == target.pk
    )  # fmt: skip
    return Strip(target.pk, target.name, target.screen_name or target.name, marks)
