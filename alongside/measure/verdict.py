"""Is it working? One answer for one baseline and one intervention, by a named rule, with reasons as codes.

A verdict speaks of a change in the behavior, never of its cause. How often each rule errs on graphs whose truth is
known stands in reference/verdict_rules.toml.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from alongside.measure.dual_criteria import TIED, Criterion, dual_criteria
from alongside.measure.estimate import Direction, sign_of
from alongside.measure.level_beyond_trend import level_beyond_trend
from alongside.measure.step_or_trend import step_or_trend
from alongside.measure.trend import theil_sen

Verdict = Literal["change", "no change", "undecidable"]
Rule = Literal["step or trend", "CDC printed", "CDC exact", "DC printed", "DC exact", "level beyond trend"]
RULES: tuple[Rule, ...] = ("step or trend", "CDC printed", "CDC exact", "DC printed", "DC exact", "level beyond trend")
DEFAULT: Rule = "step or trend"
FEWEST_A, FEWEST_B, ENOUGH_A = 3, 5, 5
OUT_OF_ORDER = "the sessions of the two phases do not follow each other"


class Reason(NamedTuple):
    """Why: a code, and the numbers that its sentence needs.

    too_few_baseline, too_few_intervention (points, needed): undecidable.
    step_or_trend (chance, trend, step): the chance of a step, of a shared trend, and the difference of the means.
    beyond_both_lines (beyond, points, needed): what the dual criteria counted.
    step_beyond_trend (step, slope, p): what the rule on level found.
    short_baseline (points, recommended), flat_baseline (value), baseline_improving (slope per session): cautions.
    """

    code: str
    values: dict[str, float]


class Working(NamedTuple):
    """The verdict, the rule that gave it, and its reasons."""

    verdict: Verdict
    rule: Rule
    reasons: tuple[Reason, ...]


def working(
    a: Sequence[float],
    b: Sequence[float],
    improvement: Direction,
    *,
    rule: Rule = DEFAULT,
    a_sessions: Sequence[float] | None = None,
    b_sessions: Sequence[float] | None = None,
) -> Working:
    """Whether B differs from A toward improvement. Undecidable under 3 baseline or 5 intervention points.

    Sessions default to 1, 2, 3, ... over both phases. ValueError for an unknown rule or direction.
    """
    sign_of(improvement)
    if rule not in RULES:
        raise ValueError(f"no rule is called {rule!r}")
    few = _too_few(a, b)
    if few:
        return Working("undecidable", rule, few)
    change, reason = _decide(a, b, improvement, rule, a_sessions, b_sessions)
    return Working("change" if change else "no change", rule, (reason, *_cautions(a, improvement, a_sessions)))


def _too_few(a: Sequence[float], b: Sequence[float]) -> tuple[Reason, ...]:
    checks = (("too_few_baseline", len(a), FEWEST_A), ("too_few_intervention", len(b), FEWEST_B))
    return tuple(
        Reason(code, {"points": points, "needed": needed}) for code, points, needed in checks if points < needed
    )


def _decide(
    a: Sequence[float],
    b: Sequence[float],
    improvement: Direction,
    rule: Rule,
    a_sessions: Sequence[float] | None,
    b_sessions: Sequence[float] | None,
) -> tuple[bool, Reason]:
    if rule == "step or trend":
        weighed = step_or_trend(a, b, improvement=improvement, a_sessions=a_sessions, b_sessions=b_sessions)
        if weighed is None:
            raise ValueError(OUT_OF_ORDER)
        values = {"chance": weighed.chance, "trend": weighed.trend, "step": weighed.step}
        return weighed.change, Reason("step_or_trend", values)
    if rule == "level beyond trend":
        found = level_beyond_trend(a, b, improvement=improvement, a_sessions=a_sessions, b_sessions=b_sessions)
        if found is None:
            raise ValueError(OUT_OF_ORDER)
        return found.change, Reason("step_beyond_trend", {"step": found.step, "slope": found.slope, "p": found.p})
    criterion: Criterion = "exact" if rule.endswith("exact") else "printed"
    shift = 0.25 if rule.startswith("CDC") else 0.0
    counted = dual_criteria(
        a, b, improvement=improvement, shift=shift, criterion=criterion,
        a_sessions=a_sessions, b_sessions=b_sessions,
    )  # fmt: skip
    if counted is None or counted.needed is None:
        raise ValueError("the sessions of the baseline are all the same")
    values = {"beyond": counted.beyond, "points": counted.points, "needed": counted.needed}
    return bool(counted.change), Reason("beyond_both_lines", values)


def _cautions(a: Sequence[float], improvement: Direction, sessions: Sequence[float] | None) -> list[Reason]:
    found = []
    if len(a) < ENOUGH_A:
        found.append(Reason("short_baseline", {"points": len(a), "recommended": ENOUGH_A}))
    if len(set(a)) == 1:
        found.append(Reason("flat_baseline", {"value": a[0]}))
    line = theil_sen(sessions or range(1, len(a) + 1), a)
    if line is not None and sign_of(improvement) * line.slope > TIED:
        found.append(Reason("baseline_improving", {"slope": line.slope}))
    return found
