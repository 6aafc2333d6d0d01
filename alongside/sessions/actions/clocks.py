"""Keeping that a device's clock was wrong when something of a session was recorded there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.foundation.doing import action
from alongside.foundation.policy import Actor
from alongside.sessions.models import ClockOff, Session


@dataclass(frozen=True)
class Recorded:
    """Something that was recorded by a wrong clock. `at` by that clock, which was about `ahead_ms` ahead."""

    record: UUID
    kind: str
    at: datetime
    ahead_ms: int
    received_at: datetime


@action("sessions.note_clock", on="sessions.Session")
def note_clock(*, by: Actor, on: Session, records: Sequence[Recorded]) -> None:
    """Keep it beside what was recorded, which stays as it is. The same record once. One statement."""
    rows = [
        ClockOff(
            session=on, client_id=on.client_id, staff_id=by.staff_id, record=one.record, kind=one.kind, at=one.at,
            ahead_ms=one.ahead_ms, received_at=one.received_at,
        )
        for one in records
    ]  # fmt: skip
    ClockOff.objects.bulk_create(rows, ignore_conflicts=True)
