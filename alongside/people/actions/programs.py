"""Which programs a client is in, from a day to a day."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation import revisions
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people import rules
from alongside.people.models import Client, Enrolment


@action("people.enrol", on="people.Client", locks=True, makes=True)
def enrol(*, by: Actor, on: Client, programme: UUID | Any, began_on: date | None = None) -> Enrolment:
    """A client begins in a program. Raises Unacceptable when they are in it, or it or their stay has ended."""
    program, began = find("agencies.Programme", programme), began_on or today(by.zone)
    faults = rules.span_faults(began=began, ended=None, since=on.admitted_on)
    if program.ended_on or on.discharged_on:
        faults.append(Fault("people.fault.program_ended" if program.ended_on else "people.fault.discharged"))
    if rules.overlapping(Enrolment.objects.filter(client=on, programme=program), began, None):
        faults.append(Fault("people.fault.enrolled", "programme"))
    if faults:
        raise Unacceptable(faults)
    return Enrolment.objects.create(client=on, programme=program, began_on=began)


@action("people.end_enrolment", on="people.Enrolment", locks=True)
def end_enrolment(*, by: Actor, on: Enrolment, ended_on: date | None = None, reason: str = "") -> bool:
    """A client is in a program no more, from a day on."""
    ended = ended_on or today(by.zone)
    if faults := rules.span_faults(began=on.began_on, ended=ended):
        raise Unacceptable(faults)
    return revisions.change(on, by=by, reason=reason, ended_on=ended)
