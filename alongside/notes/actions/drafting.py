"""Beginning a note when its visit ends, working on it, and taking it up again after a return."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.policy import Actor
from alongside.notes import facts, incoming
from alongside.notes.forms_in_use import edition, formats
from alongside.notes.models import Note
from alongside.notes.rules import editing
from alongside.workforce import lookups as workforce

NOTHING: Mapping[str, str] = {}


@action("notes.draft", on="sessions.Session", makes=True)
def draft(*, by: Actor, on: Any, id: UUID | None = None, document_id: UUID | None = None, body: Any = None) -> Note:
    """The note of a session that has ended, drafted from its own rows. Unacceptable while it runs, or twice.

    `body` is a draft that was made on a device, with the ids it gave: kept as it is, with a remark where it says
    otherwise than the records. Unacceptable where the visit has another draft: neither takes the other's place before a
    person puts one of them aside.
    """
    there = _there(on.pk, id, is_made=body is not None)
    if there and (body is None or there.pk == id):
        return _the_same(there, body)
    found = facts.gathered(on.pk)
    if found is None:
        raise Unacceptable(Fault("notes.fault.running"))
    if body is not None:
        incoming.insist(body, found, client_id=on.client_id)
    if there:
        _at_work(there)  # what is signed is added to instead
        raise Unacceptable(Fault("notes.fault.other_draft"))
    note = _begun(by, on, found, body or facts.body(found), id=id, document_id=document_id)
    if body is not None:
        incoming.remark(note, body, found)
    return note


@action("notes.save", on="notes.Note")
def save(
    *, by: Actor, on: Note, based_on: int, texts: Mapping[str, str] = NOTHING, added: Mapping[str, str] = NOTHING,
    present: str = "", format: str = "", back: Collection[str] = (), body: Any = None,
) -> engine.Saved:  # fmt: skip
    """Keep what was typed. When somebody else, or another window, saved meanwhile, it is kept beside the newer text.

    `body` is the whole text as it was saved on a device, instead of what was typed into a page.
    """
    paper = _at_work(on)
    now: Mapping[str, Any]
    if body is None:
        now = editing.edited(paper.body, texts=texts, added=added, back=back, present=present, format=format)
        found = editing.faults(now) + [Fault("notes.fault.format", "format")] * (format not in formats())
        if found:
            raise Unacceptable(found)
    else:
        now = _from_device(on, body)
    saved = engine.save(by=by, document_id=on.document_id, body=now, based_on=based_on)
    if saved.aside is None and now["format"] != on.format:
        Note.objects.filter(pk=on.pk).update(format=now["format"])  # its revision is the draft's; lists show it
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


def _there(session: UUID, id: UUID | None, *, is_made: bool) -> Note | None:
    """The note that this one would be, or that stands in its way: one put aside does so to a page alone."""
    rows = list(Note.objects.filter(session=session).order_by("made_at"))
    same = next((row for row in rows if row.pk == id), None)
    return same or next((row for row in rows if row.state != "aside" or not is_made), None)


def _the_same(note: Note, body: Any) -> Note:
    """The same draft handed in again is the same note; another one by a page is a second tap."""
    if body is None:
        raise Unacceptable(Fault("notes.fault.drafted"))
    return note


def _begun(
    by: Actor, session: Any, found: facts.Gathered, body: Mapping[str, Any], *, id: UUID | None,
    document_id: UUID | None,
) -> Note:  # fmt: skip
    """What is billed and when it is due come from the records here, whoever wrote the text."""
    if (id and Note.objects.filter(pk=id).exists()) or (document_id and documents.is_taken(document_id)):
        raise Unacceptable(Fault("notes.fault.id_used"))
    document = engine.begin(
        id=document_id, client_id=session.client_id, author_id=by.staff_id, form="progress_note",
        form_edition=edition(), body=body,
    )  # fmt: skip
    return Note.objects.create(
        id=id or uuid7(), document=document, session_id=session.pk, client_id=session.client_id, author_id=by.staff_id,
        format=body["format"], service_day=found.service_day, minutes=found.head.minutes,
        service_code=found.programme.service_code, units=found.head.units,
        due_at=found.facts.ended_at + timedelta(hours=found.asks.sign_hours),
        cosigner_id=workforce.supervisor_of(by.staff_id),
    )  # fmt: skip


def _from_device(note: Note, body: Any) -> Mapping[str, Any]:
    found = facts.gathered(note.session_id)
    assert found is not None, "a note is of a session that has ended"
    incoming.insist(body, found, client_id=note.client_id)
    incoming.remark(note, body, found)
    kept: Mapping[str, Any] = body
    return kept
