"""The frame around every page: where one can go, and how much waits there."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from alongside.foundation.policy import Actor


@dataclass(frozen=True)
class Entry:
    """One entry of the menu. `verb`: shown only to somebody whose roles include it."""

    key: str
    label: str
    icon: str
    url: str
    verb: str
    count: int = 0


ENTRIES: tuple[Entry, ...] = ()


def counts(actor: Actor) -> dict[str, int]:
    """How much waits, by menu key. Runs inside the wall, one statement."""
    return {}


def around(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: actor, zone, menu."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {"actor": None, "nav": (), "zone": "UTC"}
    return {"actor": actor, "nav": [e for e in ENTRIES if actor.may(e.verb)], "zone": actor.zone}
