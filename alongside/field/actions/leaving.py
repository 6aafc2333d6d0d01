"""Somebody took themselves off a device: their enrolment ends. What was recorded before is still taken."""

from datetime import UTC, datetime

from alongside.field.models import Enrolment
from alongside.foundation.doing import action
from alongside.foundation.policy import Actor


@action("field.leave", on="field.Enrolment", locks=True)
def leave(*, by: Actor, on: Enrolment) -> bool:
    """End one's own enrolment; whether it was not over before."""
    return bool(Enrolment.objects.filter(pk=on.pk, ended_at=None).update(ended_at=datetime.now(UTC)))
