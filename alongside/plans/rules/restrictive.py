"""Restrictive procedures: what may be written of one, what it needs before it is in force, and whether it still is.

A procedure stands only while everybody who has to agree does so: to its very wording, and not past a day. What the law
forbids is refused by name (reference/restrictive.toml).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.foundation.errors import Fault
from alongside.plans.rules.limits import NAME, SHORT, needed, too_long
from alongside.plans.rules.texts import Restriction, digest

WORDS = ("what", "when", "why", "who", "training", "ends_when", "fading")
Known = Mapping[str, Any]


@dataclass(frozen=True)
class Approved:
    """Somebody agreed to a procedure as it was worded (`wording`: its digest), up to and including `expires_on`."""

    id: UUID
    gate: str
    by: str
    capacity: str
    decided_on: date
    expires_on: date
    wording: str
    paper: str = ""
    withdrawn_on: date | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True)
class Gate:
    """Whether one of those who have to agree does. `state`: good, soon (ends within the time to tell), or else shut:

    missing, lapsed, withdrawn, or reworded (agreed to an earlier wording). `approval` is the one it rests on.
    """

    gate: str
    state: str
    approval: Approved | None = None

    @property
    def is_open(self) -> bool:
        return self.state in ("good", "soon")


def gates(this: Restriction, approvals: Iterable[Approved], *, known: Known, today: date) -> tuple[Gate, ...]:
    """Each gate of a procedure, in order. `known` is reference/restrictive.toml."""
    asked = known["kind"].get(this.kind, {"gates": known["gates"]})["gates"]
    given, wording = list(approvals), digest(this)
    return tuple(_gate(gate, [a for a in given if a.gate == gate], wording, known, today) for gate in asked)


def is_suspended(gates: Iterable[Gate]) -> bool:
    """Nobody may use it while one gate is shut."""
    return not all(gate.is_open for gate in gates)


def _gate(gate: str, given: list[Approved], wording: str, known: Known, today: date) -> Gate:
    """The best that was given: of this wording and in date, else the newest, with what is wrong with it."""
    soon = today + timedelta(days=known["told_days_before"])
    states = [(_state(one, wording, today, soon), one) for one in given]
    order = ("good", "soon", "lapsed", "withdrawn", "reworded")
    found = min(states, key=lambda pair: (order.index(pair[0]), -pair[1].decided_on.toordinal()), default=None)
    return Gate(gate, *found) if found else Gate(gate, "missing")


def _state(one: Approved, wording: str, today: date, soon: date) -> str:
    if one.withdrawn_on is not None:
        return "withdrawn"
    if one.wording != wording:
        return "reworded"
    if one.expires_on < today:
        return "lapsed"
    return "soon" if one.expires_on <= soon else "good"


def faults_in(this: Restriction, *, known: Known) -> list[Fault]:
    """What is wrong with a procedure as written; a draft may still lack some of it."""
    if this.kind in known["prohibited"]:
        return [Fault(f"plans.fault.prohibited.{this.kind}", "kind")]
    if this.kind not in known["kind"]:
        return [Fault("plans.fault.choice", "kind")]
    faults = needed("what", this.what, SHORT) + [f for w in WORDS[1:] for f in too_long(w, getattr(this, w), SHORT)]
    faults += [Fault(f"plans.fault.prohibited.{key}", "what") for key in named(this.what, known=known)]
    return faults + list(_limits(this, known)) + list(_tried(this, known))


def named(text: str, *, known: Known) -> tuple[str, ...]:
    """Which prohibited procedures a text names."""
    said = " ".join(text.casefold().split())
    return tuple(
        key
        for key, row in known["prohibited"].items()
        if any(re.search(rf"\b{re.escape(word)}\b", said) for word in row["words"])
    )


def _limits(this: Restriction, known: Known) -> Iterator[Fault]:
    kind = known["kind"][this.kind]
    most = kind.get("minutes")
    if this.minutes is not None and most is None:
        yield Fault("plans.fault.no_minutes", "minutes")
    if this.minutes is not None and most is not None and not 1 <= this.minutes <= most:
        yield Fault("plans.fault.minutes", "minutes", {"most": most})
    if this.times_a_day is not None and not 1 <= this.times_a_day <= 50:
        yield Fault("plans.fault.times_a_day", "times_a_day", {"most": 50})
    if this.review_days is not None and not 1 <= this.review_days <= kind["review_days"]:
        yield Fault("plans.fault.review_days", "review_days", {"most": kind["review_days"]})


def _tried(this: Restriction, known: Known) -> Iterator[Fault]:
    if len(this.tried) > known["most_tried"]:
        yield Fault("plans.fault.tried", "tried", {"most": known["most_tried"]})
    for n, row in enumerate(this.tried):
        yield from needed(f"tried-{n}-what", row.what, SHORT) + too_long(f"tried-{n}-result", row.result, SHORT)
        if row.began_on and row.ended_on and row.ended_on < row.began_on:
            yield Fault("plans.fault.tried_days", f"tried-{n}-ended_on")


def restrictive_faults(
    restrictions: Iterable[Restriction], approvals: Mapping[UUID, Iterable[Approved]], *, known: Known, today: date
) -> list[Fault]:
    """What every procedure of a version lacks before the version may be published, gates and all."""
    return [
        fault
        for this in restrictions
        for fault in (*_incomplete(this, known), *_shut(this, approvals, known=known, today=today))
    ]


def _incomplete(this: Restriction, known: Known) -> Iterator[Fault]:
    about = {"what": short(this)}
    lacks = {word: not getattr(this, word).strip() for word in WORDS}
    lacks["tried"] = not any(row.began_on and row.ended_on and row.result.strip() for row in this.tried)
    lacks["minutes"] = "minutes" in known["kind"].get(this.kind, {}) and this.minutes is None
    lacks["review_days"] = this.review_days is None
    for field, so in lacks.items():
        if so:
            yield Fault(f"plans.missing.restriction.{field}", field, about, this.place)


def _shut(
    this: Restriction, approvals: Mapping[UUID, Iterable[Approved]], *, known: Known, today: date
) -> Iterator[Fault]:
    given = approvals.get(this.restriction_id, ()) if this.restriction_id else ()
    for gate in gates(this, given, known=known, today=today):
        if not gate.is_open:
            yield Fault(f"plans.missing.gate.{gate.gate}", "", {"what": short(this)}, this.place)


def short(this: Restriction) -> str:
    """The procedure in a few words, for a sentence about it."""
    first = this.what.strip().split("\n")[0]
    return first if len(first) <= NAME else f"{first[: NAME - 1].rstrip()}…"


def approval_faults(
    this: Restriction, *, gate: str, by: str, capacity: str, decided_on: date, expires_on: date, paper: str,
    known: Known, today: date,
) -> list[Fault]:  # fmt: skip
    """A decision of somebody who has to agree: on a day that has come, for at most a year, with name and capacity."""
    faults = needed("agreed_by", by, NAME) + needed("capacity", capacity, NAME) + too_long("paper", paper, NAME)
    if gate not in known["kind"].get(this.kind, {"gates": ()})["gates"]:
        faults.append(Fault("plans.fault.choice", "gate"))
    if decided_on > today:
        faults.append(Fault("plans.fault.later", "decided_on"))
    if expires_on < decided_on:
        faults.append(Fault("plans.fault.expires_before", "expires_on"))
    elif (expires_on - decided_on).days > known["most_approval_days"]:
        faults.append(Fault("plans.fault.expires_late", "expires_on"))
    return faults
