"""Keeping the evidence that a visit began, or ended, there and then."""

from dataclasses import asdict, replace
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled
from alongside.sessions.models import Session, Verification
from alongside.sessions.verifying import Evidence, faults

MOST_REASON = 500


@action("sessions.verify", on="sessions.Session", makes=True)
def verify(*, by: Actor, on: Session, id: UUID, evidence: Evidence) -> Verification:
    """Say how it is known when and where a session began or ended. The same id, or the same words, are kept once.

    A place is never required. Raises Unacceptable for what is no place, an unknown code, a missing reason, and for a
    second account of the same moment in the same way.
    """
    said = replace(evidence, reason=settled(evidence.reason, lines=True))
    limits = reference.load("visits")
    found = faults(said, known=limits["verification"], fewest=limits["fewest_reason_letters"])
    found += [f for f in (fault_in(said.reason, most=MOST_REASON, lines=True, field="reason"),) if f]
    if found:
        raise Unacceptable(found)
    there = _there(on, id, said)
    if there and _same(there, said):
        return there
    if there:
        raise Unacceptable(Fault("sessions.fault.verified_already", "moment"))
    row = Verification(id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, **asdict(said))
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as twice:  # the same moment came twice at once: the table keeps the first
        raise Unacceptable(Fault("sessions.fault.verified_already", "moment")) from twice
    return row


def _there(session: Session, id: UUID, said: Evidence) -> Verification | None:
    rows = Verification.objects.filter(session=session)
    return rows.filter(pk=id).first() or rows.filter(moment=said.moment, how=said.how).first()


def _same(row: Verification, said: Evidence) -> bool:
    return all(getattr(row, name) == value for name, value in asdict(said).items())
