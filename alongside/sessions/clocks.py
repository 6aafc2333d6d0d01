"""What is known of wrong clocks: how far off, how often, when it was recorded and when it came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.sessions.models import ClockOff

MOST = 2_000  # records of one client that are looked at


@dataclass(frozen=True)
class OffRecord:
    """One thing that was recorded by a wrong clock: when by that clock, when it was handed in by the clock here."""

    kind: str
    at: datetime
    received_at: datetime
    ahead_ms: int


@dataclass(frozen=True)
class Off:
    """A session with records made by a wrong clock, in the order of that clock."""

    session_id: UUID
    zone: str
    records: tuple[OffRecord, ...]

    @property
    def worst(self) -> OffRecord:
        """The record made when the clock was furthest off."""
        return max(self.records, key=lambda one: abs(one.ahead_ms))


def clock_of(session_id: UUID) -> Off | None:
    """What is known of one session; None where every clock was right. One statement."""
    return next(iter(_grouped(ClockOff.objects.filter(session=session_id))), None)


def clocks_of(client_id: UUID) -> dict[UUID, Off]:
    """By session, for the newest records of a client. One statement."""
    rows = ClockOff.objects.filter(client=client_id).order_by("-at", "-id")[:MOST]
    return {one.session_id: one for one in _grouped(rows)}


def _grouped(rows: QuerySet[ClockOff]) -> Iterable[Off]:
    found: dict[UUID, list[ClockOff]] = {}
    for row in rows.select_related("session"):
        found.setdefault(row.session_id, []).append(row)
    for session, some in found.items():
        in_time = sorted(some, key=lambda row: (row.at, row.pk))
        records = tuple(OffRecord(row.kind, row.at, row.received_at, row.ahead_ms) for row in in_time)
        yield Off(session, in_time[0].session.zone, records)
