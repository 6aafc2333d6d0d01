"""Small facts about sessions for the floors above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.timezone import now

from alongside.foundation.errors import NotHere
from alongside.sessions.models import Ending, Presence, Session, Verification

RECENT = timedelta(days=60)  # how far back somebody may have forgotten to end a session


@dataclass(frozen=True)
class Spent:
    """A session: with whom, by whom, when, where. `ended_at` is None while it runs."""

    id: UUID
    visit_id: UUID | None
    client_id: UUID
    staff_id: UUID
    programme_id: UUID
    site_id: UUID | None
    site_name: str
    place: str
    place_of_service: str
    began_at: datetime
    ended_at: datetime | None
    zone: str
    service_day: date
    plan_version_id: UUID | None
    early_reason: str
    taken_from: str = ""

    @property
    def seconds(self) -> float | None:
        """Length in seconds; None while it runs."""
        return (self.ended_at - self.began_at).total_seconds() if self.ended_at else None


@dataclass(frozen=True)
class There:
    """Somebody else who was there."""

    id: UUID
    who: str
    took_part: bool
    at: datetime
    party_id: UUID | None


@dataclass(frozen=True)
class Verified:
    """How it is known that a session began or ended. `exception` is a code of reference/visits.toml, or ""."""

    moment: str
    how: str
    latitude: float | None
    longitude: float | None
    accuracy_m: float | None
    device_at: datetime
    received_at: datetime
    exception: str
    reason: str


def hours_of(session_id: UUID) -> float | None:
    """Observation hours of a session that has ended; None while it runs."""
    return hours_of_sessions([session_id]).get(session_id)


def hours_of_sessions(session_ids: Iterable[UUID]) -> dict[UUID, float]:
    """Observation hours of those sessions that have ended. One statement."""
    rows = Ending.objects.filter(session__in=list(session_ids)).values_list("session", "session__began_at", "ended_at")
    return {session: (ended - began).total_seconds() / 3600 for session, began, ended in rows}


def spent(session_id: UUID) -> Spent:
    """One session. Raises NotHere. One statement."""
    found = _spent(Session.objects.filter(pk=session_id))
    if not found:
        raise NotHere("sessions.Session")
    return found[0]


def of_visits(visit_ids: Iterable[UUID]) -> dict[UUID, Spent]:
    """Sessions by the visit they kept. One statement."""
    return {s.visit_id: s for s in _spent(Session.objects.filter(visit__in=list(visit_ids))) if s.visit_id}


def of_ids(session_ids: Iterable[UUID]) -> list[Spent]:
    """Sessions by their ids, in no order. One statement."""
    return _spent(Session.objects.filter(pk__in=list(session_ids)))


def of_client(client_id: UUID, *, most: int = 200, before: datetime | None = None) -> list[Spent]:
    """The newest sessions of a client (begun before a moment), newest first. One statement."""
    rows = Session.objects.filter(client=client_id)
    if before is not None:
        rows = rows.filter(began_at__lt=before)
    return _spent(rows.order_by("-began_at")[:most])


def unfinished(staff_id: UUID) -> list[Spent]:
    """Sessions of the last two months that somebody began and has not ended. One statement."""
    ended = Ending.objects.filter(session=OuterRef("pk")).values("ended_at")[:1]
    mine = Session.objects.filter(staff=staff_id, service_day__gte=now().date() - RECENT)
    rows = mine.annotate(over=Subquery(ended)).filter(over=None)
    return _spent(rows.order_by("-began_at")[:20])


def last_before(client_id: UUID, staff_id: UUID, at: datetime) -> datetime | None:
    """When this member of staff last began a session with this client before a moment."""
    mine = Session.objects.filter(client=client_id, staff=staff_id, began_at__lt=at)
    return mine.order_by("-began_at").values_list("began_at", flat=True).first()


def overlapping(
    *, staff_id: UUID, client_id: UUID, began_at: datetime, ended_at: datetime, but: UUID | None = None
) -> list[Spent]:
    """Sessions of this member of staff, or of this client, that share time with a span. One statement."""
    ended = Ending.objects.filter(session=OuterRef("pk")).values("ended_at")[:1]
    mine = Q(staff=staff_id, service_day__gte=began_at.date() - RECENT)
    theirs = Q(client=client_id, began_at__gt=began_at - RECENT)
    rows = Session.objects.filter(mine | theirs).annotate(over=Subquery(ended))
    near = rows.filter(began_at__lt=ended_at).filter(Q(over__gt=began_at) | Q(over=None)).exclude(pk=but)
    return _spent(near.order_by("-began_at")[:10])


def presences(session_id: UUID) -> list[There]:
    """Who else was there, as it stands. One statement."""
    return newest_words(Presence.objects.filter(session=session_id).order_by("at", "id"))


def newest_words(rows: Iterable[Presence]) -> list[There]:
    """Presences in the order of time: the newest word about each person stands."""
    newest: dict[str, Presence] = {}
    for row in rows:
        newest[row.who.casefold()] = row
    return [There(r.pk, r.who, r.took_part, r.at, r.party_id) for r in newest.values() if not r.undone]


def verified(session_id: UUID) -> tuple[Verified, ...]:
    """The evidence of a session's beginning and end, in order. One statement."""
    rows = Verification.objects.filter(session=session_id).order_by("moment", "received_at")
    return tuple(
        Verified(
            r.moment, r.how, r.latitude, r.longitude, r.accuracy_m, r.device_at, r.received_at, r.exception, r.reason
        )
        for r in rows
    )


def _spent(rows: QuerySet[Session]) -> list[Spent]:
    ending = Ending.objects.filter(session=OuterRef("pk"))
    with_end = rows.annotate(
        ended_at=Subquery(ending.values("ended_at")[:1]), early_reason=Subquery(ending.values("early_reason")[:1])
    ).select_related("site")
    return [
        Spent(
            id=s.pk, visit_id=s.visit_id, client_id=s.client_id, staff_id=s.staff_id, programme_id=s.programme_id,
            site_id=s.site_id, site_name=s.site.name if s.site else "", place=s.place,
            place_of_service=s.place_of_service, began_at=s.began_at, ended_at=s.ended_at, zone=s.zone,
            service_day=s.service_day, plan_version_id=s.plan_version_id, early_reason=s.early_reason or "",
            taken_from=s.taken_from,
        )
        for s in with_end
    ]  # fmt: skip
