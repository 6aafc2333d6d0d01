"""Small facts about notes for the doors above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.documents import lookups as documents
from alongside.foundation.messages import say
from alongside.notes.models import Note


@dataclass(frozen=True)
class NoteFacts:
    """Where the note of a session stands."""

    id: UUID
    session_id: UUID
    author_id: UUID
    format: str
    service_day: date
    state: str
    state_at: datetime
    made_at: datetime


def notes_of(client_id: UUID, session_ids: Iterable[UUID]) -> list[NoteFacts]:
    """The notes of these sessions, also those put aside. One statement."""
    return [_facts(row) for row in Note.objects.filter(client=client_id, session__in=list(session_ids))]


def newest_notes(client_id: UUID, *, most: int, before: datetime | None = None) -> list[NoteFacts]:
    """The client's notes, newest first. One statement."""
    rows = Note.objects.filter(client=client_id)
    if before is not None:
        rows = rows.filter(made_at__lt=before)
    return [_facts(row) for row in rows.order_by("-made_at")[:most]]


@dataclass(frozen=True)
class Draft:
    """A note that was never signed: its id, and how often its draft was saved."""

    id: UUID
    saved: int


def draft_of(session_id: UUID) -> Draft | None:
    """The draft of a session that somebody works on. Two statements."""
    row = Note.objects.filter(session=session_id, state="draft").first()
    paper = documents.at_work(row.document_id) if row else None
    return Draft(row.pk, paper.saved) if row and paper else None


def open_sessions(client_id: UUID, *, most: int = 200) -> dict[UUID, str]:
    """Sessions whose note is not signed as it should be -> why their points are open. One statement."""
    other = Note.objects.filter(session=OuterRef("session")).exclude(state="aside")
    rows = Note.objects.filter(client=client_id, state__in=["draft", "aside", "returned"])
    rows = rows.exclude(Exists(other), state="aside").order_by("-made_at")[:most]
    return {row.session_id: say(f"notes.open.{row.state}") for row in rows}


def _facts(row: Note) -> NoteFacts:
    return NoteFacts(
        row.pk, row.session_id, row.author_id, row.format, row.service_day, row.state, row.state_at, row.made_at
    )
