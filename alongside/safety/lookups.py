"""What other apps may ask about working alone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.safety.models import Escalation, Watch
from alongside.safety.standing import Out, going_on

__all__ = ["Out", "Told", "of_session", "own", "told_of"]


@dataclass(frozen=True)
class Told:
    """Somebody who was told that a watch was overdue."""

    staff_id: UUID
    step: int
    due_at: datetime
    at: datetime


def own(staff_id: UUID) -> list[Out]:
    """One's own watches that go on. One statement."""
    return going_on(Watch.objects.filter(staff=staff_id))


def of_session(session_id: UUID) -> UUID | None:
    """The watch of a session, over or not: what a check-in of the session is about. One statement."""
    return Watch.objects.filter(session=session_id).values_list("id", flat=True).first()


def told_of(watch_ids: list[UUID]) -> dict[UUID, list[Told]]:
    """Who was told about each, in time. One statement."""
    found: dict[UUID, list[Told]] = {id: [] for id in watch_ids}
    for row in Escalation.objects.filter(watch__in=watch_ids).order_by("at", "id"):
        found[row.watch_id].append(Told(row.told_id, row.step, row.due_at, row.at))
    return found
