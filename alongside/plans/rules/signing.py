"""Who signs a version and until when; what a review may say; when the next one is due."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.foundation.errors import Fault

SIGNED = ("own", "device", "paper")


@dataclass(frozen=True)
class Signed:
    """A row of a version: who, as what, how, and when it is tried again."""

    capacity: str
    how: str
    try_on: date | None = None

    @property
    def counts(self) -> bool:
        return self.how in SIGNED


@dataclass(frozen=True)
class Line:
    """One objective in a review."""

    objective_id: UUID
    verdict: str
    reason: str = ""


def signers(*, age: int | None, decided_for: bool, law: Mapping[str, Any]) -> tuple[str, ...]:
    """The capacities in which somebody has to sign. `decided_for`: an adult for whom a guardian decides by law.

    Without a birth date the client signs, and nobody signs for them but a guardian.
    """
    found = ["client"] if age is None or age >= law["client_from_age"] else []
    if decided_for or (age is not None and age < law["caregiver_until_age"]):
        found.append("caregiver")
    return (*found, "clinician", *(("prescriber",) if law["prescriber"] else ()))


def waits_until(rows: Iterable[Signed], *, begins_on: date, known: Mapping[str, Any]) -> date | None:
    """Until when one capacity's signature is due; None once it is there. After a refusal: the next try."""
    mine = list(rows)
    if any(row.counts for row in mine):
        return None
    tries = [row.try_on for row in mine if row.try_on]
    return max(tries) if tries else begins_on + timedelta(days=known["sign_within_days"])


def signature_faults(
    *, capacity: str, how: str, name: str, reason: str, agreed: bool, signed_on: date, today: date, begins_on: date,
    try_on: date | None, known: Mapping[str, Any],
) -> list[Fault]:  # fmt: skip
    """A known capacity and way, a name; here agreed to, on paper with its day, otherwise a reason."""
    faults = [Fault("plans.fault.choice", "capacity")] if capacity not in known["capacities"] else []
    faults += [] if how in known["hows"] else [Fault("plans.fault.choice", "how")]
    faults += [] if name else [Fault("plans.fault.needed", "name")]
    if how == "device" and not agreed:
        faults.append(Fault("plans.fault.agreed", "agreed"))
    if how in ("refused", "unavailable") and not reason:
        faults.append(Fault("plans.fault.needed", "reason"))
    if signed_on > today:
        faults.append(Fault("plans.fault.later", "signed_on"))
    if signed_on < begins_on:
        faults.append(Fault("plans.fault.before_version", "signed_on", {"day": begins_on}))
    if try_on is not None and try_on <= today:
        faults.append(Fault("plans.fault.try_past", "try_on"))
    return faults


def review_faults(
    *, lines: Iterable[Line], objectives: Collection[UUID], cause: str, took_part: str, decision: str,
    reviewed_on: date, next_on: date | None, today: date, within: int, known: Mapping[str, Any],
) -> list[Fault]:  # fmt: skip
    """Every objective has a verdict, with a reason unless it goes on; who took part; when it is looked over again."""
    said = {line.objective_id: line for line in lines}
    faults = [] if cause in known["causes"] else [Fault("plans.fault.choice", "cause")]
    faults += [] if decision in known["decisions"] else [Fault("plans.fault.choice", "decision")]
    faults += [] if took_part else [Fault("plans.fault.needed", "took_part")]
    if reviewed_on > today:
        faults.append(Fault("plans.fault.later", "reviewed_on"))
    for objective in objectives:
        line = said.get(objective)
        if line is None or line.verdict not in known["verdicts"]:
            faults.append(Fault("plans.fault.choice", f"verdict-{objective}"))
        elif line.verdict != "continue" and not line.reason:
            faults.append(Fault("plans.fault.verdict_reason", f"reason-{objective}"))
    if set(said) - set(objectives):
        faults.append(Fault("plans.fault.choice"))
    return faults + (_next_faults(next_on, reviewed_on, within) if decision == "continue" else [])


def _next_faults(next_on: date | None, reviewed_on: date, within: int) -> list[Fault]:
    latest = reviewed_on + timedelta(days=within)
    if next_on is None:
        return [Fault("plans.missing.review", "next_on")]
    if next_on <= reviewed_on:
        return [Fault("plans.missing.review_past", "next_on")]
    if next_on > latest:
        return [Fault("plans.missing.review_late", "next_on", {"day": next_on, "latest": latest})]
    return []


def review_due(review_on: date | None, next_on: date | None) -> date | None:
    """When a version is looked over next: what the last review said, else what the version says."""
    return next_on or review_on


def review_state(due_on: date | None, decision: str, *, day: date, soon: date) -> str:
    """Whether a version is to be looked over: overdue, soon, decided (by a review, and not done yet), or ""."""
    if decision and decision != "continue":
        return "decided"
    if due_on is None or due_on > soon:
        return ""
    return "overdue" if due_on < day else "soon"
