"""Until when somebody may be watched, who is overdue, and where a signal may come from."""

from datetime import datetime, timedelta

from alongside.foundation.errors import Fault


def due_faults(due_at: datetime, *, after: datetime, longest: timedelta) -> list[Fault]:
    """Due at a moment with a zone, later than `after`, and at most `longest` later."""
    if due_at.tzinfo is None:
        return [Fault("safety.fault.no_zone", "due_at")]
    if due_at <= after:
        return [Fault("safety.fault.not_later", "due_at")]
    return [Fault("safety.fault.too_long", "due_at")] if due_at > after + longest else []


def at_faults(at: datetime, *, now: datetime, slack: timedelta) -> list[Fault]:
    """A word comes at a moment with a zone that the clock has reached."""
    if at.tzinfo is None:
        return [Fault("safety.fault.no_zone", "at")]
    return [Fault("safety.fault.later", "at")] if at > now + slack else []


def place_faults(latitude: float | None, longitude: float | None) -> list[Fault]:
    """Both degrees or neither: latitude from -90 to 90, longitude from -180 to 180."""
    if latitude is None and longitude is None:
        return []
    for name, value, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if value is None or isinstance(value, bool) or not -most <= value <= most:
            return [Fault("safety.fault.place", name)]
    return []


def steps(due_at: datetime, *, now: datetime, first: timedelta, second: timedelta) -> list[int]:
    """The steps of looking for somebody whose time has come: 1, then 2."""
    return [n for n, wait in ((1, first), (2, second)) if now >= due_at + wait]
