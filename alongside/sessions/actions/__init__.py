"""Every write about time spent together."""

from alongside.sessions.actions.clocks import Recorded, note_clock
from alongside.sessions.actions.running import end, note_presence, start
from alongside.sessions.actions.taking_over import take_over
from alongside.sessions.actions.verifying import verify

__all__ = ["Recorded", "end", "note_clock", "note_presence", "start", "take_over", "verify"]
