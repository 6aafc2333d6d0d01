"""Who may book, move and call off visits, and what they may choose from."""

from typing import Any

from alongside.foundation.policy import Actor, ruled
from alongside.people.lookups import to_its_client

ruled("schedule.book", "schedule.offer", "schedule.take_over", relations=to_its_client)


def to_its_visit(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever makes the visit; otherwise what the actor is to the client."""
    own = frozenset({"author"}) if subject.staff_id == actor.staff_id else frozenset()
    return own | to_its_client(actor, subject)


ruled("schedule.move", "schedule.call_off", relations=to_its_visit)
