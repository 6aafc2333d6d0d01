"""Who may be watched, say that somebody is safe, signal, and look who is out there."""

from typing import Any

from alongside.foundation.policy import Actor, ruled
from alongside.sessions.policy import own, to_its_session


def to_somebody_out(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever is out there; `supervises` for who supervises them."""
    held = frozenset({"author"}) if subject.staff_id == actor.staff_id else frozenset()
    return held | (frozenset({"supervises"}) if subject.staff_id in actor.supervises else frozenset())


ruled("safety.watch", relations=to_its_session)
ruled("safety.check_in", "safety.answer", relations=to_somebody_out)
ruled("safety.duress", relations=own)
ruled("safety.out")
