"""An objective through the versions of its plan: each version writes it anew, under an id of its own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from alongside.plans.models import Objective


@dataclass(frozen=True)
class Strand:
    """One objective. `number`: as the plan numbers it (1.2); `since`: when it first came into force; `ids`: its own
    and those that it had in other versions, by its target, or by its words where nothing measures it.
    """

    id: UUID
    number: str
    text: str
    goal_id: UUID
    goal: str
    own_words: bool
    target_id: UUID | None
    kind: str
    version_id: UUID
    version: int
    in_force: bool
    since: datetime
    ids: frozenset[UUID]


def strands_of(client_id: UUID) -> tuple[Strand, ...]:
    """Objectives of the plans in force, the behavior plan's first, goal by goal. One statement."""
    return tuple(one for one in _all(client_id) if one.in_force)


def strand(client_id: UUID, objective_id: UUID) -> Strand | None:
    """One objective of a published version, in force or not. One statement."""
    return next((one for one in _all(client_id) if one.id == objective_id), None)


def strands_named(client_id: UUID, ids: Iterable[str]) -> tuple[Strand, ...]:
    """Those of a client's objectives that are named by these ids, as a note keeps them. One statement."""
    named = set(ids)
    return tuple(one for one in _all(client_id) if str(one.id) in named) if named else ()


def _all(client_id: UUID) -> list[Strand]:
    rows = Objective.objects.select_related("goal", "version__plan").filter(
        client=client_id, version__published_at__isnull=False
    )
    found = list(rows.order_by("version__plan__kind", "version__number", "goal__number", "number"))
    kin: dict[tuple[UUID, object], list[Objective]] = defaultdict(list)
    for row in found:
        kin[_same(row)].append(row)
    return [_strand(row, number, kin[_same(row)]) for row, number in _numbered(found)]


def _same(row: Objective) -> tuple[UUID, object]:
    return row.version.plan_id, row.target_id or row.text.casefold()


def _numbered(rows: list[Objective]) -> Iterable[tuple[Objective, str]]:
    for _, version in groupby(rows, key=lambda row: row.version_id):
        for goal, (_, some) in enumerate(groupby(version, key=lambda row: row.goal_id), 1):
            yield from ((row, f"{goal}.{number}") for number, row in enumerate(some, 1))


def _strand(row: Objective, number: str, kin: list[Objective]) -> Strand:
    begun = [one.version.begins_at for one in kin if one.version.begins_at]
    return Strand(
        id=row.pk, number=number, text=row.text, goal_id=row.goal_id, goal=row.goal.words,
        own_words=row.goal.own_words, target_id=row.target_id, kind=row.version.plan.kind, version_id=row.version_id,
        version=row.version.number, in_force=row.version.ended_at is None, since=min(begun),
        ids=frozenset(one.pk for one in kin),
    )  # fmt: skip
