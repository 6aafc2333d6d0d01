"""Putting a draft aside that no note should come of, with the reason; and taking it up again. Nothing is deleted."""

from django.db.models.functions import Now

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.notes.models import Note, PutAside

LEAST_REASON = 10


@action("notes.put_aside", on="notes.Note", locks=True)
def put_aside(*, by: Actor, on: Note, saved: int, reason: str) -> PutAside:
    """Put a draft aside that was never signed: the visit was called off, or begun by mistake.

    The text that `saved` counts is kept for good, and the author's supervisors are told by the entry of this verb. What
    was signed once is corrected or added to instead. Unacceptable: signed, changed meanwhile, no reason.
    """
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(why) < LEAST_REASON:
        raise Unacceptable(Fault("notes.fault.reason_short", "reason"))
    paper = documents.at_work(on.document_id)
    if on.state != "draft" or paper is None:
        raise Unacceptable(Fault("notes.fault.not_a_draft"))
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("notes.fault.changed"))
    kept = engine.put_aside(by=by, document_id=on.document_id, body=paper.body, based_on=paper.saved)
    Note.objects.filter(pk=on.pk).update(state="aside", state_at=Now())
    return PutAside.objects.create(note=on, client_id=on.client_id, staff_id=by.staff_id, text_id=kept, reason=why)


@action("notes.take_up", on="notes.Note", locks=True)
def take_up(*, by: Actor, on: Note) -> None:
    """Go on with a note that was put aside, with the text that was kept. Its limit is what it was."""
    put = PutAside.objects.filter(note=on).order_by("-at").first()
    kept = documents.aside(on.document_id, put.text_id) if put else None
    if on.state != "aside" or kept is None:
        raise Unacceptable(Fault("notes.fault.not_aside"))
    if Note.objects.filter(session=on.session_id).exclude(state="aside").exists():
        raise Unacceptable(Fault("notes.fault.other_note"))
    engine.open_draft(on.document_id, by=by.staff_id, body=kept.body)
    Note.objects.filter(pk=on.pk).update(state="draft", state_at=Now())
