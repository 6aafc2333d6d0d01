"""Who may enrol a device, report one lost, and decide about what was held."""

from typing import Any

from alongside.field.models import Device, Enrolment, Hold
from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.workforce.policy import to_staff


def to_device(actor: Actor, device: Device) -> frozenset[str]:
    """self: enrolled on it; supervises: somebody is whom the actor supervises."""
    staff = set(Enrolment.objects.filter(device=device.pk).values_list("staff_id", flat=True))
    held = {"self"} if actor.staff_id in staff else set()
    return frozenset(held | {"supervises"} if staff & actor.supervises else held)


def to_enrolment(actor: Actor, enrolment: Enrolment) -> frozenset[str]:
    """self: one's own."""
    return frozenset({"self"} if enrolment.staff_id == actor.staff_id else ())


def to_hold(actor: Actor, hold: Hold) -> frozenset[str]:
    """author: recorded it; supervises: supervises whoever did."""
    held = {"author"} if hold.staff_id == actor.staff_id else set()
    return frozenset(held | {"supervises"} if hold.staff_id in actor.supervises else held)


ruled("field.enrol", "field.devices", relations=to_staff)
ruled("field.lose", relations=to_device)
ruled("field.leave", relations=to_enrolment)
ruled("field.holds", relations=to_staff)
ruled("field.held", relations=to_hold)
ruled("field.counts")


@rule("field.apply", relations=to_hold)
@rule("field.correct", relations=to_hold)
@rule("field.set_aside", relations=to_hold)
@rule("field.force", relations=to_hold)
def somebody_else(actor: Actor, hold: Any) -> No | None:
    """What one recorded oneself, another person decides about."""
    if hold.staff_id != actor.staff_id:
        return None
    return No("field.refusal.own_hold", way_on=f"/held/{hold.pk}/", way="field.refusal.to_record")
