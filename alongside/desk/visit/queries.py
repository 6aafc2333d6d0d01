"""What help and beginning without a visit need to know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import now

from alongside.agencies.lookups import Number
from alongside.agencies.models import Programme, Site
from alongside.desk.visit import policy  # noqa: F401  (the rules of these verbs)
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.parties.models import ContactPoint
from alongside.people.lookups import Banner, banner
from alongside.people.models import Client, ContactRight, Enrolment, TeamPlace
from alongside.plans.lookups import StepFacts, crisis_steps, plan_in_force
from alongside.schedule.lookups import visits_from_now
from alongside.workforce.models import Staff
from alongside.workforce.on_call import to_call


@dataclass(frozen=True)
class Call:
    """Somebody who may be told, and a number that is safe to call."""

    name: str
    relation: str
    number: str


@dataclass(frozen=True)
class Help:
    """The client's crisis steps, and whom to call."""

    banner: Banner
    steps: tuple[StepFacts, ...]
    calls: tuple[Call, ...]
    on_call: tuple[Number, ...]


@dataclass(frozen=True)
class Anyone:
    """Help before it is known for whom: one's own clients, and whom to call."""

    mine: tuple["Mine", ...]
    on_call: tuple[Number, ...]


@dataclass(frozen=True)
class Mine:
    """One client of one's own caseload."""

    client_id: UUID
    name: str
    pattern: int
    hue: int

    @property
    def mark(self) -> "Mine":
        return self


@dataclass(frozen=True)
class Beginnings:
    """What a visit that nobody planned may be: programs of the client, sites."""

    programmes: tuple[tuple[UUID, str], ...]
    sites: tuple[tuple[UUID, str], ...]


@query("desk.help", on="people.Client")
def help_for(*, by: Actor, on: Client) -> Help:
    """At most eleven statements, so that it is there at once."""
    plan = plan_in_force(on.pk, kind="behaviour")
    steps = crisis_steps(plan.version_id) if plan else ()
    day = today(by.zone)
    enrolled = Enrolment.objects.filter(_lasting(day), client=on, began_on__lte=day)
    numbers = _on_call(by, day, enrolled.values_list("programme", flat=True))
    return Help(banner(on.pk), steps, _calls(on, day), numbers)


@query("desk.help_anyone", on="workforce.Staff")
def help_anyone(*, by: Actor, on: Staff) -> Anyone:
    """One's own clients, to choose whose steps are needed; whom to call."""
    day = today(by.zone)
    places = TeamPlace.objects.filter(_lasting(day), staff=on, began_on__lte=day).select_related("client__party")
    mine = {place.client_id: place.client for place in places}
    found = (Mine(id, c.party.name, c.quilt_pattern, c.quilt_hue) for id, c in mine.items())
    return Anyone(tuple(sorted(found, key=lambda one: one.name.casefold())), _on_call(by, day))


@query("desk.begin", on="workforce.Staff")
def begin(*, by: Actor, on: Staff, client_id: UUID) -> Beginnings:
    """Where a session without a visit may be, and for which program."""
    day = today(by.zone)
    enrolled = Enrolment.objects.filter(_lasting(day), client=client_id, began_on__lte=day).values("programme")
    programmes = Programme.objects.filter(pk__in=enrolled).order_by("name").values_list("id", "name")
    sites = Site.objects.filter(_lasting(day)).order_by("name").values_list("id", "name")
    return Beginnings(tuple(programmes), tuple(sites))


def _calls(client: Client, day: date) -> tuple[Call, ...]:
    """Contacts who have the right to be told, today, and no number that is not safe."""
    rights = ContactRight.objects.filter(
        _lasting(day), right="be_told", began_on__lte=day, contact__client=client
    ).select_related("contact__party")
    denied = {right.contact_id for right in rights if not right.granted}
    told = {r.contact.party_id: r.contact for r in rights if r.granted and r.contact_id not in denied}
    phones = ContactPoint.objects.filter(party__in=told, kind="phone", safe=True, ended_on=None)
    return tuple(Call(told[p.party_id].party.name, told[p.party_id].relation, p.value) for p in phones[:4])


def _on_call(by: Actor, day: date, enrolled: Iterable[UUID] = ()) -> tuple[Number, ...]:
    """The numbers for where one is today, and for the programs of the client."""
    visits = visits_from_now(by.staff_id, day, day, now=now())
    sites = {visit.site_id for visit in visits if visit.site_id}
    return to_call(by.staff_id, day, sites=sites, programmes={*enrolled, *(visit.programme_id for visit in visits)})


def _lasting(day: date) -> Q:
    return Q(ended_on=None) | Q(ended_on__gt=day)
