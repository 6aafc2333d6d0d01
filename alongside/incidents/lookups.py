"""What later chapters ask about a crisis: its timeline, those of a client, those that go on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.foundation.errors import NotHere
from alongside.incidents.models import Crisis, CrisisClosing, CrisisLine


@dataclass(frozen=True)
class CrisisFacts:
    """A crisis; `client_id` is None until it was said whose. `closed_at` is None while it goes on."""

    id: UUID
    client_id: UUID | None
    session_id: UUID | None
    staff_id: UUID
    began_at: datetime
    received_at: datetime
    closed_at: datetime | None
    closed_by: UUID | None


@dataclass(frozen=True)
class LineFacts:
    """One step. `line`: key in reference/crisis.toml. `at` by the device's clock, `received_at` by ours."""

    id: UUID
    staff_id: UUID
    line: str
    words: str
    at: datetime
    received_at: datetime


@dataclass(frozen=True)
class Timeline:
    """A crisis with its steps in the order of the devices' clocks."""

    crisis: CrisisFacts
    lines: tuple[LineFacts, ...]


def timeline(crisis_id: UUID) -> Timeline:
    """A crisis as it happened: what an incident report begins with. Two statements. Raises NotHere."""
    found = _facts(Crisis.objects.filter(pk=crisis_id))
    if not found:
        raise NotHere("incidents.Crisis")
    rows = CrisisLine.objects.filter(crisis=crisis_id).order_by("at", "received_at", "id")
    lines = tuple(LineFacts(r.pk, r.staff_id, r.line, r.words, r.at, r.received_at) for r in rows)
    return Timeline(found[0], lines)


def crises_of(client_id: UUID, *, most: int = 50, before: datetime | None = None) -> tuple[CrisisFacts, ...]:
    """Crises of a client, newest first. One statement."""
    rows = Crisis.objects.filter(client=client_id)
    if before is not None:
        rows = rows.filter(began_at__lt=before)
    return _facts(rows.order_by("-began_at", "-id")[:most])


def of_session(session_id: UUID) -> tuple[CrisisFacts, ...]:
    """Crises that were begun in a session. One statement."""
    return of_sessions([session_id])


def of_sessions(session_ids: Iterable[UUID]) -> tuple[CrisisFacts, ...]:
    """Crises that were begun in these sessions, in time. One statement."""
    return _facts(Crisis.objects.filter(session__in=list(session_ids)).order_by("began_at", "id"))


def _facts(rows: QuerySet[Crisis]) -> tuple[CrisisFacts, ...]:
    closing = CrisisClosing.objects.filter(crisis=OuterRef("pk"))
    closed = rows.annotate(
        closed_at=Subquery(closing.values("closed_at")[:1]), closed_by=Subquery(closing.values("staff")[:1])
    )
    return tuple(
        CrisisFacts(r.pk, r.client_id, r.session_id, r.staff_id, r.began_at, r.received_at, r.closed_at, r.closed_by)
        for r in closed
    )
