"""Fit to serve: one question, answered by a list of reasons not to.

Later floors add theirs with `REASONS.append(function)`: credentials that lapsed, hours authorised.
`begins_at` and `ends_at` are in the zone of the visit, so that `.date()` is the local day.
"""

from collections.abc import Callable
from datetime import datetime

from alongside.agencies.models import Programme
from alongside.foundation.errors import Fault
from alongside.people.models import Client, TeamPlace
from alongside.plans.lookups import unready
from alongside.workforce.models import Staff

Reason = Callable[[Staff, Client, Programme, datetime, datetime], list[Fault]]


def reasons_not_to(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime
) -> list[Fault]:
    """Every reason why this person should not make this visit; empty when there is none."""
    return [fault for reason in REASONS for fault in reason(staff, client, programme, begins_at, ends_at)]


def not_employed(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime
) -> list[Fault]:
    employed = staff.began_on <= begins_at.date() and (staff.ended_on is None or staff.ended_on > begins_at.date())
    return [] if employed else [Fault("schedule.unfit.not_employed", "staff", {"name": staff.party.name})]


def not_on_the_team(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime
) -> list[Fault]:
    day = begins_at.date()
    places = TeamPlace.objects.filter(client=client, staff=staff, began_on__lte=day)
    if any(p.ended_on is None or p.ended_on > day for p in places):
        return []
    place = f"/clients/{client.pk}/person/"
    return [Fault("schedule.unfit.not_on_the_team", "staff", {"name": staff.party.name}, place)]


def programme_ended(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime
) -> list[Fault]:
    if programme.ended_on is None or programme.ended_on > begins_at.date():
        return []
    return [Fault("schedule.unfit.programme_ended", "programme", {"name": programme.name})]


def not_served_then(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime
) -> list[Fault]:
    if begins_at.date() < client.admitted_on:
        return [Fault("schedule.unfit.not_admitted", "day")]
    if client.discharged_on is not None and client.discharged_on <= begins_at.date():
        return [Fault("schedule.unfit.discharged", "day")]
    return []


def not_ready_for_the_plan(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime
) -> list[Fault]:
    """The behavior plan in force was not read, or not trained, and the days of grace are over by then."""
    found = unready(client.pk, staff.pk, begins_at)
    if found is None:
        return []
    values, place = {"name": staff.party.name, "number": found.number}, f"/plans/versions/{found.version_id}/team/"
    lacks = {"not_read": not found.read, "not_trained": not found.trained}
    return [Fault(f"schedule.unfit.{code}", "staff", values, place) for code, so in lacks.items() if so]


REASONS: list[Reason] = [not_employed, not_on_the_team, programme_ended, not_served_then, not_ready_for_the_plan]
