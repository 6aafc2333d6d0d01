"""Every write about visits."""

from alongside.schedule.actions.booking import book, call_off, move
from alongside.schedule.actions.taking_over import take_over

__all__ = ["book", "call_off", "move", "take_over"]
