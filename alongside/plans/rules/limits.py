"""How long what is written in a plan may be."""

from alongside.foundation.errors import Fault

NARRATIVE, SHORT, LINE, NAME = 20_000, 1_000, 300, 80


def too_long(field: str, text: str, most: int) -> list[Fault]:
    """The fault of a text that is longer than `most` characters."""
    return [Fault("plans.fault.long", field, {"most": most, "count": len(text)})] if len(text) > most else []


def needed(field: str, text: str, most: int) -> list[Fault]:
    """The fault of a text that is empty, or too long."""
    return too_long(field, text, most) if text.strip() else [Fault("plans.fault.needed", field)]
