"""Beginning a session, saying who was there, ending it. Rows are only ever added."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from alongside.agencies.models import Programme, Site
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import is_zone
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled
from alongside.foundation.webkit.times import clock, day
from alongside.people.models import Client
from alongside.plans.lookups import plan_in_force
from alongside.schedule.lookups import Planned, planned
from alongside.sessions import rules
from alongside.sessions.lookups import Spent, overlapping
from alongside.sessions.models import Ending, Presence, Session

OVERLAPS = {  # whether it is one's own, whether its place is known
    (True, True): "sessions.fault.overlaps_mine", (True, False): "sessions.fault.overlaps_mine_somewhere",
    (False, True): "sessions.fault.overlaps_theirs", (False, False): "sessions.fault.overlaps_theirs_somewhere",
}  # fmt: skip


@action("sessions.start", on="people.Client", makes=True)
def start(
    *, by: Actor, on: Client, id: UUID, began_at: datetime, visit_id: UUID | None = None,
    programme_id: UUID | None = None, site_id: UUID | None = None, place: str = "", zone: str = "",
    overlap_reason: str = "", staff_id: UUID | None = None,
) -> Session:  # fmt: skip
    """Begin a session, planned (with its visit) or not. Beginning it twice gives the same session.

    `id` is made by the caller. `staff_id` other than the actor's is for records made elsewhere. Raises Unacceptable
    for a moment in the future, a visit of somebody else or called off, and for a session that overlaps without reason.
    """
    staff = staff_id or by.staff_id
    visit = _visit_for(visit_id, client_id=on.pk, staff_id=staff)
    if already := _already(id, visit, client_id=on.pk, staff_id=staff):
        return already
    limits = reference.load("visits")
    faults = rules.begin_faults(began_at, now=now(), limits=limits)
    faults += _overlaps(staff, on.pk, began_at, overlap_reason) if not faults else []
    if faults:
        raise Unacceptable(faults)
    session = _begun(
        on, visit, id=id, staff_id=staff, began_at=began_at, programme_id=programme_id, site_id=site_id, place=place,
        zone=zone, by_zone=by.zone, overlap_reason=overlap_reason,
    )  # fmt: skip
    try:
        with transaction.atomic():
            session.save(force_insert=True)
    except IntegrityError:  # a second tap at the same moment came first
        if already := _already(id, visit, client_id=on.pk, staff_id=staff):
            return already
        raise
    return session


@action("sessions.note_presence", on="sessions.Session", makes=True)
def note_presence(
    *, by: Actor, on: Session, id: UUID, who: str, took_part: bool = False, party_id: UUID | None = None,
    undone: bool = False,
) -> Presence:  # fmt: skip
    """Say who else is there, and whether they take part; `undone` takes it back. The same id is noted once."""
    words = _words(who, "who")
    if not words:
        raise Unacceptable(Fault("sessions.fault.nobody", "who"))
    noted = Presence.objects.filter(pk=id, session=on).first()
    return noted or Presence.objects.create(
        id=id, session=on, client_id=on.client_id, who=words, took_part=took_part, party_id=party_id, undone=undone
    )


@action("sessions.end", on="sessions.Session")
def end(*, by: Actor, on: Session, ended_at: datetime, early_reason: str = "") -> Ending:
    """End a session once. Raises Unacceptable for an impossible time, or far before its plan without a reason."""
    over = Ending.objects.filter(session=on).first()
    if over and over.ended_at == ended_at:
        return over
    if over:
        raise Unacceptable(Fault("sessions.fault.ended_already", "ended_at"))
    visit = planned(on.visit_id) if on.visit_id else None
    faults = rules.end_faults(
        on.began_at, ended_at, planned_end=visit.ends_at if visit else None, early_reason=early_reason,
        now=now(), limits=reference.load("visits"),
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    why = _words(early_reason, "early_reason", most=500)
    ending = Ending(session=on, client_id=on.client_id, staff_id=by.staff_id, ended_at=ended_at, early_reason=why)
    return _once(ending)


def _begun(
    client: Client, visit: Planned | None, *, id: UUID, staff_id: UUID, began_at: datetime, programme_id: UUID | None,
    site_id: UUID | None, place: str, zone: str, by_zone: str, overlap_reason: str,
) -> Session:  # fmt: skip
    """The row of a session: what is not said is taken from its visit, its site, and the plan in force then."""
    site = Site.objects.filter(pk=site_id or (visit and visit.site_id)).first()
    here = _zone(zone or (visit.zone if visit else "") or (site.zone if site else by_zone))
    plan = plan_in_force(client.pk, at=began_at, kind="behaviour")
    return Session(
        id=id, visit_id=visit.id if visit else None, client=client, staff_id=staff_id, site=site,
        programme_id=_programme(programme_id or (visit and visit.programme_id)),
        place=_words(place or (visit.place if visit else ""), "place"), began_at=began_at, zone=here,
        place_of_service=site.place_of_service if site else "99", plan_version_id=plan.version_id if plan else None,
        service_day=began_at.astimezone(ZoneInfo(here)).date(), overlap_reason=_words(overlap_reason, "overlap_reason"),
    )  # fmt: skip


def _once(ending: Ending) -> Ending:
    """Two ends at the same moment: the table keeps one, the other is told."""
    try:
        with transaction.atomic():
            ending.save(force_insert=True)
    except IntegrityError as twice:
        raise Unacceptable(Fault("sessions.fault.ended_already", "ended_at")) from twice
    return ending


def _already(id: UUID, visit: Planned | None, *, client_id: UUID, staff_id: UUID) -> Session | None:
    """The session that a second tap on "Start visit" means: of this id, or of this visit."""
    same = Session.objects.filter(pk=id).first() or (visit and Session.objects.filter(visit=visit.id).first())
    if not same:
        return None
    if (same.client_id, same.staff_id, same.visit_id) != (client_id, staff_id, visit.id if visit else None):
        raise Unacceptable(Fault("sessions.fault.begun_otherwise"))
    return same


def _visit_for(visit_id: UUID | None, *, client_id: UUID, staff_id: UUID) -> Planned | None:
    if visit_id is None:
        return None
    visit = planned(visit_id)
    if visit.client_id != client_id:
        raise Unacceptable(Fault("foundation.fault.other_client"))
    if visit.staff_id != staff_id:
        raise Unacceptable(Fault("sessions.fault.somebody_elses_visit", "", {"name": visit.staff_name}))
    if visit.called_off:
        raise Unacceptable(Fault("sessions.fault.called_off"))
    return visit


def _overlaps(staff_id: UUID, client_id: UUID, began_at: datetime, reason: str) -> list[Fault]:
    """Sessions that run at the same time are named, unless somebody said why."""
    if len(reason.strip()) >= reference.load("visits")["fewest_reason_letters"]:
        return []
    soon = began_at + timedelta(minutes=1)
    found = overlapping(staff_id=staff_id, client_id=client_id, began_at=began_at, ended_at=soon)
    return [_named(other, staff_id) for other in found]


def _named(other: Spent, staff_id: UUID) -> Fault:
    begun, where = other.began_at, other.site_name or other.place
    values = {"day": day(begun, other.zone, form="short"), "time": clock(begun, other.zone), "place": where}
    return Fault(OVERLAPS[other.staff_id == staff_id, bool(where)], "overlap_reason", values, f"/sessions/{other.id}/")


def _programme(programme_id: Any) -> UUID:
    if not Programme.objects.filter(pk=programme_id).exists():
        raise Unacceptable(Fault("sessions.fault.no_programme", "programme"))
    return programme_id


def _zone(name: str) -> str:
    if not is_zone(name):
        raise Unacceptable(Fault("sessions.fault.zone", "zone"))
    return name


def _words(text: str, field: str, most: int = 200) -> str:
    words = settled(text, lines=True)
    if fault := fault_in(words, most=most, lines=True, field=field):
        raise Unacceptable(fault)
    return words
