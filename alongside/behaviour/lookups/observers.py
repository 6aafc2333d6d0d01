"""How far two observers of a session agree."""

from uuid import UUID

from alongside.behaviour import stream
from alongside.behaviour.agreement import Agreement, between
from alongside.plans.models import Target
from alongside.sessions.lookups import spent


def agreements(session_id: UUID) -> tuple[Agreement, ...]:
    """Each target that a second observer recorded, from both streams; none while the session runs. Three statements."""
    session = spent(session_id)
    if session.ended_at is None:
        return ()
    return between(session, list(Target.objects.filter(client=session.client_id)), stream.standing(session_id))
