"""When a session ends: its timers stop with it, and its rates are divided by its length."""

from alongside.behaviour.settling import settled
from alongside.foundation.doing import action
from alongside.foundation.policy import Actor
from alongside.sessions.models import Session


@action("behaviour.settle", on="sessions.Session")
def settle(*, by: Actor, on: Session) -> int:
    """Stop what still runs at the session's end, and divide rates by the hours observed. Twice changes nothing.

    Called with sessions.end, in its transaction, so that the page after it is right at once; what a caller forgets, a
    reaction to sessions.end does. Returns the number of tallies divided.
    """
    return settled(on)
