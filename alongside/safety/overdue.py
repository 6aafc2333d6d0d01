"""Looking for whoever is overdue: done by the worker on each of its rounds, never by a page."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from alongside.foundation import outbox, reference
from alongside.safety import rules
from alongside.safety.models import Escalation
from alongside.safety.standing import Out, going_on
from alongside.safety.telling import PATH, above, anybody


def escalate(now: datetime | None = None) -> int:
    """Tell who is next in line for everybody who is overdue; how many were told. Inside an agency's wall.

    First who supervises or covers, then who may look after anybody here; where nobody supervises, these at once.
    Each person is told once for each time somebody was due, by a permanent row; two workers tell no one twice.
    """
    at, known = now or datetime.now(UTC), reference.load("safety")
    first, second = (timedelta(minutes=known[f"{step}_after_minutes"]) for step in ("first", "second"))
    told = 0
    for out in going_on():
        for step in rules.steps(out.due_at, now=at, first=first, second=second):
            told += sum(_tell(out, step, staff) for staff in _line(out.staff_id, step))
    return told


def _line(staff_id: UUID, step: int) -> list[UUID]:
    """Who stands at a step of the line, without whoever is looked for."""
    near = [one for one in above(staff_id) if one != staff_id]
    return near if step == 1 and near else [one for one in anybody() if one != staff_id]


def _tell(out: Out, step: int, staff: UUID) -> bool:
    """Write down that this person is told, and leave the letter. False when they were told before."""
    same = {"watch_id": out.id, "due_at": out.due_at, "told_id": staff}
    row, is_new = Escalation.objects.get_or_create(**same, defaults={"step": step})
    if is_new:
        cause = uuid5(out.id, f"{out.due_at.isoformat()}/{row.step}")
        outbox.post(to=staff, code="safety.letter.overdue", path=PATH, cause=cause)
    return is_new
