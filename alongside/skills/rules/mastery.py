"""When a step counts as learned: one rule for every measure, read over sessions in order of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Rule:
    """A criterion in the measure's unit, met in `sessions` of `of` sessions running, with so many people and places.

    `least`: opportunities that a session must have had to count. `prompt`: the most help that still counts ("" none).
    Going back: `back_sessions` in a row at `back_at` or worse; never, where that is empty. Field list: domain of
    mastery criteria in Cooper, Heron & Heward; people and places for generality (Stokes & Baer 1977).
    """

    comparator: str
    criterion: float
    sessions: int = 3
    of: int = 3
    staff: int = 1
    settings: int = 1
    least: float = 0
    prompt: str = ""
    back_at: float | None = None
    back_sessions: int = 3


@dataclass(frozen=True)
class Tried:
    """What one session gave: its value (None where undefined), out of how many opportunities, by whom, where."""

    session: Any
    day: date
    staff: Any
    setting: str
    value: float | None
    opportunities: float
    at: Any = None


@dataclass(frozen=True)
class Lack:
    """One thing that is still missing."""

    code: str
    have: float
    need: float


@dataclass(frozen=True)
class Reading:
    """How a step stands. `state`: met, back or not_yet; `good`: the sessions that speak for it, in time."""

    state: str
    good: tuple[Tried, ...] = ()
    bad: tuple[Tried, ...] = ()
    lacks: tuple[Lack, ...] = ()
    last: Tried | None = None
    too_few: int = 0

    @property
    def staff(self) -> int:
        return len({one.staff for one in self.good})

    @property
    def settings(self) -> int:
        return len({one.setting for one in self.good})


def meets(rule: Rule, value: float) -> bool:
    """Whether one session's value is at the criterion or better."""
    return value >= rule.criterion if rule.comparator == ">=" else value <= rule.criterion


def fails(rule: Rule, value: float) -> bool:
    """Whether one session's value is so bad that it speaks for going back."""
    if rule.back_at is None:
        return False
    return value <= rule.back_at if rule.comparator == ">=" else value >= rule.back_at


def counts(rule: Rule, one: Tried) -> bool:
    """Whether a session says anything: it has a value, and enough opportunities."""
    return one.value is not None and one.opportunities >= rule.least


def read(rule: Rule, tried: Sequence[Tried]) -> Reading:
    """How a step stands after these sessions, in order of time.

    Good sessions are those of the newest stretch in which every `of` sessions running hold `sessions` good ones; the
    people and places are counted over that whole stretch. So another good session never takes anything away.
    """
    counted = [one for one in tried if counts(rule, one)]
    too_few = len(tried) - len(counted)
    last = counted[-1] if counted else None
    good, lacks = _stretch(rule, counted), []
    running = sum(_good(rule, one) for one in counted[-rule.of :])
    if not good:
        lacks = [Lack("sessions", running, rule.sessions)]
    else:
        people, places = len({one.staff for one in good}), len({one.setting for one in good})
        lacks += [Lack("staff", people, rule.staff)] if people < rule.staff else []
        lacks += [Lack("settings", places, rule.settings)] if places < rule.settings else []
    if not lacks:
        return Reading("met", good, last=last, too_few=too_few)
    bad = _failing(rule, counted)
    seen = good or tuple(one for one in counted[-rule.of :] if _good(rule, one))
    return Reading("back" if bad else "not_yet", seen, bad, tuple(lacks), last, too_few)


def _good(rule: Rule, one: Tried) -> bool:
    return one.value is not None and meets(rule, one.value)


def _stretch(rule: Rule, counted: Sequence[Tried]) -> tuple[Tried, ...]:
    """The good sessions of the newest stretch that keeps the rule; none where the last sessions do not."""
    first = len(counted)
    for end in range(len(counted), 0, -1):
        window = counted[max(0, end - rule.of) : end]
        if sum(_good(rule, one) for one in window) < rule.sessions:
            break
        first = max(0, end - rule.of)
    return tuple(one for one in counted[first:] if _good(rule, one))


def _failing(rule: Rule, counted: Sequence[Tried]) -> tuple[Tried, ...]:
    """The newest sessions, where all of them fail."""
    newest = tuple(counted[-rule.back_sessions :])
    bad = [one for one in newest if one.value is not None and fails(rule, one.value)]
    return newest if len(bad) == rule.back_sessions else ()
