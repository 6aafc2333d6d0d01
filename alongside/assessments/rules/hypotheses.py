"""A hypothesis for each function, with what speaks for it and what against. Nothing here decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from alongside.assessments.rules.evidence import Evidence, Patterns, Record, any_after, calmed, given_any, patterns
from alongside.assessments.rules.gaps import comparable
from alongside.measure.likelihood import Likelihood
from alongside.measure.wilson import share

Side = Literal["for", "against", "open"]
Strength = Literal["supported", "some", "mixed", "none", "against", "unknown"]
ORDER = ("supported", "some", "mixed", "none", "unknown", "against")


@dataclass(frozen=True)
class Point:
    """One piece of evidence: a code of the catalogue with its numbers, and which way it points."""

    code: str
    side: Side
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Hypothesis:
    """`before` and `after` are the numbers behind the first two points, None where nothing is asked."""

    function: str
    strength: Strength
    points: tuple[Point, ...]
    before: Likelihood | None
    after: Likelihood | None

    @property
    def pros(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.side == "for")

    @property
    def cons(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.side == "against")

    @property
    def rest(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.side == "open")


def hypotheses(
    records: Sequence[Record], found: Evidence, known: Mapping[str, Any], *, tools: Sequence[tuple[str, Point]] = ()
) -> tuple[Hypothesis, ...]:
    """One for each function, the best supported first. `tools`: what indirect tools say, by function."""
    able, seen = comparable(found, known), patterns(records)
    made = [
        _hypothesis(name, seen, known["function"][name], able, [point for of, point in tools if of == name])
        for name in known["functions"]
    ]
    return tuple(sorted(made, key=lambda one: (ORDER.index(one.strength), -_weight(one))))


def leading(found: Sequence[Hypothesis]) -> str:
    """The function that a draft begins with: the one that is supported alone, several, or unclear."""
    best = [one.function for one in found if one.strength == "supported"]
    best = best or [one.function for one in found if one.strength == "some"]
    return best[0] if len(best) == 1 else "multiple" if best else "unclear"


def _hypothesis(
    name: str, seen: Patterns, about: Mapping[str, Any], able: bool, tools: Sequence[Point]
) -> Hypothesis:  # fmt: skip
    before = after = None
    points: list[Point] = []
    if about["before"]:
        before = given_any(seen, "antecedent", about["before"])
        points.append(_before(before, "before", able))
    if about["events"]:
        before = given_any(seen, "setting_events", about["events"])
        points.append(_before(before, "events", able))
    if about["after"]:
        after = any_after(seen, about["after"])
        points += [_after(after, able), *_calmed(*calmed(seen, about["after"]))]
    return Hypothesis(name, _strength(points, able), (*points, *tools), before, after)


def _before(found: Likelihood, which: str, able: bool) -> Point:
    """Is the behavior likelier with this than without? By the interval of the difference."""
    values = {"count": found.given.count, "of": found.given.of, "other": found.without.count, "rest": found.without.of}
    if not able or found.given.of == 0 or found.without.of == 0:
        return Point(
            f"assessments.point.{which}_alone",
            "open",
            _alone(found.given.count, found.given.count + found.without.count),
        )
    return Point(f"assessments.point.{which}", _side(found), {**values, **_percents(found)})


def _after(found: Likelihood, able: bool) -> Point:
    """Does this follow the behavior more often than it comes without it?"""
    if not able or found.given.of == 0 or found.without.of == 0:
        return Point("assessments.point.after_alone", "open", _alone(found.given.count, found.given.of))
    values = {"count": found.given.count, "of": found.given.of, "other": found.without.count, "rest": found.without.of}
    return Point("assessments.point.after", _side(found), {**values, **_percents(found)})


def _calmed(times: int, of: int) -> list[Point]:
    """Did it stop once this followed? Told only where somebody noted what came of it five times or more."""
    if of < 5:
        return []
    part = share(times, of)
    assert part.lower is not None and part.upper is not None
    side: Side = "for" if part.lower > 0.5 else "against" if part.upper < 0.5 else "open"
    return [Point("assessments.point.calmed", side, {"count": times, "of": of})]


def _side(found: Likelihood) -> Side:
    if found.lower is None or found.upper is None:
        return "open"
    return "for" if found.lower > 0 else "against" if found.upper < 0 else "open"


def _strength(points: Sequence[Point], able: bool) -> Strength:
    """Supported: what comes before and what follows both point to it. Never from what only one of them says."""
    if not able or not points:
        return "unknown"
    compared = [point.side for point in points if not point.code.endswith(("calmed", "_alone"))]
    if not compared:
        return "unknown"
    pros, cons = compared.count("for"), compared.count("against")
    if pros and cons:
        return "mixed"
    if pros:
        return "supported" if pros == len(compared) and pros > 1 else "some"
    return "against" if cons else "none"


def _weight(one: Hypothesis) -> float:
    deltas = [found.table.delta or 0.0 for found in (one.before, one.after) if found is not None]
    return sum(deltas)


def _alone(count: int, of: int) -> dict[str, int]:
    return {"count": count, "of": of}


def _percents(found: Likelihood) -> dict[str, int]:
    return {"share": _percent(found.given.value), "background": _percent(found.without.value)}


def _percent(value: float | None) -> int:
    return round(100 * (value or 0))
