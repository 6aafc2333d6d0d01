"""Who may record what was seen, set it right, and read it."""

from typing import Any

from alongside.foundation.policy import Actor, ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.policy import to_its_session


def to_what_was_seen(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever saw it; otherwise what the actor is to the client."""
    return frozenset({"author"}) if subject.observer_id == actor.staff_id else to_its_client(actor, subject)


ruled("behaviour.record", "behaviour.use_strategy", "behaviour.deviate", relations=to_its_session)
ruled("behaviour.time", "behaviour.stop", "behaviour.drop", "behaviour.settle", relations=to_its_session)
ruled("behaviour.watch", relations=to_its_session)
ruled("behaviour.correct", "behaviour.retract", "behaviour.look_at", relations=to_what_was_seen)
