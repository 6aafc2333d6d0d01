"""Records that were opened by break-glass, for those who look at each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.people.models import Glass, GlassReview, TeamPlace
from alongside.workforce.lookups import names

MOST = 100


@dataclass(frozen=True)
class GlassLine:
    """Who opened whose record, why and how long; what whoever reviewed it said."""

    id: UUID
    client_id: UUID
    client: str
    who: str
    reason: str
    broken_at: datetime
    until: datetime
    reviewed_by: str
    justified: bool | None
    remark: str
    mine: bool


@query("people.glasses", on="agencies.Agency")
def glasses(*, by: Actor, on: Any) -> tuple[GlassLine, ...]:
    """The last 100, those not reviewed first: of everybody, or of one's supervisees and clients. Three statements."""
    rows = Glass.objects.select_related("client__party", "staff__party").order_by("-broken_at")
    if not _all(by):
        near = TeamPlace.objects.filter(staff__in=[by.staff_id, *by.supervises], ended_on=None).values("client_id")
        rows = rows.filter(Q(staff__in=by.supervises) | Q(client__in=near))
    found = list(rows[:MOST])
    reviews = {review.glass_id: review for review in GlassReview.objects.filter(glass__in=[row.pk for row in found])}
    who = names({review.staff_id for review in reviews.values()})
    lines = [_line(row, reviews.get(row.pk), who, by) for row in found]
    return tuple(sorted(lines, key=lambda line: line.justified is not None))


def _all(by: Actor) -> bool:
    return any(verb == "people.review_glass" and "agency" in held for (_, verb), held in by.grants.items())


def _line(row: Glass, review: GlassReview | None, who: dict[UUID, str], by: Actor) -> GlassLine:
    return GlassLine(
        id=row.pk, client_id=row.client_id, client=row.client.party.name, who=row.staff.party.name, reason=row.reason,
        broken_at=row.broken_at, until=row.until, reviewed_by=who.get(review.staff_id, "") if review else "",
        justified=review.justified if review else None, remark=review.remark if review else "",
        mine=row.staff_id == by.staff_id,
    )  # fmt: skip
