"""Is it working? The verdict of a named rule, how often that rule errs, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.foundation import reference
from alongside.measure.estimate import Direction, sign_of
from alongside.measure.trend import theil_sen
from alongside.measure.verdict import DEFAULT, Rule, Working, working
from alongside.outcomes.reading.conditions import Condition, compared

BESIDE: Rule = "CDC printed"  # the better known rule: what it counts is told, the verdict is not its
FLAT = {"no_change", "unsure"}
NOBODY_WATCHED: Mapping[UUID, float] = MappingProxyType({})
EVEN = 0.5  # from here to the rule's bound a step is likelier than none, but not by enough
STEADY = 0.05  # a baseline whose line moves less than this share of its level over its length is called steady


SHARES = ("false_alarms", "misses", "agreement", "experts")


@dataclass(frozen=True)
class Point:
    """One thing that the graph says: a code with its values. `caution`: it stands against the verdict."""

    code: str
    caution: bool
    values: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Record:
    """How often a rule errs on graphs whose truth is known, from reference/verdict_rules.toml. Shares, 0 to 1."""

    rule: str
    graphs: int
    false_alarms: float
    misses: float
    agreement: float
    experts: float


@dataclass(frozen=True)
class Statement:
    """`verdict`: change, unsure, no_change, not_carried_out, worse, undecidable, or none.

    Unsure: a step is likelier than none but not by enough, or a trend would explain it as well. None: there is
    nothing to compare. `chance`: of a step, 0 to 1, where the rule decided.
    """

    verdict: str
    points: tuple[Point, ...]
    records: tuple[Record, ...]
    before: Condition | None = None
    after: Condition | None = None
    chance: float | None = None


def state(
    conditions: Sequence[Condition],
    improvement: Direction,
    changes: Sequence[tuple[datetime, str]],
    rules: Mapping[str, Any],
    carried_out: Mapping[UUID, float] = NOBODY_WATCHED,
) -> Statement:
    """The statement for one graph. `changes`: what else changed, when. `rules`: reference/verdict_rules.toml.

    `carried_out`: session -> share of the plan's steps that were carried out, where somebody watched.
    """
    pair = compared(conditions)
    if pair is None:
        return Statement("none", _nothing(conditions), ())
    before, after = pair
    first, second = (_decide(before, after, improvement, rule) for rule in (DEFAULT, BESIDE))
    baseline = _baseline(before, improvement)
    steady = any(p.code == "baseline_steady" for p in baseline)
    why = [*_why(first), *_why(second)]
    kept = [p for p in why if not (steady and p.code == "baseline_improving")]  # a drift too small to name
    points = dict.fromkeys([*kept, *baseline, *_against(conditions, before, after, changes)])
    name, records = _name(first, second, before, after, improvement), tuple(record(rules, r) for r in (DEFAULT, BESIDE))
    name, watched = _carried_out(name, after, carried_out)
    return Statement(name, (*watched, *points), records, before, after, chance_of(first))


def record(rules: Mapping[str, Any], rule: str) -> Record:
    """The rule's record on simulated graphs with known truth."""
    kept = rules["rule"][rule]
    return Record(rule, rules["graphs"], *(kept[of][2] for of in SHARES))


def _decide(before: Condition, after: Condition, improvement: Direction, rule: Rule) -> Working:
    return working(
        before.values, after.values, improvement, rule=rule, a_sessions=before.numbers, b_sessions=after.numbers
    )


def chance_of(verdict: Working) -> float | None:
    """The chance of a step where the rule decided."""
    return next((r.values["chance"] for r in verdict.reasons if r.code == "step_or_trend"), None)


def _name(first: Working, second: Working, before: Condition, after: Condition, improvement: Direction) -> str:
    """The verdict's code. Change the other way is worse."""
    if first.verdict != "no change":
        return first.verdict
    if (chance_of(first) or 0) > EVEN or second.verdict == "change":
        return "unsure"
    other: Direction = "increase" if improvement == "decrease" else "decrease"
    return "worse" if _decide(before, after, other, DEFAULT).verdict == "change" else "no_change"


def _carried_out(name: str, after: Condition, shares: Mapping[UUID, float]) -> tuple[str, tuple[Point, ...]]:
    """A flat line says nothing about a plan that was not carried out; where nobody watched, that is said too."""
    seen = [shares[visit.session_id] for visit in after.visits if visit.session_id in shares]
    if not seen:
        return name, (Point("nobody_watched", True),)
    low = fmean(seen) < reference.load("outcomes")["carried_out"]
    values = _values({"share": round(fmean(seen) * 100), "count": len(seen)})
    point = Point("carried_out_low" if low else "carried_out", low, values)
    return ("not_carried_out" if low and name in FLAT else name), (point,)


def _nothing(conditions: Sequence[Condition]) -> tuple[Point, ...]:
    kinds = {c.kind for c in conditions if c.values}
    if not kinds:
        return (Point("nothing_measured", True),)
    return (Point("no_intervention" if "baseline" in kinds else "no_baseline", True),)


def _why(verdict: Working) -> list[Point]:
    """The rule's own reasons; those that make it less sure are cautions."""
    sure = {"beyond_both_lines", "step_or_trend"}
    return [
        Point(r.code, not (r.code in sure and verdict.verdict == "change"), _values(r.values)) for r in verdict.reasons
    ]


def _baseline(before: Condition, improvement: Direction) -> list[Point]:
    """Whether the baseline was steady; one that was already improving is said by the rule itself."""
    line, level = theil_sen(before.numbers, before.values), before.level
    if line is None or not level or len(before.values) < 3:
        return []
    drift = line.slope * (before.numbers[-1] - before.numbers[0]) / level
    if abs(drift) <= STEADY:
        return [Point("baseline_steady", False, _values({"count": len(before.values)}))]
    return [] if sign_of(improvement) * drift > 0 else [Point("baseline_worsening", False)]


def _against(
    conditions: Sequence[Condition], before: Condition, after: Condition, changes: Sequence[tuple[datetime, str]]
) -> list[Point]:
    """What else could explain it: other changes in between, several interventions, one sequence only."""
    since, until = before.visits[0].at, after.visits[-1].at
    found = [
        Point("something_else", True, _values({"what": what, "day": at})) for at, what in changes if since < at <= until
    ]
    tried = [c for c in conditions if c.kind == "intervention" and c.values and c.visits[0].at > since]
    if len(tried) > 1:
        found.append(Point("several_interventions", True, _values({"count": len(tried)})))
    if sum(c.kind == "baseline" and bool(c.values) for c in conditions) < 2:
        found.append(Point("one_sequence", True))
    return found


def _values(values: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(values.items())
