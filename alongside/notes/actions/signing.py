"""The author's signature, and saying why a note is like another."""

from datetime import timedelta
from uuid import UUID

from django.db.models.functions import Now
from django.utils import timezone

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.sealing import seal
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes.likeness import LIMIT, comparable, fingerprint, likeness
from alongside.notes.models import Fingerprint, Likeness, Note
from alongside.notes.readiness import readiness
from alongside.notes.standing import capacity, signed


@action("notes.sign", on="notes.Note")
def sign(*, by: Actor, on: Note, saved: int) -> UUID:
    """Sign the draft that `saved` counts, which was on screen; the author's supervisor today is asked to co-sign.

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
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("notes.fault.changed"))
    now = timezone.now()
    version = engine.publish(sealed, by=by, late=paper.next == 1 and on.due_at is not None and now > on.due_at)
    engine.sign(
        version.pk, by=by, digest=sealed.digest, meaning="authored", capacity=capacity(by, "notes.sign"),
        confirmed_at=by.confirmed_at or now,
    )  # fmt: skip
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


def _compare_by(note: Note, words: str, *, first: bool) -> None:
    """What later notes are compared with: the newest signed words of this one."""
    if first:
        Fingerprint.objects.create(note=note, client_id=note.client_id, author_id=note.author_id, text=words)
    else:
        Fingerprint.objects.filter(note=note).update(text=words, at=Now())
