"""Noting who agreed to a restrictive procedure, and that they do no longer."""

from datetime import date

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.plans import known, reading
from alongside.plans.expiring import told_no_more
from alongside.plans.models import Approval, RestrictionLine
from alongside.plans.rules import digest
from alongside.plans.rules.limits import NAME, SHORT
from alongside.plans.rules.restrictive import approval_faults


@action("plans.note_approval", on="plans.RestrictionLine", makes=True)
def note_approval(
    *, by: Actor, on: RestrictionLine, gate: str, agreed_by: str, capacity: str, decided_on: date, expires_on: date,
    paper: str = "",
) -> Approval:  # fmt: skip
    """Somebody agreed to the procedure as this version words it, until a day. Another wording asks anew.

    Raises Unacceptable: nobody is asked there, no name, a day to come, longer than a year.
    """
    said = checked(agreed_by=agreed_by, capacity=capacity, paper=paper, most=NAME)
    this = next(r for r in reading.restrictions(on.version_id) if r.restriction_id == on.restriction_id)
    faults = approval_faults(
        this, gate=gate, by=said["agreed_by"], capacity=said["capacity"], paper=said["paper"], decided_on=decided_on,
        expires_on=expires_on, known=known.restrictive(), today=today(by.zone),
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    told_no_more(on.restriction_id, gate)
    return Approval.objects.create(
        restriction_id=on.restriction_id, client_id=on.client_id, gate=gate, decided_on=decided_on,
        expires_on=expires_on, wording=digest(this), noted_by_id=by.staff_id, **said,
    )  # fmt: skip


@action("plans.withdraw_approval", on="plans.Approval", locks=True)
def withdraw_approval(*, by: Actor, on: Approval, because: str) -> Approval:
    """Whoever agreed does so no longer, or it was noted by mistake: the procedure rests from now on."""
    why = checked(because=because, lines=True, most=SHORT)["because"]
    if not why:
        raise Unacceptable(Fault("plans.fault.needed", "because"))
    if on.withdrawn_on is not None:
        raise Unacceptable(Fault("plans.fault.withdrawn"))
    told_no_more(on.restriction_id, on.gate)
    revisions.change(on, by=by, withdrawn_on=today(by.zone), withdrawn_because=why)
    return on
