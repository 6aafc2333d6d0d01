"""How far two observers of a session agree."""

from datetime import date
from uuid import UUID

from alongside.behaviour import stream
from alongside.behaviour.agreement import Agreement, between
from alongside.behaviour.models import Tally
from alongside.plans.models import Target
from alongside.sessions.lookups import of_ids, spent


def agreements(session_id: UUID) -> tuple[Agreement, ...]:
    """Each target that a second observer recorded, from both streams; none while the session runs. Three statements."""
    session = spent(session_id)
    if session.ended_at is None:
        return ()
    return between(session, list(Target.objects.filter(client=session.client_id)), stream.standing(session_id))


def agreements_of(client_id: UUID, target_id: UUID, *, newest: int) -> tuple[tuple[date, Agreement], ...]:
    """The newest ended sessions in which two observers recorded a target, with their agreement. Four statements."""
    both = Tally.objects.filter(client=client_id, target=target_id, second=True, n__gt=0).order_by("-began_at")
    ids = list(both.values_list("session_id", flat=True)[:newest])
    if not ids:
        return ()
    ended, rows = {one.id: one for one in of_ids(ids) if one.ended_at}, stream.standing_in(ids)
    targets = list(Target.objects.filter(pk=target_id))
    found = [
        (one.service_day, agreed)
        for one in sorted(ended.values(), key=lambda one: one.began_at)
        for agreed in between(one, targets, [row for row in rows if row.session_id == one.id])
    ]
    return tuple(found)
