"""A device is gone: everybody's enrolment on it ends, and it forgets what it may read when it next comes by."""

from datetime import UTC, datetime

from alongside.field.ending import end_on_device
from alongside.field.models import Device
from alongside.foundation.doing import action
from alongside.foundation.policy import Actor


@action("field.lose", on="field.Device", locks=True)
def lose(*, by: Actor, on: Device) -> int:
    """Report a device lost; how many enrolments ended. What it recorded before is still taken."""
    if on.lost_at is None:
        Device.objects.filter(pk=on.pk).update(lost_at=datetime.now(UTC), lost_by=by.staff_id)
    return end_on_device(on.pk)
