"""What arrived after a note was signed: counted from the rows themselves, until its author has decided on it."""

from datetime import datetime
from uuid import UUID

from alongside.documents import lookups as documents
from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.notes.late_rows import Late, late_rows, received_after, session_of
from alongside.notes.models import LeftAsItIs, Note

SIGNED = ("signed", "co-signed")


def arrived(note: Note, signed_at: datetime | None) -> int:
    """Records received after the newest version, and after the last decision on them. One statement where none did."""
    if signed_at is None or note.state not in SIGNED:
        return 0
    late = received_after(note.session_id, signed_at)
    left = _left(note, signed_at) if late else None
    return received_after(note.session_id, left.at) if left else late


def which_arrived(note: Note, version_at: datetime, *, signed_at: datetime) -> tuple[Late, ...]:
    """The records that `arrived` counts. `signed_at`: by the clock of the device that it was signed on."""
    left = _left(note, version_at)
    return late_rows(note.session_id, left.at if left else version_at, signed_at=signed_at)


def _left(note: Note, since: datetime) -> LeftAsItIs | None:
    return LeftAsItIs.objects.filter(note=note, at__gt=since).order_by("-at").first()


def tell_late(entry: Entry) -> None:
    """Whoever wrote a note is told that records of its visit arrived after it was signed: one letter until it is read.

    Follows whatever is recorded in a visit, corrected or taken back; a note at work needs no letter: its page shows
    what is recorded.
    """
    note = Note.objects.filter(session=_session(entry), state__in=SIGNED).first()
    if note is None:
        return
    newest = documents.newest(note.document_id)
    if newest is None or not arrived(note, newest.at):
        return
    path = f"/notes/{note.pk}/"
    if not outbox.waits(to=note.author_id, code="notes.letter.arrived", path=path):
        outbox.post(to=note.author_id, code="notes.letter.arrived", path=path, cause=entry.pk)


def tell_decided(entry: Entry) -> None:
    """Its author has added to the note, or left it as it is."""
    outbox.withdraw(code="notes.letter.arrived", path=f"/notes/{entry.subject_id}/")


def _session(entry: Entry) -> UUID | None:
    assert entry.subject_id is not None
    return entry.subject_id if entry.subject == "sessions.Session" else session_of(entry.subject_id)
