"""What was decided about objectives, for the floors above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from alongside.outcomes.models import Decision
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Decided:
    """A decision, who made it, and on what."""

    id: UUID
    objective_id: UUID
    choice: str
    reason: str
    who: str
    at: datetime
    look_again_on: date | None
    verdict: str
    chance: float | None
    seen_from: date | None
    seen_to: date | None
    visits: int


def decisions_of(objective_id: UUID, target_id: UUID | None) -> tuple[Decided, ...]:
    """What was decided about an objective, newest first; of all versions where it has a target. Two statements."""
    which = Q(objective=objective_id) | (Q(target=target_id) if target_id else Q())
    return _decided(Decision.objects.filter(which).order_by("-at")[:50])


def newest_decisions(target_ids: Iterable[UUID]) -> dict[UUID, tuple[date, date | None]]:
    """Target -> day of its newest decision (UTC) and the day to look again. One statement."""
    rows = Decision.objects.filter(target__in=list(target_ids)).order_by("at")
    return {row.target_id: (row.at.date(), row.look_again_on) for row in rows if row.target_id}


def _decided(rows: Iterable[Decision]) -> tuple[Decided, ...]:
    found = list(rows)
    called = names({row.staff_id for row in found})
    return tuple(
        Decided(
            row.pk, row.objective_id, row.choice, row.reason, called.get(row.staff_id, ""), row.at, row.look_again_on,
            row.verdict, row.chance, row.seen_from, row.seen_to, row.visits,
        )
        for row in found
    )  # fmt: skip
