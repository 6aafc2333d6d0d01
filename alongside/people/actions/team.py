"""Who is beside a client: places on the care team, from a day to a day."""

from datetime import date
from uuid import UUID

from alongside.foundation import revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.webkit.quilt import Mark, given
from alongside.people import rules
from alongside.people.ending import end_all
from alongside.people.models import Client, Contact, TeamPlace
from alongside.workforce.models import Staff


@action("people.place_on_team", on="people.Client", locks=True, makes=True)
def place_on_team(
    *, by: Actor, on: Client, staff: UUID | Staff, part: str = "tss", began_on: date | None = None,
    ended_on: date | None = None,
) -> TeamPlace:  # fmt: skip
    """Put somebody on a client's care team. With the first place the client's quilt mark is settled for good.

    Raises Unacceptable for family of the client, somebody who left, and a place held already.
    """
    who, began = find("workforce.Staff", staff), began_on or today(by.zone)
    places = TeamPlace.objects.filter(client=on)
    faults = _faults(on, who, part) + rules.span_faults(began=began, ended=ended_on, since=on.admitted_on)
    if rules.overlapping(places.filter(staff=who, part=part), began, ended_on):
        faults.append(Fault("people.fault.placed", "staff"))
    if faults:
        raise Unacceptable(faults)
    if not places.exists():
        _settle_mark(by, on, who)
    return TeamPlace.objects.create(client=on, staff=who, part=part, began_on=began, ended_on=ended_on)


@action("people.end_place", on="people.TeamPlace", locks=True)
def end_place(*, by: Actor, on: TeamPlace, ended_on: date | None = None, reason: str = "") -> bool:
    """Somebody is on a care team no more, from a day on; today at once."""
    ended = ended_on or today(by.zone)
    if faults := rules.span_faults(began=on.began_on, ended=ended):
        raise Unacceptable(faults)
    return revisions.change(on, by=by, reason=reason, ended_on=ended)


@action("people.release", on="workforce.Staff", locks=True)
def release(*, by: Actor, on: Staff, reason: str = "") -> tuple[UUID, ...]:
    """End every team place of somebody who left. Returns the clients who lost somebody."""
    if on.ended_on is None:
        raise Unacceptable(Fault("people.fault.works_here"))
    places = TeamPlace.objects.filter(staff=on)
    clients = places.exclude(ended_on__lte=on.ended_on).values_list("client_id", flat=True).distinct()
    lost = tuple(clients)
    end_all(places, on.ended_on, by=by, reason=reason)
    return lost


def _faults(client: Client, who: Staff, part: str) -> list[Fault]:
    faults = [] if part in rules.PARTS else [Fault("people.fault.offered", "part")]
    if who.ended_on:
        faults.append(Fault("people.fault.staff_left", "staff"))
    if client.discharged_on:
        faults.append(Fault("people.fault.discharged", "staff"))
    if Contact.objects.filter(client=client, party=who.party_id, ended_on=None).exists():
        faults.append(Fault("people.fault.kin", "staff"))
    return faults


def _settle_mark(by: Actor, client: Client, who: Staff) -> None:
    """A mark that nobody on the caseload has, while patterns last. Nobody has learned the old one yet."""
    mates = Client.objects.filter(pk__in=TeamPlace.objects.filter(staff=who, ended_on=None).values("client_id"))
    near = [Mark(*pair) for pair in mates.values_list("quilt_pattern", "quilt_hue")]
    if client.quilt_pattern in {mark.pattern for mark in near}:
        every = Client.objects.filter(discharged_on=None).exclude(pk=client.pk)
        mark = given(near, [Mark(*pair) for pair in every.values_list("quilt_pattern", "quilt_hue")])
        revisions.change(client, by=by, quilt_pattern=mark.pattern, quilt_hue=mark.hue)
