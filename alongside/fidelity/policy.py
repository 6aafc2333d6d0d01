"""Who may score how a plan is carried out, and read it."""

from typing import Any

from alongside.foundation.policy import Actor, ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.policy import to_its_session

ruled("fidelity.see", "fidelity.print", "fidelity.print_checklist", relations=to_its_client)
ruled("fidelity.open", "fidelity.check", relations=to_its_session)


def to_its_check(actor: Actor, subject: Any) -> frozenset[str]:
    """`author` for whoever scored it; otherwise what the actor is to the client."""
    own = frozenset({"author"}) if subject.staff_id == actor.staff_id else frozenset()
    return own | to_its_client(actor, subject)


ruled("fidelity.look", "fidelity.correct", relations=to_its_check)
