"""The author's signature, and saying why a note is like another."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models.functions import Now
from django.utils import timezone

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.devices import OnDevice
from alongside.documents.sealing import seal
from alongside.foundation import reference
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes.likeness import LIMIT, comparable, fingerprint, likeness
from alongside.notes.models import Fingerprint, Likeness, Note
from alongside.notes.readiness import readiness
from alongside.notes.standing import capacity, signed
from alongside.sessions.lookups import spent

PURPOSE = "alongside-field/1 note"


@action("notes.sign", on="notes.Note")
def sign(*, by: Actor, on: Note, saved: int, digest: str = "", made: OnDevice | None = None) -> UUID:
    """Sign the draft that `saved` counts, which was on screen; the author's supervisor today is asked to co-sign.

    `made` is the signature of a device without signal over `digest`: it stands, or nothing is signed. Both its time and
    ours are kept.
    All that takes time (canonical bytes, digest, likeness) comes before the first row is locked; ending the draft is
    the one step that two signers cannot both win. Unacceptable: not ready, changed meanwhile, signed already.
    """
    paper = documents.at_work(on.document_id)
    if paper is None:
        raise Unacceptable(Fault("notes.fault.aside" if on.state == "aside" else "notes.fault.signed"))
    ready = readiness(on, paper.body)
    if ready.faults:
        raise Unacceptable(ready.faults)
    sealed = seal(
        document=on.document_id, number=paper.next, kind="first" if paper.next == 1 else "corrected", form=paper.form,
        form_edition=paper.form_edition, body=paper.body,
    )  # fmt: skip
    now = timezone.now()
    if made and (wrong := _device_faults(by, on, made, digest=digest, sealed=sealed.digest, now=now)):
        raise Unacceptable(wrong)
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("notes.fault.changed"))
    at = made.signed_at if made else now
    version = engine.publish(sealed, by=by, late=paper.next == 1 and on.due_at is not None and at > on.due_at)
    signature = engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity=capacity(by, "notes.sign"),
        confirmed_at=at if made else by.confirmed_at or now,
    )  # fmt: skip
    if made:
        engine.keep_device(signature, made)
    _compare_by(on, ready.words, first=paper.next == 1)
    Note.objects.filter(pk=on.pk).update(**signed(on.author_id, until=now + timedelta(days=ready.payer.cosign_days)))
    return version.pk


@action("notes.explain", on="notes.Note")
def explain(*, by: Actor, on: Note, like: UUID | str, reason: str) -> None:
    """Say why this note is over 90 % like another. Kept for good, beside the note."""
    paper = documents.at_work(on.document_id)
    if paper is None:
        raise Unacceptable(Fault("notes.fault.aside" if on.state == "aside" else "notes.fault.signed"))
    if len(reason.strip()) < 10:
        raise Unacceptable(Fault("notes.fault.reason_short", "reason"))
    other = find("notes.Note", like)
    theirs = Fingerprint.objects.filter(note=other.pk).values_list("text", flat=True).first()
    mine = fingerprint(paper.body)
    if theirs is None or not comparable(mine) or (percent := likeness(mine, theirs)) <= LIMIT:
        raise Unacceptable(Fault("notes.fault.not_alike"))
    Likeness.objects.create(note=on, like_id=other.pk, client_id=on.client_id, percent=percent, reason=reason.strip())


def _device_faults(by: Actor, note: Note, made: OnDevice, *, digest: str, sealed: str, now: datetime) -> list[Fault]:
    """The text here must be the one that was signed there, by this note's own statement, not before the visit ended."""
    said = made.statement
    about = (said.get("purpose"), said.get("agency"), said.get("note"), said.get("session"))
    if digest != sealed:
        return [Fault("notes.fault.digest", "digest")]
    if about != (PURPOSE, str(by.agency_id), str(note.pk), str(note.session_id)):
        return [Fault("notes.fault.device_signature", "signature")]
    if not made.stands_on(sealed, "authored"):
        return [Fault("notes.fault.device_signature", "signature")]
    ended = spent(note.session_id).ended_at
    early = ended is not None and made.signed_at < ended
    ahead = made.signed_at > now + timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    return [Fault("notes.fault.signed_at", "signed_at")] if early or ahead else []


def _compare_by(note: Note, words: str, *, first: bool) -> None:
    """What later notes are compared with: the newest signed words of this one."""
    if first:
        Fingerprint.objects.create(note=note, client_id=note.client_id, author_id=note.author_id, text=words)
    else:
        Fingerprint.objects.filter(note=note).update(text=words, at=Now())
