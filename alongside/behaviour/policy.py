"""Who may record what was seen, set it right, and read it."""

from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.lookups import hours_of
from alongside.sessions.policy import to_its_session


def to_what_was_seen(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever saw it; otherwise what the actor is to the client."""
    return frozenset({"author"}) if subject.observer_id == actor.staff_id else to_its_client(actor, subject)


ruled("behaviour.record", "behaviour.use_strategy", "behaviour.deviate", relations=to_its_session)
ruled("behaviour.notice", "behaviour.give_token", "behaviour.exchange", relations=to_its_session)
ruled("behaviour.time", "behaviour.stop", "behaviour.drop", "behaviour.settle", relations=to_its_session)
ruled("behaviour.take_over", relations=to_its_client)
ruled("behaviour.watch", "behaviour.agree", relations=to_its_session)
ruled("behaviour.correct", "behaviour.retract", relations=to_what_was_seen)


@rule("behaviour.look_at", relations=to_what_was_seen)
def when_both_have_ended(actor: Actor, subject: Any) -> No | None:
    """Two observers stay blind to each other's record while the session runs."""
    if subject.observer_id == actor.staff_id or hours_of(subject.session_id) is not None:
        return None
    return No("behaviour.no.blind")
