"""Saying that a published version was read."""

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.plans.models import PlanVersion, Reading


@action("plans.acknowledge", on="plans.PlanVersion")
def acknowledge(*, by: Actor, on: PlanVersion) -> Reading:
    """Somebody of the team has read this version. Said twice, it stands once."""
    if on.published_at is None:
        raise Unacceptable(Fault("plans.fault.not_in_force"))
    return Reading.objects.get_or_create(version=on, staff_id=by.staff_id, defaults={"client_id": on.client_id})[0]
