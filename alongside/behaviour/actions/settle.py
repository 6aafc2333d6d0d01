"""When a session ends: its timers stop with it, and its rates are divided by its length."""

from datetime import datetime

from alongside.behaviour import tallies
from alongside.behaviour.actions.timers import TIMED
from alongside.behaviour.models import OpenTimer
from alongside.behaviour.recording import put_in, rows_of, scene
from alongside.behaviour.stream import Seen
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.sessions.lookups import spent
from alongside.sessions.models import Session


@action("behaviour.settle", on="sessions.Session")
def settle(*, by: Actor, on: Session) -> int:
    """Stop what still runs at the session's end, and divide rates by the hours observed. Twice changes nothing.

    Called with sessions.end, in its transaction. Returns the number of tallies divided.
    """
    over = spent(on.pk)
    if over.ended_at is None or over.seconds is None:
        raise Unacceptable(Fault("behaviour.fault.still_running"))
    for timer in OpenTimer.objects.filter(session=on, target__measure__in=TIMED):
        _stopped(on, timer, over.ended_at)
    OpenTimer.objects.filter(session=on).delete()
    return tallies.settle(on.pk, over.seconds / 3600)


def _stopped(session: Session, timer: OpenTimer, at: datetime) -> None:
    """Whoever started the timer saw it, even where somebody else ends the session."""
    seconds = max(0, round((at - timer.began_at).total_seconds(), 1))
    seen = Seen(timer.pk, timer.target_id, {"seconds": seconds}, timer.began_at)
    here, second = scene(session, {timer.target_id}), timer.staff_id != session.staff_id
    put_in(here, rows_of(here, [seen], observer_id=timer.staff_id, second=second))
