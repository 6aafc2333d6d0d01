"""Somebody works here no more: everything they could do ends in one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Q

from alongside.accounts.sessions import end_sessions
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.workforce import rules
from alongside.workforce.lookups import accounts_of, is_last_admin
from alongside.workforce.models import Cover, Role, Seat, Staff, Supervision


@dataclass(frozen=True)
class Left:
    """How much ended with somebody's work."""

    seats: int
    roles: int
    supervisions: int
    covers: int


@action("workforce.end_staff", on="workforce.Staff", locks=True)
def end_staff(*, by: Actor, on: Staff, ended_on: date | None = None, reason: str = "") -> Left:
    """End somebody's work today or on a past day: staff, seats, roles, supervision both ways and cover.

    Their signed-in browsers end, and their next request is refused anyway: each reads the seat and the staff row anew.
    Raises Unacceptable for the last administrator, and for a day to come.
    """
    ended = ended_on or today(by.zone)
    faults = rules.end_faults(began=on.began_on, ended=ended, today=today(by.zone))
    if on.ended_on:
        faults.append(Fault("workforce.fault.ended", "ended_on"))
    if is_last_admin(on.pk):
        faults.append(Fault("workforce.fault.last_admin", "ended_on"))
    if faults:
        raise Unacceptable(faults)
    revisions.change(on, by=by, reason=reason, ended_on=ended)
    for account_id in accounts_of(on.pk):
        end_sessions(account_id)
    return _everything(by, on, ended, reason)


def _everything(by: Actor, staff: Staff, ended: date, reason: str) -> Left:
    either = Q(supervisor=staff) | Q(supervisee=staff)
    seats = Seat.objects.filter(staff=staff, ended_at=None)
    covers = Cover.objects.filter(Q(absent=staff) | Q(stand_in=staff), ends_on__gte=ended)
    return Left(
        seats=_each(seats, by, reason, lambda row: {"ended_at": datetime.now(UTC)}),
        roles=_each(_open(Role.objects.filter(staff=staff), ended), by, reason, lambda r: _end(r, ended)),
        supervisions=_each(_open(Supervision.objects.filter(either), ended), by, reason, lambda r: _end(r, ended)),
        covers=_each(covers, by, reason, lambda r: {"ends_on": max(r.began_on, ended - timedelta(days=1))}),
    )


def _open(rows: Any, ended: date) -> Any:
    return rows.filter(Q(ended_on=None) | Q(ended_on__gt=ended))


def _end(row: Any, ended: date) -> dict[str, date]:
    return {"ended_on": max(row.began_on, ended)}


def _each(rows: Iterable[Any], by: Actor, reason: str, values: Any) -> int:
    return sum(revisions.change(row, by=by, reason=reason, **values(row)) for row in rows)
