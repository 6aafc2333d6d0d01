"""A day in words, as a list of documents says it."""

from typing import Any

from alongside.foundation.webkit import times


def day_of(at: Any, zone: str | None = None) -> str:
    """The day, not ambiguous anywhere; of a moment with its zone."""
    return times.day(at, zone, form="plain") if zone else times.day(at, form="plain")
