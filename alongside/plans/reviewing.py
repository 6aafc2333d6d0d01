"""Telling of plans to look over: done by the worker on each of its rounds, never by a page. A letter names nobody."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from alongside.agencies.lookups import zone_here
from alongside.foundation import outbox, reference
from alongside.foundation.moments import today
from alongside.people.lookups import supervisors_of_client
from alongside.plans.letters import REVIEWS, review_path
from alongside.plans.models import PlanReview, PlanVersion
from alongside.plans.rules.signing import review_state

CODES = dict(zip(("soon", "overdue"), REVIEWS, strict=True))


def tell_of_reviews(on: date | None = None) -> int:
    """Tell who answers for a plan in force that it is to be looked over soon, or should have been; how many were told.

    Each person is told once of each day on which a version is due, before it and after. Two statements where none is.
    """
    day = on or today(zone_here())
    soon = day + timedelta(days=reference.load("treatment")["review_soon_days"])
    newest = PlanReview.objects.filter(version=OuterRef("pk")).order_by("-reviewed_on", "-at")
    rows = PlanVersion.objects.filter(published_at__isnull=False, ended_at=None, client__discharged_on=None).annotate(
        decision=Subquery(newest.values("decision")[:1]),
        due=Coalesce(Subquery(newest.values("next_on")[:1]), F("review_on")),
    )
    found = rows.filter(due__lte=soon).values_list("pk", "client", "made_by", "due", "decision")
    return sum(
        _tell(version, client, author, due, review_state(due, decision or "", day=day, soon=soon))
        for version, client, author, due, decision in found
    )


def _tell(version: UUID, client: UUID, author: UUID, due: date, state: str) -> int:
    if state not in CODES:
        return 0
    code, path = CODES[state], review_path(version)
    if state == "overdue":  # what was soon is late now: one letter of the two is enough
        outbox.withdraw(code=CODES["soon"], path=path)
    to = supervisors_of_client(client) or [author]
    for staff in to:
        outbox.post(to=staff, code=code, path=path, cause=uuid5(version, f"{code} {due.isoformat()}"))
    return len(to)
