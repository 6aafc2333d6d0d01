"""Is it working? The verdict of a named rule, how often that rule errs, and what stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.chart.reading.conditions import Condition, compared
from alongside.measure.estimate import Direction, sign_of
from alongside.measure.trend import theil_sen
from alongside.measure.verdict import Rule, Working, working

# Two rules are asked. The first has the fewest false alarms on graphs whose truth is known, but takes a gradual change
# for a trend; the second is the better known one. Only where both say change is it called one.
FIRST: Rule = "level beyond trend"
SECOND: Rule = "CDC printed"
BOTH = "both"  # their record together
STEADY = 0.05  # a baseline whose line moves less than this share of its level over its length is called steady


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


@dataclass(frozen=True)
class Statement:
    """`verdict`: change (both rules), unsure (one), no_change, worse, undecidable, or none (nothing to compare)."""

    verdict: str
    points: tuple[Point, ...]
    records: tuple[Record, ...]
    before: Condition | None = None
    after: Condition | None = None


def state(
    conditions: Sequence[Condition],
    improvement: Direction,
    changes: Sequence[tuple[datetime, str]],
    rules: Mapping[str, Any],
) -> Statement:
    """The statement for one graph. `changes`: what else changed, when. `rules`: reference/verdict_rules.toml."""
    pair = compared(conditions)
    if pair is None:
        return Statement("none", _nothing(conditions), ())
    before, after = pair
    first, second = (_decide(before, after, improvement, rule) for rule in (FIRST, SECOND))
    baseline = _baseline(before, improvement)
    steady = any(p.code == "baseline_steady" for p in baseline)
    why = [*_why(first), *_why(second)]
    kept = [p for p in why if not (steady and p.code == "baseline_improving")]  # a drift too small to name
    points = dict.fromkeys([*kept, *baseline, *_against(conditions, before, after, changes)])
    name = _name(first, second, before, after, improvement)
    return Statement(name, tuple(points), tuple(record(rules, rule) for rule in (BOTH, FIRST, SECOND)), before, after)


def record(rules: Mapping[str, Any], rule: str) -> Record:
    """The rule's record on simulated graphs with known truth."""
    kept = rules["rule"][rule]
    return Record(rule, rules["graphs"], kept["false_alarms"][2], kept["misses"][2])


def _decide(before: Condition, after: Condition, improvement: Direction, rule: Rule) -> Working:
    return working(
        before.values, after.values, improvement, rule=rule, a_sessions=before.numbers, b_sessions=after.numbers
    )


def _name(first: Working, second: Working, before: Condition, after: Condition, improvement: Direction) -> str:
    """The verdict's code. Change the other way by both rules is worse."""
    answers = {first.verdict, second.verdict}
    if answers == {"no change"}:
        other: Direction = "increase" if improvement == "decrease" else "decrease"
        turned = {_decide(before, after, other, rule).verdict for rule in (FIRST, SECOND)}
        return "worse" if turned == {"change"} else "no_change"
    if answers == {"change", "no change"}:
        return "unsure"
    return first.verdict


def _nothing(conditions: Sequence[Condition]) -> tuple[Point, ...]:
    kinds = {c.kind for c in conditions if c.values}
    if not kinds:
        return (Point("nothing_measured", True),)
    return (Point("no_intervention" if "baseline" in kinds else "no_baseline", True),)


def _why(verdict: Working) -> list[Point]:
    """The rule's own reasons; those that make it less sure are cautions."""
    sure = {"beyond_both_lines", "step_beyond_trend"}
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
