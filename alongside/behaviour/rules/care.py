"""What may be said of a change in somebody, of tokens, and of what they are exchanged for."""

from collections.abc import Mapping
from typing import Any

from alongside.foundation.errors import Fault


def notice_faults(area: str, words: str, known: Mapping[str, Any]) -> list[Fault]:
    """The area is one of those offered; where it says nothing by itself, words are needed."""
    if area not in known["areas"]:
        return [Fault("behaviour.fault.not_a_choice", "area")]
    return [Fault("behaviour.fault.missing", "words")] if area in known["needs_words"] and not words else []


def token_faults(count: object, *, most: int) -> list[Fault]:
    """A whole number other than none, at most `most` either way."""
    if not isinstance(count, int) or isinstance(count, bool) or count == 0:
        return [Fault("behaviour.fault.not_whole", "count")]
    return [_range("count", -most, most)] if abs(count) > most else []


def cost_faults(cost: object, *, most: int) -> list[Fault]:
    """A whole number of tokens from none to `most`."""
    if not isinstance(cost, int) or isinstance(cost, bool):
        return [Fault("behaviour.fault.not_whole", "cost")]
    return [] if 0 <= cost <= most else [_range("cost", 0, most)]


def _range(field: str, least: int, most: int) -> Fault:
    return Fault("behaviour.fault.out_of_range", field, {"least": least, "most": most})
