"""A note that was signed on a device: which of its author's devices signed it, and then the signature itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from alongside.documents.devices import OnDevice, told
from alongside.field.models import Enrolment
from alongside.field.wire import Garbled, unpacked
from alongside.foundation.doing import find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes import actions as notes

PURPOSE = "alongside-field/1 note"


def sign(*, by: Actor, on: UUID, saved: int, digest: str, signed_at: datetime, signature: str) -> UUID:
    """Sign a note as its author did on the device. Raises Unacceptable where no key of theirs made the signature.

    The PIN or passkey was given anew there: the signature by a key that nothing else opens is the proof of it, so that
    its author has shown who they are.
    """
    try:
        value = unpacked(signature, least=64, most=64)
    except Garbled as wrong:
        raise Unacceptable(Fault("notes.fault.device_signature", "signature")) from wrong
    note = find("notes.Note", on)
    plain = {
        "purpose": PURPOSE, "agency": str(by.agency_id), "note": str(note.pk), "session": str(note.session_id),
        "digest": digest, "meaning": "authored", "signed_at": told(signed_at),
    }  # fmt: skip
    made = next((one for one in _devices(by, plain, value, signed_at) if one.is_signed()), None)
    if made is None:
        raise Unacceptable(Fault("notes.fault.device_signature", "signature"))
    shown = replace(by, confirmed_at=datetime.now(UTC))
    return notes.sign(by=shown, on=on, saved=saved, digest=digest, made=made)


def _devices(by: Actor, plain: dict[str, Any], value: bytes, at: datetime) -> Iterator[OnDevice]:
    """What each enrolment of this author would have signed, the newest first."""
    for row in Enrolment.objects.filter(staff=by.staff_id).order_by("-began_at"):
        said = {**plain, "device": str(row.device_id), "enrolment": str(row.pk)}
        yield OnDevice(row.device_id, row.pk, said, bytes(row.public_key), value, at)
