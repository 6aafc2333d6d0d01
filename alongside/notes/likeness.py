"""Is this note a copy? What its author wrote is compared with the author's and the client's last notes.

Drafted sentences that were left as they are do not count: two similar visits honestly give similar sentences, and each
of them rests on its own visit's rows. What somebody wrote or changed counts, with figures, days, names and pronouns
taken out. Texts under fifteen words are not compared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from rapidfuzz import fuzz

from alongside.notes.models import Fingerprint, Likeness, Note
from alongside.notes.rules.alike import comparable, in_order, normalised
from alongside.notes.rules.editing import written

LIMIT = 90.0
LAST = 50


@dataclass(frozen=True)
class Alike:
    """Another note, how much alike in percent, and whether the author has said why."""

    note_id: UUID
    percent: float
    explained: bool


def fingerprint(body: Mapping[str, Any]) -> str:
    """The words of a body that count, ready to be compared."""
    return normalised(written(body), names=(body["head"].get("client_name", ""), body["head"].get("given", "")))


def likest(text: str, note: Note) -> Alike | None:
    """The most alike of the author's and of the client's last 50 notes, or None. One statement, no lock."""
    if not comparable(text):
        return None
    why = Likeness.objects.filter(note=note.pk, like_id=OuterRef("note_id"))
    rows = Fingerprint.objects.exclude(note=note.pk).annotate(explained=Exists(why)).order_by("-at")
    columns = ("note_id", "text", "explained")
    mine = rows.filter(author=note.author_id).values_list(*columns)[:LAST]
    theirs = rows.filter(client=note.client_id).values_list(*columns)[:LAST]
    return most_alike(text, mine.union(theirs))


def most_alike(text: str, others: Iterable[tuple[UUID, str, bool]]) -> Alike | None:
    """The nearest of `others` (note, fingerprint, explained). Pure; about 20 microseconds a comparison."""
    best: Alike | None = None
    for note_id, other, explained in others:
        if comparable(other):
            percent = likeness(text, other)
            if best is None or percent > best.percent:
                best = Alike(note_id, percent, explained)
    return best


def likeness(one: str, other: str) -> float:
    """Percent of characters in common, in order (normalised indel similarity), the better of given and sorted lines."""
    return max(fuzz.ratio(one, other), fuzz.ratio(in_order(one), in_order(other)))
