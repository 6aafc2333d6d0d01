"""Sentences before they are said: a code of the catalogue with values, and what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

ROLES = ("objective", "subjective", "behavior", "intervention", "response", "safety", "plan")


@dataclass(frozen=True)
class Quote:
    """Words that somebody recorded, said exactly as they are, between quotation marks."""

    text: str


@dataclass(frozen=True)
class Run:
    """Sentences said one after the other."""

    parts: tuple["Said", ...]


@dataclass(frozen=True)
class Said:
    """A code of the catalogue and its values. A datetime is said as a clock time, a timedelta as a length."""

    code: str
    values: Mapping[str, "Value"] = field(default_factory=dict)


Value = str | int | float | datetime | date | timedelta | Quote | Run | Said | tuple["Value", ...]


@dataclass(frozen=True)
class Evidence:
    """The rows behind a sentence. `holds` is every value that these rows hold, whatever the sentence takes of it."""

    kind: str
    ids: tuple[str, ...]
    label: Said
    times: tuple[datetime, ...] = ()
    holds: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One drafted sentence: its part of the note, what it says, and what it rests on."""

    role: str
    said: Said
    evidence: tuple[Evidence, ...]
