"""Devices, and what of them is held, for whoever is asked about: written as rows, since most roles enrol none."""

from uuid import UUID

from alongside.field.models import Device, Enrolment, Hold, Receipt
from alongside.foundation.ids import uuid7

HELD = {"area": "nowhere", "words": "Tired"}


def device(staff: UUID) -> UUID:
    """A device that somebody took into use."""
    made = Device.objects.create(id=uuid7(), label="Tablet", token_digest=b"0" * 32, enrolled_by_id=staff)
    Enrolment.objects.create(id=uuid7(), device=made, staff_id=staff, public_key=b"0" * 65)
    return made.pk


def hold(staff: UUID, client: UUID) -> UUID:
    """Something that somebody noticed about a client, held because there is no such area."""
    at = Enrolment.objects.get(device=device(staff))
    operation, kind, reasons = uuid7(), "behaviour.notice/1", [{"code": "unacceptable", "field": ""}]
    whose = {"device_id": at.device_id, "enrolment": at, "staff_id": staff, "seq": 1, "kind": kind}
    receipt = Receipt.objects.create(
        id=uuid7(), operation_id=operation, digest="0" * 64, claims=True, outcome="held", reasons=reasons, **whose
    )
    body = {"id": str(operation), "seq": 1, "kind": kind, "on": str(client), "at": "2026-01-05T15:00:00.000Z",
            "tick": 0, "details": HELD}  # fmt: skip
    return Hold.objects.create(
        id=uuid7(), receipt=receipt, operation_id=operation, digest="0" * 64, key_id=uuid7(), on_id=client,
        client_id=client, outcome="held", reasons=reasons, body=body, envelope=ENVELOPE | {"id": str(operation)},
        **whose,
    ).pk  # fmt: skip


ENVELOPE = {"seq": 1, "key": str(UUID(int=0)), "iv": "AAAAAAAAAAAAAAAA", "sealed": "AAAA"}
