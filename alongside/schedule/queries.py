"""What the booking page offers to choose from."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.agencies.models import Programme, Site
from alongside.foundation.doing import query
from alongside.foundation.errors import NotHere
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.lookups import Banner, banner
from alongside.people.models import Client, Enrolment, TeamPlace
from alongside.schedule.lookups import Planned, planned
from alongside.schedule.models import Visit

Choice = tuple[UUID, str]


@dataclass(frozen=True)
class Offer:
    """Whom, which programs and which places a visit of this client may have."""

    banner: Banner
    staff: tuple[Choice, ...]
    programmes: tuple[Choice, ...]
    sites: tuple[tuple[UUID, str, str], ...]
    visit: Planned | None = None


@query("schedule.offer", on="people.Client")
def offer(*, by: Actor, on: Client, visit_id: UUID | None = None) -> Offer:
    """The care team today or later, the programs the client is in, and the agency's sites with their zones."""
    day = today(by.zone)
    if visit_id and not Visit.objects.filter(pk=visit_id, client=on).exists():
        raise NotHere("schedule.Visit")
    visit = planned(visit_id) if visit_id else None
    return Offer(banner(on.pk), _team(on, day), _programmes(on, day), _sites(day), visit)


def _team(client: Client, day: date) -> tuple[Choice, ...]:
    places = TeamPlace.objects.filter(_lasting(day), client=client).select_related("staff__party")
    found = {place.staff_id: _titled(place.staff) for place in places}
    return tuple(sorted(found.items(), key=lambda item: item[1].casefold()))


def _titled(staff: Any) -> str:
    return f"{staff.party.name}, {staff.credential}" if staff.credential else staff.party.name


def _programmes(client: Client, day: date) -> tuple[Choice, ...]:
    enrolled = Enrolment.objects.filter(_lasting(day), client=client).values("programme")
    found = Programme.objects.filter(pk__in=enrolled).order_by("name")
    return tuple(found.values_list("id", "name"))


def _sites(day: date) -> tuple[tuple[UUID, str, str], ...]:
    return tuple(Site.objects.filter(_lasting(day)).order_by("name").values_list("id", "name", "zone"))


def _lasting(day: date) -> Q:
    return Q(ended_on=None) | Q(ended_on__gt=day)
