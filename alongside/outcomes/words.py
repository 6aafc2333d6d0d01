"""What is read from a graph, in words of the catalogue."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.outcomes.drawing import plain
from alongside.outcomes.reading.honesty import Signal


def signal(what: Signal, unit: str) -> str:
    """A sign worth a question, with its counts."""
    return say(f"outcomes.sign.{what.code}", unit=unit, **worded(dict(what.values), "UTC"))


def worded(values: Mapping[str, Any], zone: str) -> dict[str, Any]:
    """Numbers at most two places, days as they are read; of moments the day in a zone."""
    return {name: _word(value, zone) for name, value in values.items()}


def _word(value: Any, zone: str) -> Any:
    if isinstance(value, date):  # a datetime is one, too
        return times.day(value, ZoneInfo(zone), form="plain")
    return plain(value) if isinstance(value, float) else value
