"""Beginning a note when its visit ends, working on it, and taking it up again after a return."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes import facts
from alongside.notes.forms_in_use import edition, formats
from alongside.notes.models import Note
from alongside.notes.rules import editing
from alongside.workforce import lookups as workforce


@action("notes.draft", on="sessions.Session", makes=True)
def draft(*, by: Actor, on: Any) -> Note:
    """The note of a session that has ended, drafted from its own rows. Unacceptable while it runs, or twice."""
    if Note.objects.filter(session=on.pk).exists():
        raise Unacceptable(Fault("notes.fault.drafted"))
    found = facts.gathered(on.pk)
    if found is None:
        raise Unacceptable(Fault("notes.fault.running"))
    document = engine.begin(
        client_id=on.client_id, author_id=by.staff_id, form="progress_note", form_edition=edition(),
        body=facts.body(found),
    )  # fmt: skip
    return Note.objects.create(
        document=document, session_id=on.pk, client_id=on.client_id, author_id=by.staff_id,
        format=found.programme.note_format, service_day=found.service_day, minutes=found.head.minutes,
        service_code=found.programme.service_code, units=found.head.units,
        due_at=found.facts.ended_at + timedelta(hours=found.asks.sign_hours),
        cosigner_id=workforce.supervisor_of(by.staff_id),
    )  # fmt: skip


@action("notes.save", on="notes.Note")
def save(
    *, by: Actor, on: Note, based_on: int, texts: Mapping[str, str], added: Mapping[str, str], present: str,
    format: str, back: Collection[str] = (),
) -> engine.Saved:  # fmt: skip
    """Keep what was typed. When somebody else, or another window, saved meanwhile, it is kept beside the newer text."""
    paper = _at_work(on)
    body = editing.edited(
        paper.body, texts=texts, added=added, back=back, present=present, format=format
    )  # fmt: skip
    found = editing.faults(body) + [Fault("notes.fault.format", "format")] * (format not in formats())
    if found:
        raise Unacceptable(found)
    saved = engine.save(by=by, document_id=on.document_id, body=body, based_on=based_on)
    if saved.aside is None and format != on.format:
        Note.objects.filter(pk=on.pk).update(format=format)  # its revision is the draft's; lists show it
    return saved


@action("notes.choose", on="notes.Note")
def choose(*, by: Actor, on: Note, aside: UUID | str, based_on: int) -> engine.Saved:
    """Make a text that was kept beside the draft the draft. The other one is kept beside it in turn."""
    paper, kept = _at_work(on), documents.aside(on.document_id, aside)
    if kept is None:
        raise NotHere("documents.Aside")
    saved = engine.save(by=by, document_id=on.document_id, body=kept.body, based_on=based_on)
    if saved.aside is None:
        engine.put_aside(by=by, document_id=on.document_id, body=paper.body, based_on=based_on)
    return saved


@action("notes.correct", on="notes.Note", locks=True)
def correct(*, by: Actor, on: Note) -> None:
    """Take a returned note up again: its newest version becomes the draft of the next one."""
    newest = documents.newest(on.document_id)
    if on.state != "returned" or newest is None or documents.at_work(on.document_id):
        raise Unacceptable(Fault("notes.fault.not_returned"))
    engine.open_draft(on.document_id, by=by.staff_id, body=newest.body)


def _at_work(note: Note) -> documents.AtWork:
    """The draft of a note. Unacceptable when it is signed: what was typed can be added to it instead; or put aside."""
    paper = documents.at_work(note.document_id)
    if paper is None:
        raise Unacceptable(Fault("notes.fault.aside" if note.state == "aside" else "notes.fault.signed"))
    return paper
