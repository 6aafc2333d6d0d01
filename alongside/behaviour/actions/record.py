"""Recording what was seen: many observations of one session are one act."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from alongside.behaviour.recording import put_in, rows_of, scene
from alongside.behaviour.stream import Seen
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.sessions.models import Session


@action("behaviour.record", on="sessions.Session")
def record(
    *, by: Actor, on: Session, observations: Sequence[Seen], second: bool = False, recorded_at: datetime | None = None
) -> tuple[UUID, ...]:
    """Record observations; the ids of those that were new. One savepoint, one entry, one tally statement.

    The same id with the same words is there already; with other words it is refused. `second` is for an independent
    second observer: another member of staff, while the session runs: `recorded_at` is when it was recorded, where that
    is not now, so that it may arrive after the session's end. Raises Unacceptable with every fault.
    """
    if not observations:
        raise Unacceptable(Fault("behaviour.fault.nothing"))
    here = scene(on, {one.target_id for one in observations})
    if (by.staff_id == on.staff_id) is second:
        raise Unacceptable(Fault("behaviour.fault.own_second" if second else "behaviour.fault.not_the_recorder"))
    if second and here.ended_at is not None and (recorded_at or datetime.now(UTC)) > here.ended_at:
        raise Unacceptable(Fault("behaviour.fault.second_after_the_end"))
    rows = rows_of(here, observations, observer_id=by.staff_id, second=second)
    return tuple(row.id for row in put_in(here, rows))
