"""Sessions that were kept elsewhere until now: many of one client, one act. No note is owed for them here."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.timezone import now

from alongside.agencies.models import Site
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import is_zone
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans.lookups import versions_in_time
from alongside.sessions import rules
from alongside.sessions.elsewhere import Elsewhere
from alongside.sessions.models import Ending, Session

MOST_AT_ONCE = 5_000


@action("sessions.take_over", on="people.Client")
def take_over(*, by: Actor, on: Client, sessions: Sequence[Elsewhere], source: str) -> tuple[UUID, ...]:
    """Take over sessions that have ended; the ids of those that were new. `source` says where they were kept.

    The same id again is the same session, and is passed over. Two at once are taken as they are: who hands them in
    reports overlaps. Raises Unacceptable with every fault; the field is the number of the session, from 0.
    """
    faults = _faults(sessions, source)
    there = {row.pk: row for row in Session.objects.filter(pk__in=[one.id for one in sessions])}
    faults += [
        Fault("sessions.fault.begun_otherwise", str(n))
        for n, one in enumerate(sessions)
        if one.id in there and not _same(there[one.id], one, on)
    ]
    if faults:
        raise Unacceptable(faults)
    new = [one for one in sessions if one.id not in there]
    _keep(by, on, new, source)
    return tuple(one.id for one in new)


def _faults(sessions: Sequence[Elsewhere], source: str) -> list[Fault]:
    if not source.strip():
        return [Fault("sessions.fault.no_source", "source")]
    if len(sessions) > MOST_AT_ONCE:
        return [Fault("sessions.fault.too_many", "", {"most": MOST_AT_ONCE})]
    at, limits = now(), reference.load("visits")
    return [
        Fault(fault.code, str(n), fault.values)
        for n, one in enumerate(sessions)
        for fault in [
            *([] if is_zone(one.zone) else [Fault("sessions.fault.zone")]),
            *rules.begin_faults(one.began_at, now=at, limits=limits),
            *rules.end_faults(
                one.began_at, one.ended_at, planned_end=None, early_reason="", now=at, limits=limits
            ),
        ]
    ]  # fmt: skip


def _same(row: Session, one: Elsewhere, client: Client) -> bool:
    return (row.client_id, row.staff_id, row.began_at) == (client.pk, one.staff_id, one.began_at)


def _keep(by: Actor, client: Client, new: Sequence[Elsewhere], source: str) -> None:
    places = dict(Site.objects.filter(pk__in={one.site_id for one in new}).values_list("pk", "place_of_service"))
    versions = versions_in_time(client.pk, kind="behaviour")
    Session.objects.bulk_create(
        Session(
            id=one.id, visit_id=one.visit_id, client=client, staff_id=one.staff_id, programme_id=one.programme_id,
            site_id=one.site_id, place=one.place, place_of_service=places.get(one.site_id, "99"),
            began_at=one.began_at, zone=one.zone, service_day=one.began_at.astimezone(ZoneInfo(one.zone)).date(),
            plan_version_id=_then(versions, one.began_at), taken_from=source,
        )
        for one in new
    )  # fmt: skip
    Ending.objects.bulk_create(
        Ending(session_id=one.id, client=client, staff_id=one.staff_id, ended_at=one.ended_at) for one in new
    )


def _then(versions: Sequence[tuple[datetime, UUID]], at: datetime) -> UUID | None:
    """The version in force at a moment, of versions in the order in which they began."""
    return next((version for began, version in reversed(versions) if began <= at), None)
