"""What the end of a session settles: its timers stop with it, and its rates are divided by its length.

Done in the transaction of the end where the caller does it; and by a reaction to every end, so that it holds in any
case. Twice changes nothing.
"""

from datetime import datetime

from alongside.behaviour import tallies
from alongside.behaviour.models import OpenTimer
from alongside.behaviour.recording import put_in, rows_of, scene
from alongside.behaviour.stream import Seen
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.models import Entry
from alongside.sessions.lookups import spent
from alongside.sessions.models import Session

TIMED = ("duration", "latency")


def settled(session: Session) -> int:
    """Settle a session that has ended; how many tallies that divided. Raises Unacceptable while it runs."""
    over = spent(session.pk)
    if over.ended_at is None or over.seconds is None:
        raise Unacceptable(Fault("behaviour.fault.still_running"))
    for timer in OpenTimer.objects.filter(session=session, target__measure__in=TIMED):
        _stopped(session, timer, over.ended_at)
    OpenTimer.objects.filter(session=session).delete()
    return tallies.settle(session.pk, over.seconds / 3600)


def settle_ended(entry: Entry) -> None:
    """The reaction to sessions.end."""
    assert entry.subject_id is not None
    settled(Session.objects.get(pk=entry.subject_id))


def _stopped(session: Session, timer: OpenTimer, at: datetime) -> None:
    """Whoever started the timer saw it, even where somebody else ends the session."""
    seconds = max(0, round((at - timer.began_at).total_seconds(), 1))
    seen = Seen(timer.pk, timer.target_id, {"seconds": seconds}, timer.began_at)
    here, second = scene(session, {timer.target_id}), timer.staff_id != session.staff_id
    put_in(here, rows_of(here, [seen], observer_id=timer.staff_id, second=second))
