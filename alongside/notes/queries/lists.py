"""What waits: notes to sign, to co-sign, returned. Each with its age against the limit in force."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.timezone import now

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.notes.models import Note
from alongside.notes.standing import asked_to_cosign

PAGE = 50


@dataclass(frozen=True)
class Waiting:
    """One note that waits. `left`: share of its time that is left, 0 when late; `over`: how late, or None."""

    id: UUID
    client_name: str
    pattern: int
    hue: int
    author: str
    service_day: date
    format: str
    state: str
    state_at: datetime
    due_at: datetime | None
    left: float
    over: timedelta | None

    @property
    def mark(self) -> "Waiting":
        """What the kit draws the client's quilt block of."""
        return self

    @property
    def tone(self) -> str:
        """late, soon (under a quarter of its time) or nothing."""
        return "late" if self.over else "soon" if self.left < 0.25 else ""


@dataclass(frozen=True)
class Waitings:
    """A page of them, the soonest due first, and whether there are more."""

    rows: tuple[Waiting, ...]
    more: bool


@query("notes.to_sign", on="workforce.Staff")
def to_sign(*, by: Actor, on: Any) -> Waitings:
    """Drafts of one's own. One statement for the list."""
    return _waiting(Note.objects.filter(author=on.pk, state="draft"))


@query("notes.to_cosign", on="workforce.Staff")
def to_cosign(*, by: Actor, on: Any) -> Waitings:
    """Signed notes that one is asked to co-sign, or of those whom one supervises or covers for today."""
    return _waiting(Note.objects.filter(asked_to_cosign(by)))


@query("notes.returned", on="workforce.Staff")
def returned(*, by: Actor, on: Any) -> Waitings:
    """Notes of one's own that came back."""
    return _waiting(Note.objects.filter(author=on.pk, state="returned"))


def _waiting(rows: QuerySet[Note]) -> Waitings:
    columns = (
        "id", "service_day", "format", "state", "state_at", "due_at", "client__quilt_pattern", "client__quilt_hue",
    )  # fmt: skip
    who = [f"{person}__party__{name}" for person in ("client", "author") for name in NAME]
    found = list(rows.order_by(F("due_at").asc(nulls_last=True), "id").values(*columns, *who)[: PAGE + 1])
    return Waitings(tuple(map(_made, found[:PAGE])), len(found) > PAGE)


NAME = ("preferred_name", "legal_given", "legal_family")


def _made(row: dict[str, Any]) -> Waiting:
    due, began = row["due_at"], row["state_at"]
    over = now() - due if due and now() > due else None
    return Waiting(
        id=row["id"], client_name=_name(row, "client"), pattern=row["client__quilt_pattern"],
        hue=row["client__quilt_hue"], author=_name(row, "author"), service_day=row["service_day"],
        format=row["format"], state=row["state"], state_at=began, due_at=due, left=_left(began, due), over=over,
    )  # fmt: skip


def _name(row: dict[str, Any], person: str) -> str:
    preferred, given, family = (row[f"{person}__party__{name}"] for name in NAME)
    name: str = preferred or given
    return name if " " in name or not family else f"{name} {family}"


def _left(began: datetime, due: datetime | None) -> float:
    if due is None or due <= began:
        return 1.0 if due is None else 0.0
    return min(max((due - now()) / (due - began), 0.0), 1.0)
