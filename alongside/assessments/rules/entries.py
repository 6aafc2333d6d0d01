"""Structured analyses: what may be entered in each kind, and what the entries come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.foundation.errors import Fault
from alongside.measure.alternating import Apart, Elevated, apart, elevated
from alongside.measure.preference import Ranked, approached, engaged, paired, pairs_left, without_replacement

MOST_NAMES, LEAST_NAMES, MOST_ENTRIES, LONG = 16, 2, 500, 80


@dataclass(frozen=True)
class Standing:
    """An entry that stands: its number and what it says."""

    number: int
    details: Mapping[str, Any]


@dataclass(frozen=True)
class Condition:
    """A condition with its sessions; `against` compares its path with the control's, `lines` its criterion lines."""

    name: str
    points: tuple[tuple[int, float], ...]
    mean: float | None
    against: Apart | None
    lines: Elevated | None


@dataclass(frozen=True)
class Segment:
    """Trials of one condition: in how many control and test segments the behavior was seen."""

    name: str
    trials: int
    control: int
    test: int


def arranged_faults(
    *, kind: str, title: str, names: Sequence[str], control: str, known: Mapping[str, Any]
) -> list[Fault]:
    """What is arranged: a kind, a title, two to sixteen different names, the control among them or none."""
    faults = [] if kind in known["analysis"] else [Fault("assessments.fault.choice", "kind")]
    if not title:
        faults.append(Fault("assessments.fault.needed", "title"))
    if not LEAST_NAMES <= len(names) <= MOST_NAMES:
        faults.append(Fault("assessments.fault.names", "names", {"least": LEAST_NAMES, "most": MOST_NAMES}))
    if len({name.casefold() for name in names}) != len(names):
        faults.append(Fault("assessments.fault.twice", "names"))
    if any(len(name) > LONG for name in names):
        faults.append(Fault("assessments.fault.long", "names", {"most": LONG}))
    if control and control not in names:
        faults.append(Fault("assessments.fault.control", "control"))
    return faults


def entry_faults(kind: str, names: Sequence[str], details: Mapping[str, Any]) -> list[Fault]:
    """What is entered fits its kind and names."""
    if kind == "paired":
        one, other, chosen = (details.get(key, "") for key in ("one", "other", "chosen"))
        wrong = one == other or not {one, other} <= {*names}
        return _if(wrong, "pair", "other") + _if(chosen not in ("", one, other), "chosen", "chosen")
    if kind == "mswo":
        order = details.get("order", ())
        return _if(not order or len({*order}) != len(order) or not {*order} <= {*names}, "order", "order")
    if kind == "free":
        seconds, length = details.get("seconds", {}), details.get("length", 0)
        return _if(not {*seconds} <= {*names}, "choice", "length") + _if(
            length <= 0 or any(not 0 <= value <= length for value in seconds.values()), "seconds", "length"
        )
    name = "item" if kind == "single" else "condition"
    return _if(details.get(name) not in names, "choice", name)


def ranking(kind: str, names: Sequence[str], entries: Sequence[Standing]) -> tuple[Ranked, ...]:
    """The items of a preference assessment, the most preferred first."""
    found = [one.details for one in entries]
    if kind == "paired":
        return paired(names, [(d["one"], d["other"], d["chosen"]) for d in found])
    if kind == "mswo":
        return without_replacement(names, [d["order"] for d in found])
    if kind == "single":
        return approached(names, [(d["item"], d["approached"]) for d in found])
    return engaged(names, [(d["seconds"], d["length"]) for d in found])


def left(names: Sequence[str], entries: Sequence[Standing]) -> tuple[tuple[str, str], ...]:
    """Pairs that were not offered yet."""
    return pairs_left(names, [(e.details["one"], e.details["other"], "") for e in entries])


def conditions(names: Sequence[str], control: str, entries: Sequence[Standing]) -> tuple[Condition, ...]:
    """The sessions of each condition in order, compared with the control where there is one."""
    points = {
        name: tuple((e.number, float(e.details["value"])) for e in entries if e.details["condition"] == name)
        for name in names
    }
    base = [value for _, value in points.get(control, ())]
    return tuple(
        Condition(
            name, own, sum(value for _, value in own) / len(own) if own else None,
            apart(own, points[control]) if control and name != control else None,
            elevated(base, [value for _, value in own]) if control and name != control else None,
        )
        for name, own in points.items()
    )  # fmt: skip


def segments(names: Sequence[str], entries: Sequence[Standing]) -> tuple[Segment, ...]:
    """Trials with the behavior by condition."""
    of = {name: [e.details for e in entries if e.details["condition"] == name] for name in names}
    return tuple(
        Segment(name, len(own), sum(d["control"] for d in own), sum(d["test"] for d in own)) for name, own in of.items()
    )


def _if(wrong: bool, code: str, field: str) -> list[Fault]:
    return [Fault(f"assessments.fault.{code}", field)] if wrong else []
