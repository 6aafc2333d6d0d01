"""Every write about what happened in a session."""

from alongside.behaviour.actions.care import exchange, give_token, notice
from alongside.behaviour.actions.plan_lines import deviate, use_strategy
from alongside.behaviour.actions.record import record
from alongside.behaviour.actions.right import correct, retract
from alongside.behaviour.actions.settle import settle
from alongside.behaviour.actions.take_over import take_over
from alongside.behaviour.actions.timers import drop, stop, time
from alongside.behaviour.settling import TIMED
from alongside.behaviour.stream import Seen

__all__ = [
    "TIMED", "Seen", "correct", "deviate", "drop", "exchange", "give_token", "notice", "record", "retract", "settle",
    "stop", "take_over", "time", "use_strategy",
]  # fmt: skip
