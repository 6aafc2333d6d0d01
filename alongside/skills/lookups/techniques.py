"""Techniques that a client is taught, what was used, what helped."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.foundation import reference
from alongside.skills import library
from alongside.skills.models import Chosen, TechniqueUse
from alongside.skills.rules.helping import Helped, Use, counted

NEWEST = 500  # uses that are counted


@dataclass(frozen=True)
class ChosenFacts:
    """A technique that a client is taught."""

    id: UUID
    technique: str
    name: str
    words: str
    program_id: UUID | None
    began_at: datetime


@dataclass(frozen=True)
class UsedTechnique:
    """One use. `felt`: what the client said, nothing where nobody asked; `went`: as the member of staff saw it."""

    id: UUID
    session_id: UUID
    technique: str
    name: str
    felt: str
    felt_words: str
    went: str
    words: str
    at: datetime


def chosen_of(client_id: UUID) -> tuple[ChosenFacts, ...]:
    """What a client is taught now, the newest last. One statement."""
    return chosen_of_all([client_id])[client_id]


def chosen_of_all(client_ids: Iterable[UUID]) -> dict[UUID, tuple[ChosenFacts, ...]]:
    """The same of several clients. One statement, however many."""
    found: dict[UUID, tuple[ChosenFacts, ...]] = {id: () for id in client_ids}
    for r in Chosen.objects.filter(client__in=list(found), ended_at=None).order_by("began_at"):
        one = ChosenFacts(r.pk, r.technique, library.name(r.technique), r.words, r.program_id, r.began_at)
        found[r.client_id] += (one,)
    return found


def used_in(session_id: UUID) -> tuple[UsedTechnique, ...]:
    """What was used in a session, in time. One statement."""
    return tuple(_used(row) for row in TechniqueUse.objects.filter(session=session_id).order_by("at", "id"))


def used_by(client_id: UUID, *, most: int = 30) -> tuple[UsedTechnique, ...]:
    """What was used with a client, the newest first. One statement."""
    return tuple(_used(row) for row in TechniqueUse.objects.filter(client=client_id).order_by("-at", "-id")[:most])


def helped_of(client_id: UUID) -> tuple[Helped, ...]:
    """What helped a client, in counts over the newest uses. One statement."""
    known = reference.load("technique_words")
    rows = TechniqueUse.objects.filter(client=client_id).order_by("-at").values_list("technique", "felt", "went", "at")
    uses = [Use(*row) for row in rows[:NEWEST]]
    return counted(uses, good_felt=known["good_felt"], good_went=known["good_went"])


def _used(row: TechniqueUse) -> UsedTechnique:
    return UsedTechnique(
        row.pk,
        row.session_id,
        row.technique,
        library.name(row.technique),
        row.felt,
        row.felt_words,
        row.went,
        row.words,
        row.at,
    )
