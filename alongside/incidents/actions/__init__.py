"""Every write about a crisis as it happens."""

from alongside.incidents.actions.beginning import about, begin, begin_unknown
from alongside.incidents.actions.going_on import close, mark

__all__ = ["about", "begin", "begin_unknown", "close", "mark"]
