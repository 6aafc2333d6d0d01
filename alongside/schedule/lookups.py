"""Small facts about visits for the floors above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from alongside.agencies.models import Programme, Site
from alongside.foundation.errors import NotHere
from alongside.parties.models import Party
from alongside.people.models import Client
from alongside.schedule.models import Calloff, Visit
from alongside.workforce.models import Staff


@dataclass(frozen=True)
class Planned:
    """A visit as promised. `called_off` is "" or the kind of its calling off."""

    id: UUID
    client_id: UUID
    client_name: str
    client_given: str
    pattern: int
    hue: int
    staff_id: UUID
    staff_name: str
    programme_id: UUID
    programme: str
    site_id: UUID | None
    site: str
    address: str
    phone: str
    place: str
    begins_at: datetime
    ends_at: datetime
    zone: str
    service_day: date
    called_off: str
    calloff_reason: str

    @property
    def mark(self) -> "Planned":
        """What the kit draws the client's quilt block of."""
        return self

    @property
    def minutes(self) -> int:
        return round((self.ends_at - self.begins_at).total_seconds() / 60)


def planned(visit_id: UUID) -> Planned:
    """One visit. Raises NotHere. One statement."""
    found = shaped(Visit.objects.filter(pk=visit_id))
    if not found:
        raise NotHere("schedule.Visit")
    return found[0]


def visits_of(staff_id: UUID, first: date, last: date) -> list[Planned]:
    """The visits of one member of staff on service days (both included), in order. One statement."""
    return shaped(Visit.objects.filter(staff=staff_id, service_day__range=(first, last)))


def visits_from_now(staff_id: UUID, first: date, last: date, *, now: datetime) -> list[Planned]:
    """As `visits_of`, with what began on the day before and lasts past midnight until after `now`. One statement."""
    days, before = Q(service_day__range=(first, last)), Q(service_day=first - timedelta(days=1), ends_at__gt=now)
    return shaped(Visit.objects.filter(days | before, staff=staff_id))


def visits_between(
    first: date, last: date, *, staff_ids: Iterable[UUID] | None = None, most: int = 1000
) -> list[Planned]:
    """The agency's visits on service days (both included), in order, of some staff where named. One statement."""
    visits = Visit.objects.filter(service_day__range=(first, last))
    return shaped(visits if staff_ids is None else visits.filter(staff__in=list(staff_ids)), most=most)


def around_now(client_id: UUID, at: datetime, *, ahead: int = 20, back: int = 40) -> list[Planned]:
    """A client's coming visits and the last ones, in order of time. Two statements."""
    mine = Visit.objects.filter(client=client_id)
    last = mine.filter(begins_at__lte=at).order_by("-begins_at").values_list("id", flat=True)[:back]
    return shaped(mine.filter(pk__in=list(last)), most=back) + shaped(mine.filter(begins_at__gt=at), most=ahead)


def visits_of_client(client_id: UUID, first: date, last: date, *, most: int = 500) -> list[Planned]:
    """A client's visits of these days, those called off too. One statement."""
    return shaped(Visit.objects.filter(client=client_id, service_day__range=(first, last)), most=most)


def next_of_client(client_id: UUID, after: datetime) -> Planned | None:
    """The next visit of a client that is not called off, after a moment. One statement."""
    found = shaped(Visit.objects.filter(client=client_id, begins_at__gt=after), most=5)
    return next((visit for visit in found if not visit.called_off), None)


def clashing(
    *, staff_id: UUID, client_id: UUID, begins_at: datetime, ends_at: datetime, but: UUID | None = None
) -> list[Planned]:
    """Visits of this member of staff, or of this client, that share time with a span. One statement."""
    days = (begins_at.date() - timedelta(days=2), ends_at.date() + timedelta(days=2))
    mine = Q(staff=staff_id, service_day__range=days)
    theirs = Q(client=client_id, begins_at__gt=begins_at - timedelta(days=2))
    rows = Visit.objects.filter(mine | theirs, begins_at__lt=ends_at, ends_at__gt=begins_at).exclude(pk=but)
    return [visit for visit in shaped(rows, most=20) if not visit.called_off]


def shaped(rows: QuerySet[Visit], *, most: int = 200) -> list[Planned]:
    """Rows as pages and rules want them, in order of time.

    What a visit names is read in subqueries: each row has the agency in its key, and PostgreSQL spent longer weighing
    the orders in which seven such tables can be joined than on everything else.
    """
    off = Calloff.objects.filter(visit=OuterRef("pk"))
    full = rows.annotate(
        off=Subquery(off.values("kind")[:1]), why=Subquery(off.values("reason")[:1]),
        of_client=_named(Client, "client_id", pattern="quilt_pattern", hue="quilt_hue", **NAME),
        of_staff=_named(Staff, "staff_id", **NAME), of_programme=_named(Programme, "programme_id", name="name"),
        of_site=_named(Site, "site_id", name="name", address="address", phone="phone"),
    )  # fmt: skip
    return [_planned(visit) for visit in full.order_by("begins_at", "id")[:most]]


NAME = {part: f"party__{part}" for part in ("preferred_name", "legal_given", "legal_family")}


def _named(model: type[Model], by: str, **columns: str) -> Subquery:
    """The row that the column `by` of a visit points at, as an object of these columns."""
    return Subquery(model._base_manager.filter(pk=OuterRef(by)).values(found=JSONObject(**columns)))


def _planned(v: Any) -> Planned:
    client, staff = _party(v.of_client), _party(v.of_staff)
    site = v.of_site or {"name": "", "address": "", "phone": ""}
    return Planned(
        id=v.pk, client_id=v.client_id, client_name=client.name, client_given=client.given,
        pattern=v.of_client["pattern"], hue=v.of_client["hue"], staff_id=v.staff_id, staff_name=staff.name,
        programme_id=v.programme_id, programme=v.of_programme["name"], site_id=v.site_id,
        site=site["name"], address=site["address"], phone=site["phone"], place=v.place, begins_at=v.begins_at,
        ends_at=v.ends_at, zone=v.zone, service_day=v.service_day, called_off=v.off or "", calloff_reason=v.why or "",
    )  # fmt: skip


def _party(columns: dict[str, Any]) -> Party:
    """The person, for the name to show."""
    return Party(**{name: columns[name] for name in NAME})
