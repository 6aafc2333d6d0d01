"""Who may begin a crisis, keep its steps, and read it.

Nobody who works with clients is refused while somebody needs help: beginning tells nothing of a record.
"""

from typing import Any

from alongside.foundation.policy import Actor, ruled
from alongside.people.lookups import relations, to_its_client
from alongside.sessions.policy import own


def to_its_crisis(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever began it, `supervises` for who supervises them; and what the actor is to its client."""
    held = frozenset({"author"}) if subject.staff_id == actor.staff_id else frozenset()
    held |= frozenset({"supervises"}) if subject.staff_id in actor.supervises else frozenset()
    return held | (relations(actor, subject.client_id) if subject.client_id else frozenset())


ruled("incidents.begin", relations=to_its_client)
ruled("incidents.begin_unknown", relations=own)
ruled("incidents.mark", "incidents.close", "incidents.about", "incidents.see", relations=to_its_crisis)
