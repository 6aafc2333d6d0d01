"""Where the thread from an objective to visits and notes breaks. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Worked:
    """A visit in which an objective was worked on. `signed`: its note is; `owed`: a note is to be written of it."""

    day: date
    signed: bool
    speaks: bool
    owed: bool = True


@dataclass(frozen=True)
class Facts:
    """What is known of one objective: since when it is in a plan, its visits, and those without it since the last.

    `passed`: visits with the client after `last_on`, or since `since` where it was never worked on.
    """

    since: date
    last_on: date | None
    passed: int
    measured: bool
    worked: Sequence[Worked]


@dataclass(frozen=True)
class Gap:
    """One break: never, quiet, unmeasured, unwritten, silent; how many visits, since when."""

    code: str
    count: int = 0
    day: date | None = None


def gaps(facts: Facts, today: date, asked: Mapping[str, Any]) -> tuple[Gap, ...]:
    """Breaks of one thread, the heaviest first. What is new, and a time without visits, break nothing."""
    found = []
    last = facts.last_on or facts.since
    if facts.passed and (today - last).days > asked["quiet_days"]:
        found.append(Gap("quiet" if facts.last_on else "never", facts.passed, last))
    if not facts.measured:
        found.append(Gap("unmeasured"))
    unwritten = sum(one.owed and not one.signed and one.day < today for one in facts.worked)
    silent = sum(one.signed and not one.speaks for one in facts.worked)
    found += [Gap(code, count) for code, count in (("unwritten", unwritten), ("silent", silent)) if count]
    return tuple(found)
