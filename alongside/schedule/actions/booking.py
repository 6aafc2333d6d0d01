"""Booking, moving and calling off visits."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.timezone import now

from alongside.agencies.models import Programme, Site
from alongside.foundation import reference, revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import is_zone
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled
from alongside.foundation.webkit.times import day, span
from alongside.people.models import Client
from alongside.schedule import rules
from alongside.schedule.fitness import reasons_not_to
from alongside.schedule.holding import held
from alongside.schedule.lookups import Planned, clashing
from alongside.schedule.models import Calloff, Visit
from alongside.workforce.models import Staff


@action("schedule.book", on="people.Client", locks=True, makes=True)
def book(
    *, by: Actor, on: Client, staff_id: UUID, programme_id: UUID, begins_at: datetime, ends_at: datetime, zone: str,
    site_id: UUID | None = None, place: str = "", overlap_reason: str = "", outside_ref: str = "",
) -> Visit:  # fmt: skip
    """Plan a visit. Raises Unacceptable with every reason not to, and with each overlap that has no reason.

    One member of staff in two places is refused, except where the programme's setting serves several at once;
    two members of staff with one client (on-site supervision, training, two-to-one) need a reason.
    """
    staff, programme = _staff(staff_id), _programme(programme_id)
    site = _site(site_id)
    reason = _words(overlap_reason, "overlap_reason")
    _acceptable(staff, on, programme, begins_at, ends_at, zone=zone, reason=reason)
    return Visit.objects.create(
        client=on, staff=staff, programme=programme, site=site, place=_words(place, "place"), begins_at=begins_at,
        ends_at=ends_at, zone=zone, service_day=begins_at.astimezone(ZoneInfo(zone)).date(), overlap_reason=reason,
        outside_ref=outside_ref,
    )  # fmt: skip


@action("schedule.move", on="schedule.Visit", locks=True, fetch=("client", "programme"))
def move(
    *, by: Actor, on: Visit, begins_at: datetime, ends_at: datetime, staff_id: UUID | None = None,
    overlap_reason: str = "", reason: str = "",
) -> Visit:  # fmt: skip
    """Move a visit in time, or to another member of staff. What it was is kept. Not once begun or called off."""
    _movable(on)
    staff = _staff(staff_id or on.staff_id)
    why = _words(overlap_reason, "overlap_reason") or on.overlap_reason
    _acceptable(staff, on.client, on.programme, begins_at, ends_at, zone=on.zone, reason=why, but=on.pk)
    revisions.change(
        on, by=by, reason=_words(reason, "reason"), begins_at=begins_at, ends_at=ends_at, staff_id=staff.pk,
        service_day=begins_at.astimezone(ZoneInfo(on.zone)).date(), overlap_reason=why,
    )  # fmt: skip
    return on


@action("schedule.call_off", on="schedule.Visit", locks=True)
def call_off(*, by: Actor, on: Visit, kind: str, reason: str, remark: str = "") -> Calloff:
    """Say that a visit does not happen: cancelled, no-show or rescheduled, and why (reference/visits.toml)."""
    faults = rules.calloff_faults(kind, reason, reference.load("visits"))
    words = _words(remark, "remark", most=500)
    if reason == "other" and not words:
        faults.append(Fault("schedule.fault.say_what", "remark"))
    if kind == "no-show" and on.begins_at > now():
        faults.append(Fault("schedule.fault.no_show_early", "kind"))
    if faults:
        raise Unacceptable(faults)
    _movable(on)
    return Calloff.objects.create(
        visit=on, client_id=on.client_id, kind=kind, reason=reason, remark=words, staff_id=by.staff_id
    )


def _acceptable(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime, *, zone: str,
    reason: str, but: UUID | None = None,
) -> None:  # fmt: skip
    if not is_zone(zone):
        raise Unacceptable(Fault("schedule.fault.zone", "zone"))
    limits = reference.load("visits")
    faults = rules.time_faults(begins_at, ends_at, now=now(), limits=limits)
    if not faults:
        here = ZoneInfo(zone)
        faults = reasons_not_to(staff, client, programme, begins_at.astimezone(here), ends_at.astimezone(here))
        faults += _overlaps(staff, client, programme, begins_at, ends_at, reason=reason, but=but)
    if faults:
        raise Unacceptable(faults)


def _overlaps(
    staff: Staff, client: Client, programme: Programme, begins_at: datetime, ends_at: datetime, *, reason: str,
    but: UUID | None,
) -> list[Fault]:  # fmt: skip
    """Each overlapping visit by name: one of the same staff blocks outside group settings; others need a reason."""
    limits = reference.load("visits")
    given = rules.reason_enough(reason, limits)
    together = programme.setting in limits["overlap"]["staff_settings"]
    faults = []
    for other in clashing(staff_id=staff.pk, client_id=client.pk, begins_at=begins_at, ends_at=ends_at, but=but):
        same_staff = other.staff_id == staff.pk
        if same_staff and not together:
            faults.append(_named("schedule.overlap.staff", "begins", other))
        elif not given:
            faults.append(_named("schedule.overlap.needs_reason", "overlap_reason", other))
    return faults


def _named(code: str, field: str, other: Planned) -> Fault:
    values = {
        "staff": other.staff_name, "client": other.client_given, "day": day(other.begins_at, other.zone, form="short"),
        "span": span(other.begins_at, other.ends_at, other.zone),
    }  # fmt: skip
    return Fault(code, field, values, f"/visits/{other.id}/")


def _movable(visit: Visit) -> None:
    if faults := held(visit):
        raise Unacceptable(faults)


def _staff(staff_id: Any) -> Staff:
    """The member of staff, held while overlaps are looked for, so that two bookings take turns."""
    held = Staff.objects.select_for_update(no_key=True, of=("self",))
    found = held.select_related("party").filter(pk=staff_id).first()
    if found is None:
        raise Unacceptable(Fault("schedule.fault.staff", "staff"))
    return found


def _programme(programme_id: Any) -> Programme:
    found = Programme.objects.filter(pk=programme_id).first()
    if found is None:
        raise Unacceptable(Fault("schedule.fault.programme", "programme"))
    return found


def _site(site_id: Any) -> Site | None:
    if site_id is None:
        return None
    found = Site.objects.filter(pk=site_id).first()
    if found is None:
        raise Unacceptable(Fault("schedule.fault.site", "site"))
    return found


def _words(text: str, field: str, most: int = 200) -> str:
    words = settled(text, lines=True)
    if fault := fault_in(words, most=most, lines=True, field=field):
        raise Unacceptable(fault)
    return words
