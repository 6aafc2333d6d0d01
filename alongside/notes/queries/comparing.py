"""Two notes side by side: the one at work, and the one that it is most like."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.documents import lookups as documents
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.notes.models import Note
from alongside.notes.readiness import readiness
from alongside.notes.rules.editing import written
from alongside.people.lookups import Banner, banner, relations


@dataclass(frozen=True)
class Side:
    """What the author wrote, and which of its lines stand word for word in the other note."""

    lines: tuple[tuple[str, bool], ...]
    day: date


@dataclass(frozen=True)
class Compared:
    """The note at work beside the likest one. `same_client`: the other note is of this client too."""

    id: UUID
    banner: Banner
    like: UUID
    percent: float
    explained: bool
    same_client: bool
    mine: Side
    other: Side


@query("notes.compare", on="notes.Note")
def compare(*, by: Actor, on: Note) -> Compared | None:
    """What this note is most like, with only the words that the author wrote; None when nothing is over the limit.

    Another author's note is shown only to somebody who may read it today.
    """
    paper = documents.at_work(on.document_id)
    ready = readiness(on, paper.body) if paper else None
    if paper is None or ready is None or ready.alike is None or ready.alike.percent <= 90:
        return None
    other = Note.objects.get(pk=ready.alike.note_id)
    newest = documents.newest(other.document_id, whole=True) if _may_read(by, other) else None
    theirs, mine = written(newest.body) if newest else [], written(paper.body)
    return Compared(
        on.pk, banner(on.client_id), other.pk, ready.alike.percent, ready.alike.explained,
        other.client_id == on.client_id, _side(mine, theirs, on), _side(theirs, mine, other),
    )  # fmt: skip


def _may_read(actor: Actor, note: Note) -> bool:
    return note.author_id == actor.staff_id or bool(relations(actor, note.client_id))


def _side(lines: list[str], others: list[str], note: Note) -> Side:
    same = {line.strip() for line in others}
    return Side(tuple((line, line.strip() in same) for line in lines), note.service_day)
