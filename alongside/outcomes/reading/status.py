"""Where an objective stands, and why it does not get on. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

STATUSES = ("stuck", "regressing", "undecidable", "new", "improving", "met")
WAITING = ("stuck", "regressing", "undecidable")


@dataclass(frozen=True)
class Facts:
    """What is kept of an objective; days of visits, of the phase that is compared, and of the last decision."""

    verdict: str
    begun_on: date
    last_on: date | None
    met_on: date | None
    meets: bool
    checks: int
    fidelity: float | None
    decided_on: date | None = None
    look_again_on: date | None = None


@dataclass(frozen=True)
class Stands:
    """`status` of STATUSES; `reasons` why it waits, the first the heaviest; `days` for how long."""

    status: str
    reasons: tuple[str, ...]
    days: int


def stands(facts: Facts, today: date, asked: Mapping[str, Any]) -> Stands:
    """Met before all; what waits is counted from when its phase began, or from its last visit where data stopped."""
    quiet = facts.last_on is None or (today - facts.last_on).days > asked["quiet_days"]
    status = _status(facts, quiet, today, asked)
    since = facts.begun_on if not quiet else max(facts.last_on or facts.begun_on, facts.begun_on)
    return Stands(
        status, _reasons(facts, quiet, today, asked) if status in WAITING else (), max(0, (today - since).days)
    )


def _status(facts: Facts, quiet: bool, today: date, asked: Mapping[str, Any]) -> str:
    if facts.meets:
        return "met"
    if facts.verdict == "worse" or facts.met_on is not None:
        return "regressing"
    if facts.verdict == "change" and not quiet:
        return "improving"
    if facts.begun_on > today - timedelta(days=asked["new_days"]):
        return "new"
    return "stuck" if quiet or facts.verdict in ("no_change", "not_carried_out", "change") else "undecidable"


def _reasons(facts: Facts, quiet: bool, today: date, asked: Mapping[str, Any]) -> tuple[str, ...]:
    found = ["no_data"] if quiet else []
    if facts.fidelity is not None and facts.fidelity < asked["carried_out"]:
        found.append("low_fidelity")
    if _undecided(facts, today, asked):
        found.append("no_decision")
    if not facts.checks:
        found.append("not_watched")
    return tuple(found)


def _undecided(facts: Facts, today: date, asked: Mapping[str, Any]) -> bool:
    """Nobody decided since the phase began, or the day to look again is over."""
    if facts.look_again_on is not None:
        return facts.look_again_on < today
    since = max(facts.begun_on, facts.decided_on or facts.begun_on)
    return (today - since).days > int(asked["decide_days"])


def first_met(
    values: Sequence[tuple[date, float]], *, comparator: str, criterion: float | None, in_a_row: int
) -> tuple[date | None, bool]:
    """The day on which the criterion had first been kept `in_a_row` times, and whether the newest visits keep it."""
    if criterion is None:
        return None, False
    run, first = 0, None
    for day, value in values:
        kept = value <= criterion if comparator == "<=" else value >= criterion
        run = run + 1 if kept else 0
        first = day if first is None and run >= in_a_row else first
    return first, run >= in_a_row
