"""Setting an observation right: a row that follows it, never a change."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.behaviour import stream
from alongside.behaviour.models import Observation
from alongside.behaviour.recording import Scene, follow, retraction, row_of, scene
from alongside.behaviour.stream import Row, Seen
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled


@action("behaviour.correct", on="behaviour.Observation", fetch=("session",))
def correct(
    *, by: Actor, on: Observation, id: UUID, details: dict[str, Any], happened_at: datetime | None = None,
    reason: str = "",
) -> UUID:  # fmt: skip
    """Say what was really seen. `id` is the new row's, made by the caller. After the session a reason is needed."""
    here, old, why = _before(on, reason)
    seen = Seen(id, old.target_id, details, happened_at or old.happened_at, old.measure)
    row, faults = row_of(here, seen, observer_id=by.staff_id, second=old.second)
    if faults:
        raise Unacceptable(faults)
    follow(here, replace(row, follows_id=old.id, reason=why), old)
    return id


@action("behaviour.retract", on="behaviour.Observation", fetch=("session",))
def retract(*, by: Actor, on: Observation, id: UUID, reason: str = "") -> UUID:
    """Take an observation back. `id` is the new row's. After the session a reason is needed."""
    here, old, why = _before(on, reason)
    follow(here, retraction(old, id=id, reason=why), old)
    return id


def _before(on: Observation, reason: str) -> tuple[Scene, Row, str]:
    here = scene(on.session, {on.target_id})
    why = settled(reason, lines=True)
    fewest = reference.load("visits")["fewest_reason_letters"]
    if here.ended_at is not None and len(why) < fewest:
        raise Unacceptable(Fault("behaviour.fault.why", "reason"))
    if fault := fault_in(why, most=500, lines=True, field="reason"):
        raise Unacceptable(fault)
    return here, stream.by_ids([on.pk])[on.pk], why
