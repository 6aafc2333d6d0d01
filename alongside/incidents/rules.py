"""What may be said of a crisis, and when it may have been."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from alongside.foundation.errors import Fault


def begin_faults(began_at: datetime, *, now: datetime, slack: timedelta, farthest: timedelta) -> list[Fault]:
    """A crisis began at a moment with a zone, not ahead of the clock and not longer ago than `farthest`."""
    if began_at.tzinfo is None:
        return [Fault("incidents.fault.no_zone", "began_at")]
    if began_at > now + slack:
        return [Fault("incidents.fault.later", "began_at")]
    return [Fault("incidents.fault.long_ago", "began_at")] if began_at < now - farthest else []


def line_faults(line: str, words: str, known: Mapping[str, Any]) -> list[Fault]:
    """The line is one of those offered; where it says nothing by itself, words are needed."""
    found = next((one for one in known["line"] if one["key"] == line), None)
    if found is None:
        return [Fault("incidents.fault.no_such_line", "line")]
    return [Fault("incidents.fault.words", "words")] if found.get("needs_words") and not words else []


def moment_faults(at: datetime, *, began_at: datetime, now: datetime, slack: timedelta, field: str) -> list[Fault]:
    """Lines and the end come after the beginning, by a clock that may be a few minutes off."""
    if at.tzinfo is None:
        return [Fault("incidents.fault.no_zone", field)]
    if at > now + slack:
        return [Fault("incidents.fault.later", field)]
    return [Fault("incidents.fault.before_it_began", field)] if at < began_at - slack else []
