"""What is due: the forms that clients are to be asked, from when they were answered last and what stands in plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max, Q

from alongside.instruments.models import COUNTS, Answering, Asking
from alongside.instruments.rules.due import Asked, due_on
from alongside.people.models import Client, TeamPlace
from alongside.plans.models import PlanVersion


@dataclass(frozen=True)
class Due:
    """One asking with the day on which it is due next; `due_on` None while nothing says when.

    `staff_id`: who does it; None for whoever is with the client. `last`: when it was answered last.
    """

    id: UUID
    client_id: UUID
    form: str
    title: str
    respondent: str
    occasion: str
    every_days: int | None
    staff_id: UUID | None
    due_on: date | None
    last: date | None
    began: bool = False


def dues_of(client_ids: Iterable[UUID]) -> dict[UUID, tuple[Due, ...]]:
    """What these clients are asked, the first due first; what has no day last. Four statements."""
    ids = list(client_ids)
    rows = Asking.objects.filter(client__in=ids, ended_on=None)
    last = _last(ids)
    reviews = dict(_reviews(ids))
    leaving = dict(Client.objects.filter(pk__in=ids).values_list("pk", "discharged_on"))
    open_now = set(Answering.objects.filter(client__in=ids, state="draft").values_list("client", "form", "respondent"))
    found: dict[UUID, list[Due]] = {id: [] for id in ids}
    for row in rows:
        answered = last.get((row.client_id, row.form, row.respondent))
        day = due_on(
            Asked(row.occasion, row.every_days, row.began_on), last=answered, review_on=reviews.get(row.client_id),
            discharge_on=leaving.get(row.client_id),
        )  # fmt: skip
        found[row.client_id].append(
            Due(
                row.pk,
                row.client_id,
                row.form,
                row.title,
                row.respondent,
                row.occasion,
                row.every_days,
                row.staff_id,
                day,
                answered,
                (row.client_id, row.form, row.respondent) in open_now,
            )  # fmt: skip
        )
    return {id: tuple(sorted(all_of, key=lambda d: (d.due_on or date.max, d.title))) for id, all_of in found.items()}


def due_for(staff_id: UUID, day: date) -> tuple[Due, ...]:
    """What somebody is to ask by a day: what names them, and of their clients what names nobody. Six statements."""
    lasting = Q(ended_on=None) | Q(ended_on__gt=day)
    team = set(TeamPlace.objects.filter(lasting, staff=staff_id, began_on__lte=day).values_list("client", flat=True))
    named = Asking.objects.filter(staff=staff_id, ended_on=None).values_list("client", flat=True)
    clients = {*team, *named}
    mine = [
        due for all_of in (dues_of(clients) if clients else {}).values() for due in all_of
        if due.staff_id == staff_id or (due.staff_id is None and due.client_id in team)
    ]  # fmt: skip
    return tuple(due for due in mine if due.due_on is not None and due.due_on <= day)


def _last(ids: list[UUID]) -> dict[tuple[UUID, str, str], date]:
    rows = Answering.objects.filter(client__in=ids, state__in=COUNTS).values_list("client", "form", "respondent")
    return {(client, form, respondent): day for client, form, respondent, day in rows.annotate(day=Max("taken_on"))}


def _reviews(ids: list[UUID]) -> Iterable[tuple[UUID, date]]:
    """When the treatment plan in force is reviewed."""
    rows = PlanVersion.objects.filter(client__in=ids, plan__kind="treatment", published_at__isnull=False)
    pairs = rows.filter(ended_at=None).values_list("client", "review_on")
    return [(client, day) for client, day in pairs if day is not None]
