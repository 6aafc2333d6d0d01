"""The co-signature, and sending a note back to its author."""

from datetime import timedelta

from django.db.models.functions import Now
from django.utils import timezone

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.lookups import Written
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes.models import Note
from alongside.notes.payers import payer
from alongside.notes.standing import capacity
from alongside.workforce import lookups as workforce

LEAST_REASON = 10


@action("notes.cosign", on="notes.Note", locks=True)
def cosign(*, by: Actor, on: Note, digest: str) -> None:
    """Co-sign exactly the digest that was on screen. Unacceptable when the newest version is another by now."""
    version = _on_screen(on, digest)
    absent = workforce.names([on.cosigner_id]).get(on.cosigner_id, "") if _covers(by, on) else ""
    engine.sign(
        version.id, by=by, digest=digest, meaning="co-signed",
        capacity=capacity(by, "notes.cosign", instead_of=absent), confirmed_at=by.confirmed_at or timezone.now(),
    )  # fmt: skip
    Note.objects.filter(pk=on.pk).update(state="co-signed", state_at=Now(), due_at=None)


@action("notes.give_back", on="notes.Note", locks=True)
def give_back(*, by: Actor, on: Note, digest: str, reason: str) -> None:
    """Send the version that was on screen back to its author, with the reason."""
    if len(reason.strip()) < LEAST_REASON:
        raise Unacceptable(Fault("notes.fault.reason_short", "reason"))
    version = _on_screen(on, digest)
    if version.kind == "addendum":
        raise Unacceptable(Fault("notes.fault.addendum_stays"))
    engine.give_back(version.id, by=by, reason=reason.strip())
    asks = payer(version.body["head"]["payer"], on=on.service_day)
    due = timezone.now() + timedelta(hours=asks.sign_hours)
    Note.objects.filter(pk=on.pk).update(state="returned", state_at=Now(), due_at=due)


def _on_screen(note: Note, digest: str) -> Written:
    if note.state != "signed":
        raise Unacceptable(Fault(f"notes.fault.not_waiting.{STATES[note.state]}"))
    version = documents.newest(note.document_id)
    if version is None or version.digest != digest:
        raise Unacceptable(Fault("notes.fault.newer"))
    return version


def _covers(by: Actor, note: Note) -> bool:
    return note.cosigner_id is not None and note.cosigner_id != by.staff_id


STATES = {"draft": "draft", "aside": "draft", "returned": "returned", "co-signed": "cosigned"}
