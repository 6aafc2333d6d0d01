"""When a report may be sent: what covers telling somebody, and that nothing is left empty. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.foundation.errors import Fault

REASON = 10
RIGHTS = ("consent", "portal")


@dataclass(frozen=True)
class Ground:
    """What allows telling somebody. `key` names it in a form; `kind`: right, payment, release or order."""

    key: str
    kind: str
    words: str
    recipient: str = ""
    release: UUID | None = None
    contact: UUID | None = None


def span_faults(first: date, last: date, *, today: date) -> list[Fault]:
    """A span runs forward and ends today at the latest."""
    faults = [Fault("reports.fault.span", "last_day")] if last < first else []
    return faults + ([Fault("reports.fault.future", "last_day")] if last > today else [])


def empty(sections: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """Parts that say nothing, by their title."""
    return [
        Fault("reports.fault.empty", f"text-{n}", {"title": section["title"]})
        for n, section in enumerate(sections)
        if not section["text"].strip()
    ]
