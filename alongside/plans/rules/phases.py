"""When a phase may begin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from alongside.foundation.errors import Fault
from alongside.plans.rules.limits import NAME, needed

CONDITIONS = ("baseline", "intervention")


@dataclass(frozen=True)
class Begun:
    """A phase of one target."""

    condition: str
    label: str
    begins_at: datetime


def phase_faults(phase: Begun, *, others: Iterable[Begun], now: datetime) -> list[Fault]:
    """What speaks against a phase among the others of its target: one label at a time, from a moment that has come."""
    faults = needed("label", phase.label, NAME)
    if phase.condition not in CONDITIONS:
        faults.append(Fault("plans.fault.choice", "condition"))
    if phase.begins_at > now:
        faults.append(Fault("plans.fault.later", "begins_at"))
    others = sorted(others, key=lambda other: other.begins_at)
    if any(other.begins_at == phase.begins_at for other in others):
        faults.append(Fault("plans.fault.phase_twice", "begins_at"))
    before = [other for other in others if other.begins_at < phase.begins_at][-1:]
    after = [other for other in others if other.begins_at > phase.begins_at][:1]
    if any(same(other, phase) for other in (*before, *after)):
        faults.append(Fault("plans.fault.phase_same", "label", {"label": phase.label}))
    return faults


def same(one: Begun, other: Begun) -> bool:
    return (one.condition, one.label.casefold()) == (other.condition, other.label.casefold())
