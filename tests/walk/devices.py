"""What came from devices: a note signed there, operations that are held, corrected and set aside, a device lost."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from alongside.documents.sealing import seal
from alongside.field import actions as field
from alongside.field.models import Hold
from alongside.field.receiving.deposit import receive
from alongside.field.receiving.handed_in import badge, handed_in
from alongside.field.wire import packed, unpacked
from alongside.foundation.policy import Actor
from alongside.notes import facts
from alongside.notes.forms_in_use import edition
from alongside.notes.rules import editing
from tests.field.device import Device, id7, now, signature, written


def enrolled(by: Actor, label: str) -> Device:
    """A device that somebody took into use."""
    device = Device(str(by.agency_id))
    user, asked = device.asking(label)
    got = field.enrol(
        by=by, on=by.staff_id, device_id=UUID(asked["device"]), enrolment_id=UUID(asked["enrolment"]),
        label=asked["label"], public_key=unpacked(asked["public_key"]),
    )  # fmt: skip
    device.enrolled(
        "me", user, {"token": packed(got.token), "next": got.next, "server_key": {"public": packed(got.keys.sealing)}}
    )
    return device


def give(device: Device, *operations: dict[str, Any]) -> list[str]:
    """Hand in; the outcomes."""
    shown = badge(device.authorization)
    assert shown is not None
    answer = receive(shown, handed_in(device.body(*(device.seal("me", one) for one in operations))))
    return [receipt["outcome"] for receipt in answer["receipts"]]


def signed_there(device: Device, session: UUID, *, own: dict[str, str], present: str, name: str) -> UUID:
    """A note drafted and signed on the device, under a name that the client has here no more."""
    drafted = facts.body(facts.gathered(session))
    body = editing.edited(drafted, texts={}, added=own, present=present, format=drafted["format"])
    body["head"]["client_name"] = name
    id, document, at = id7(), id7(), written(now())
    digest = seal(
        document=document, number=1, kind="first", form="progress_note", form_edition=edition(), body=body
    ).digest
    user = device.users["me"]
    said = {
        "purpose": "alongside-field/1 note", "agency": device.agency, "device": device.id,
        "enrolment": user.enrolment, "note": id, "session": str(session), "digest": digest, "meaning": "authored",
        "signed_at": at,
    }  # fmt: skip
    first = device.operation("me", "notes.draft/1", session, {"document": document, "body": body}, id=id)
    details = {"saved": 1, "digest": digest, "signed_at": at, "signature": signature(user.signing, said)}
    assert give(device, first, device.operation("me", "notes.sign/1", id, details)) == ["done", "done"]
    return UUID(id)


def held(device: Device, session: UUID, lead: Actor, *, words: list[str], why: str) -> None:
    """Four things noticed in an area that there is not: two are held, one is set right, one is set aside."""
    for said in words:
        details = {"area": "nowhere", "words": said}
        assert give(device, device.operation("me", "behaviour.notice/1", session, details)) == ["held"]
    first, second, *_ = Hold.objects.filter(device=device.id).order_by("seq")
    field.correct(by=lead, on=first, details={"area": "sleep", "words": why}, reason=why)
    field.set_aside(by=lead, on=second, reason=why)


def out_of_reach(device: Device, client: UUID, programme: UUID, began: datetime) -> None:
    """A visit that began next week is held, with what was seen in it; and one thing came before what stands before."""
    start = device.operation("me", "sessions.start/1", client, {
        "programme": str(programme), "zone": "America/New_York", "began_at": written(began + timedelta(days=9)),
    })  # fmt: skip
    noticed = device.operation("me", "behaviour.notice/1", start["id"], {"area": "sleep"})
    assert give(device, start, noticed) == ["held", "held"]
    early = device.operation("me", "behaviour.notice/1", uuid4(), {"area": "sleep"}, seq=device.users["me"].next + 1)
    assert give(device, early) == ["waiting"]
