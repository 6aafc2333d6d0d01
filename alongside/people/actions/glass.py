"""Break-glass: a record opened at once by somebody not on the team, with a reason, told and reviewed."""

from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.people import rules
from alongside.people.models import Client, Glass, GlassReview


@action("people.break_glass", on="people.Client", makes=True)
def break_glass(*, by: Actor, on: Client, reason: str, hours: int = 1) -> Glass:
    """Open a client's record for 1 to 4 hours. The client's supervisors are told by the entry of this verb.

    Refused to somebody who did not prove within ten minutes who they are. Raises Unacceptable (reason, hours).
    """
    reason = checked(reason=reason, lines=True, most=1_000)["reason"]
    if faults := rules.glass_faults(reason=reason, hours=hours):
        raise Unacceptable(faults)
    now = datetime.now(UTC)
    return Glass.objects.create(
        client=on, staff_id=by.staff_id, reason=reason, broken_at=now, until=now + timedelta(hours=hours)
    )


@action("people.review_glass", on="people.Glass")
def review_glass(*, by: Actor, on: Glass, justified: bool, remark: str = "") -> GlassReview:
    """Somebody else says whether opening a record was right; when it was not, they say why. Once."""
    remark = checked(remark=remark, lines=True, most=1_000)["remark"]
    if not justified and not remark:
        raise Unacceptable(Fault("people.fault.remark", "remark"))
    try:
        with transaction.atomic():
            return GlassReview.objects.create(glass=on, staff_id=by.staff_id, justified=justified, remark=remark)
    except IntegrityError as twice:
        raise Unacceptable(Fault("people.fault.reviewed")) from twice
