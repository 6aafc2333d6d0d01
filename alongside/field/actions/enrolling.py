"""A member of staff takes a device into use: its token, their signing key, the agency's keys."""

from dataclasses import dataclass
from hmac import compare_digest
from secrets import token_bytes
from uuid import UUID

from alongside.field.keys import Keys, is_point, server_key, token_digest
from alongside.field.models import Device, Enrolment
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.workforce.models import Staff


@dataclass(frozen=True)
class Enrolled:
    """What the device is told: its token (the only time it is seen whole), the agency's keys, the next number."""

    token: bytes
    keys: Keys
    next: int


@action("field.enrol", on="workforce.Staff")
def enrol(
    *, by: Actor, on: Staff, device_id: UUID, enrolment_id: UUID, label: str, public_key: bytes,
    token: bytes | None = None,
) -> Enrolled:  # fmt: skip
    """Take a device into use; the same again gives the same answer. A device that lost its token gets a new one.

    A device that was reported lost is found again by this; what it was told to forget stays forgotten. Raises
    Unacceptable for a key that is none, and where the enrolment is another's or has ended.
    """
    words = checked(label=label)
    if not is_point(public_key):
        raise Unacceptable(Fault("field.fault.no_key", "public_key"))
    device, token = _device(by, device_id, words["label"], token)
    return Enrolled(token, server_key(), _enrolment(on, device, enrolment_id, public_key).next_seq)


def _device(by: Actor, id: UUID, label: str, token: bytes | None) -> tuple[Device, bytes]:
    there = Device.objects.select_for_update(no_key=True).filter(pk=id).first()
    if there is None:
        token = token_bytes(32)
        made = Device(id=id, label=label, token_digest=token_digest(token), enrolled_by_id=by.staff_id)
        made.save(force_insert=True)
        return made, token
    if token is None or not compare_digest(token_digest(token), bytes(there.token_digest)):
        token = token_bytes(32)
    changed = {"token_digest": token_digest(token), "label": label or there.label, "lost_at": None, "lost_by": None}
    Device.objects.filter(pk=id).update(**changed)
    return there, token


def _enrolment(staff: Staff, device: Device, id: UUID, public_key: bytes) -> Enrolment:
    there = Enrolment.objects.filter(pk=id).first()
    if there is None:
        return Enrolment.objects.create(id=id, device=device, staff=staff, public_key=public_key)
    if (there.device_id, there.staff_id, bytes(there.public_key)) != (device.pk, staff.pk, public_key):
        raise Unacceptable(Fault("field.fault.enrolled_otherwise", "enrolment"))
    if there.ended_at is not None:
        raise Unacceptable(Fault("field.fault.enrolment_ended", "enrolment"))
    return there
