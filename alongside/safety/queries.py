"""The page of who is out there."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.agencies.lookups import Number, on_call
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.parties.models import ContactPoint
from alongside.safety.lookups import told_of
from alongside.safety.models import Duress, DuressAnswer, Watch
from alongside.safety.standing import Out, going_on
from alongside.workforce.lookups import names
from alongside.workforce.models import Staff

LATELY = timedelta(days=7)


@dataclass(frozen=True)
class OutLine:
    """Somebody out there: where, due when, a number to call, and who was told."""

    out: Out
    name: str
    phone: str
    overdue: bool
    told: tuple[tuple[str, datetime], ...]


@dataclass(frozen=True)
class Signal:
    """A quiet signal, and how it was looked after. `answered` is "" while it waits."""

    id: UUID
    name: str
    phone: str
    at: datetime
    latitude: float | None
    longitude: float | None
    answered: str
    answered_by: str


@dataclass(frozen=True)
class OutThere:
    signals: tuple[Signal, ...]
    lines: tuple[OutLine, ...]
    on_call: tuple[Number, ...]


@query("safety.out", on="agencies.Agency")
def out(*, by: Actor, on: Any) -> OutThere:
    """Signals that wait first; then who is out, overdue first. Who only supervises sees their own staff.

    At most nine statements.
    """
    near = None if "director" in by.roles else [by.staff_id, *by.supervises]
    watches = going_on(None if near is None else Watch.objects.filter(staff__in=near))
    signals = _signals(near)
    told = told_of([one.id for one in watches])
    who = {one.staff_id for one in watches} | {one.staff_id for one, _ in signals}
    who |= {answer.staff_id for _, answer in signals if answer} | {t.staff_id for rows in told.values() for t in rows}
    called, phones, now = names(who), _phones(who), datetime.now(UTC)
    return OutThere(
        tuple(
            Signal(
                one.pk, called[one.staff_id], phones.get(one.staff_id, ""), one.at, one.latitude, one.longitude,
                answer.words if answer else "", called[answer.staff_id] if answer else "",
            )
            for one, answer in signals
        ),
        tuple(
            OutLine(
                one, called[one.staff_id], phones.get(one.staff_id, ""), one.is_overdue(now),
                tuple((called[t.staff_id], t.at) for t in told[one.id] if t.due_at == one.due_at),
            )
            for one in watches
        ),
        on_call(today(by.zone)),
    )  # fmt: skip


def _signals(near: list[UUID] | None) -> list[tuple[Duress, DuressAnswer | None]]:
    """Those that wait, and those of the last days; the newest first among each."""
    rows = Duress.objects.filter(received_at__gte=datetime.now(UTC) - LATELY)
    if near is not None:
        rows = rows.filter(staff__in=near)
    found = list(rows.order_by("-at")[:50])
    answers = {answer.duress_id: answer for answer in DuressAnswer.objects.filter(duress__in=found)}
    pairs = [(one, answers.get(one.pk)) for one in found]
    return sorted(pairs, key=lambda pair: pair[1] is not None)


def _phones(staff: set[UUID]) -> dict[UUID, str]:
    """One number of each. Two statements."""
    parties = dict(Staff.objects.filter(pk__in=staff).values_list("party_id", "pk"))
    rows = ContactPoint.objects.filter(party__in=parties, kind="phone", safe=True, ended_on=None).order_by("pk")
    return {parties[row.party_id]: row.value for row in rows}
