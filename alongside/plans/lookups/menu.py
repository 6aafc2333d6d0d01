"""What clients work for, and what preference assessments found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.foundation import reference
from alongside.plans.models import Preference, Reinforcer


@dataclass(frozen=True)
class ReinforcerFacts:
    """A line of the menu. `every` counts `counts`: responses, minutes, or nothing ("")."""

    id: UUID
    client_id: UUID
    text: str
    cost: int
    schedule: str
    every: int | None
    counts: str
    began_at: datetime


@dataclass(frozen=True)
class PreferenceFacts:
    """What one assessment found, the most preferred first."""

    id: UUID
    method: str
    done_on: date
    ranked: tuple[str, ...]
    remark: str


def menus_of(client_ids: Iterable[UUID]) -> dict[UUID, tuple[ReinforcerFacts, ...]]:
    """What is on each client's menu now, the cheapest first. One statement."""
    found: dict[UUID, list[ReinforcerFacts]] = {id: [] for id in client_ids}
    rows = Reinforcer.objects.filter(client__in=list(found), ended_at=None).order_by("cost", "began_at")
    for row in rows:
        found[row.client_id].append(_facts(row))
    return {id: tuple(lines) for id, lines in found.items()}


def menu_of(client_id: UUID) -> tuple[ReinforcerFacts, ...]:
    """What is on a client's menu now. One statement."""
    return menus_of([client_id])[client_id]


def preferences_of(client_id: UUID, *, most: int = 12) -> tuple[PreferenceFacts, ...]:
    """What assessments found, the newest first. One statement."""
    rows = Preference.objects.filter(client=client_id).order_by("-done_on", "-received_at")[:most]
    return tuple(_preference(row) for row in rows)


def preferences_on(client_id: UUID, *, day: date, by: UUID) -> tuple[PreferenceFacts, ...]:
    """What a member of staff's assessments of one day found, in the order in which they were kept. One statement."""
    found = preferences_since([client_id], by=by, day=day)[client_id]
    return tuple(one for one in found if one.done_on == day)


def preferences_since(client_ids: Iterable[UUID], *, by: UUID, day: date) -> dict[UUID, list[PreferenceFacts]]:
    """What a member of staff's assessments since a day found, by client, as they were kept. One statement."""
    found: dict[UUID, list[PreferenceFacts]] = {id: [] for id in client_ids}
    rows = Preference.objects.filter(client__in=list(found), done_on__gte=day, staff=by).order_by("received_at", "id")
    for row in rows:
        found[row.client_id].append(_preference(row))
    return found


def _preference(row: Preference) -> PreferenceFacts:
    return PreferenceFacts(row.pk, row.method, row.done_on, tuple(row.ranked), row.remark)


def _facts(row: Reinforcer) -> ReinforcerFacts:
    counts = reference.load("reinforcement")["schedule"][row.schedule]["counts"]
    return ReinforcerFacts(
        row.pk, row.client_id, row.text, row.cost, row.schedule, row.every, counts, row.began_at
    )  # fmt: skip
