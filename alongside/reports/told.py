"""What a report is drafted from, and how its reader is spoken to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.reports.evidence import Found

TABLES = {
    "family": "reports.family.", "school": "reports.school.", "court": "reports.court.", "payer": "reports.payer.",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What a report is drafted from. `services`: programme, its code and its units with visits.

    `others`: how many things are measured that it does not tell of.
    """

    reader: str
    name: str
    first: date
    last: date
    strengths: str
    helps: tuple[str, ...]
    plan: int | None
    kept: int
    off: int
    hours: float
    services: tuple[tuple[str, str, int, int], ...]
    found: tuple[Found, ...]
    zone: str
    others: int = 0


def parts(reader: str) -> Mapping[str, Any]:
    """What this reader gets, of reference/reports.toml."""
    kept: Mapping[str, Any] = reference.load("reports")["reader"][reader]
    return kept


def said(told: Told, code: str, /, **values: Any) -> str:
    """A sentence for this reader."""
    return say(TABLES[told.reader] + code, **values)


def plain(day: date) -> str:
    return times.day(day, form="plain")
