"""What was signed on a device: which of its author's devices signed it, and then the signature itself."""

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
from alongside.instruments import actions as instruments
from alongside.notes import actions as notes

NOTE, ANSWERS = "alongside-field/1 note", "alongside-field/1 answers"


def sign_note(*, by: Actor, on: UUID, saved: int, digest: str, signed_at: datetime, signature: str) -> UUID:
    """Sign a note as its author did on the device. Raises Unacceptable where no key of theirs made the signature."""
    note = find("notes.Note", on)
    said = {"purpose": NOTE, "note": str(note.pk), "session": str(note.session_id), "digest": digest}
    made = _made(by, said, signature, signed_at)
    if made is None:
        raise Unacceptable(Fault("notes.fault.device_signature", "signature"))
    return notes.sign(by=_shown(by), on=on, saved=saved, digest=digest, made=made)


def sign_answers(*, by: Actor, on: UUID, saved: int, digest: str, signed_at: datetime, signature: str) -> UUID:
    """The same for answers to a form."""
    one = find("instruments.Answering", on)
    said = {"purpose": ANSWERS, "answering": str(one.pk), "client": str(one.client_id), "digest": digest}
    made = _made(by, said, signature, signed_at)
    if made is None:
        raise Unacceptable(Fault("instruments.fault.device_signature", "signature"))
    return instruments.sign(by=_shown(by), on=on, saved=saved, digest=digest, made=made)


def _shown(by: Actor) -> Actor:
    """The PIN or passkey was given anew there: the signature by a key that nothing else opens is the proof of it, so
    that its author has shown who they are."""
    return replace(by, confirmed_at=datetime.now(UTC))


def _made(by: Actor, said: dict[str, Any], signature: str, at: datetime) -> OnDevice | None:
    """The signature with the device that made it; None where none of this author's did."""
    try:
        value = unpacked(signature, least=64, most=64)
    except Garbled:
        return None
    plain = {**said, "agency": str(by.agency_id), "meaning": "authored", "signed_at": told(at)}
    return next((one for one in _devices(by, plain, value, at) if one.is_signed()), None)


def _devices(by: Actor, plain: dict[str, Any], value: bytes, at: datetime) -> Iterator[OnDevice]:
    """What each enrolment of this author would have signed, the newest first."""
    for row in Enrolment.objects.filter(staff=by.staff_id).order_by("-began_at"):
        said = {**plain, "device": str(row.device_id), "enrolment": str(row.pk)}
        yield OnDevice(row.device_id, row.pk, said, bytes(row.public_key), value, at)
