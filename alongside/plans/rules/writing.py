"""What may be written in a section of a draft. A draft may be incomplete; what stands in it must be sound."""

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from alongside.foundation.errors import Fault
from alongside.plans.rules.interventions import written_faults
from alongside.plans.rules.limits import LINE, NAME, NARRATIVE, SHORT, needed, too_long
from alongside.plans.rules.restrictive import faults_in
from alongside.plans.rules.texts import (
    STAGES,
    About,
    Crisis,
    Goal,
    Interventions,
    Objective,
    Part,
    Restriction,
    Section,
    Stage,
    Strategies,
    Target,
)

MOST_LINES, MOST_OBJECTIVES, MOST_PINNED = 40, 10, 99
CARD = {"look": 6, "do": 4, "dont": 3, "say": 1}
CARD_LINE = 140
NOTHING: Mapping[str, Any] = MappingProxyType({})
KINDS = {"behaviour", "replacement", "skill"}


def faults_of(
    section: Section, *, parts: Iterable[str] = (), settings: Iterable[Mapping[str, Any]] = (),
    measures: Iterable[str] = (), functions: Iterable[str] = (), restrictive: Mapping[str, Any] = NOTHING,
) -> list[Fault]:  # fmt: skip
    """What is wrong with a section as written. The lists are reviewed knowledge (reference/)."""
    match section:
        case About():
            return too_long("summary", section.summary, SHORT)
        case Part():
            return _part(section, parts)
        case Goal():
            return _goal(section)
        case Target():
            return _target(section, measures, functions) + settings_faults(section, settings)
        case Strategies():
            return [f for moment in ("before", "during", "after") for f in _lines(moment, getattr(section, moment))]
        case Crisis():
            return _crisis(section)
        case Interventions():
            return written_faults(section)
        case Stage():
            return _stage(section)
        case Restriction():
            return faults_in(section, known=restrictive)


def _part(part: Part, parts: Iterable[str]) -> list[Fault]:
    if part.key not in set(parts):
        return [Fault("plans.fault.no_such_part", "text")]
    return too_long("text", part.text, NARRATIVE)


def _goal(goal: Goal) -> list[Fault]:
    faults = needed("words", goal.words, SHORT)
    if len(goal.objectives) > MOST_OBJECTIVES:
        faults.append(Fault("plans.fault.objectives", "", {"most": MOST_OBJECTIVES}))
    return faults + [f for n, objective in enumerate(goal.objectives) for f in _objective(objective, n)]


def _objective(objective: Objective, n: int) -> list[Fault]:
    """Fields are named `objective-<n>-<field>`, from 0, as they stand in the form."""
    at = f"objective-{n}-"
    faults = needed(at + "text", objective.text, SHORT) + too_long(at + "unit", objective.unit, NAME)
    faults += [
        Fault("plans.fault.number", at + name)
        for name in ("baseline", "criterion")
        if not sound(getattr(objective, name))
    ]
    if objective.comparator not in ("<=", ">="):
        faults.append(Fault("plans.fault.choice", at + "comparator"))
    if not 1 <= objective.sessions_in_a_row <= 30:
        faults.append(Fault("plans.fault.in_a_row", at + "sessions_in_a_row", {"most": 30}))
    return faults


def sound(number: float | None) -> bool:
    """A finite number of at most a million, or none."""
    return number is None or (math.isfinite(number) and abs(number) <= 1_000_000)


def _target(target: Target, measures: Iterable[str], functions: Iterable[str]) -> list[Fault]:
    faults = needed("name", target.name, NAME) + too_long("screen_name", target.screen_name, NAME)
    for name in ("definition", "examples", "non_examples"):
        faults += too_long(name, getattr(target, name), NARRATIVE)
    choices = {
        "kind": KINDS, "measure": set(measures), "improvement": {"decrease", "increase"}, "function": {"", *functions},
    }  # fmt: skip
    faults += [Fault("plans.fault.choice", name) for name, of in choices.items() if getattr(target, name) not in of]
    if not 0 <= target.pinned <= MOST_PINNED:
        faults.append(Fault("plans.fault.pinned", "pinned", {"most": MOST_PINNED}))
    if not sound(target.baseline):
        faults.append(Fault("plans.fault.number", "baseline"))
    if target.baseline_from and target.baseline_to and target.baseline_to < target.baseline_from:
        faults.append(Fault("plans.fault.baseline_days", "baseline_to"))
    return faults


def settings_faults(target: Target, settings: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """Settings that the measure does not know, and values outside their limits. What is missing is asked later."""
    known = {setting["key"]: setting for setting in settings if target.measure in setting["measures"]}
    faults = [Fault("plans.fault.no_such_setting", key) for key in target.settings if key not in known]
    for key, setting in known.items():
        value, (least, most) = target.settings.get(key), setting["limits"]
        if value not in (None, "", []) and not _fits(value, setting["kind"], least, most):
            faults.append(Fault(f"plans.fault.setting.{setting['kind']}", key, {"least": least, "most": most}))
    return faults


def _fits(value: Any, kind: str, least: int, most: int) -> bool:
    if kind == "whole":
        return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    if kind == "line":
        return isinstance(value, str) and least <= len(value) <= most
    lines = isinstance(value, (list, tuple)) and all(isinstance(v, str) and 0 < len(v) <= LINE for v in value)
    return lines and least <= len(value) <= most and len(set(value)) == len(value)


def _lines(field: str, lines: tuple[str, ...]) -> list[Fault]:
    if len(lines) > MOST_LINES:
        return [Fault("plans.fault.lines", field, {"most": MOST_LINES, "count": len(lines)})]
    return [
        Fault("plans.fault.line_long", field, {"line": n, "most": LINE})
        for n, line in enumerate(lines, 1)
        if len(line) > LINE
    ]


def _crisis(crisis: Crisis) -> list[Fault]:
    faults = _lines("steps", tuple(step.text for step in crisis.steps))
    for n, step in enumerate(crisis.steps):
        faults += needed(f"step-{n}-text", step.text, LINE) + too_long(f"step-{n}-who", step.who, NAME)
    return faults


def _stage(stage: Stage) -> list[Fault]:
    """At most 4 to do, 3 not to do and 1 sentence to say: more cannot be read in the moment."""
    if stage.stage not in STAGES:
        return [Fault("plans.fault.choice", "stage")]
    faults = []
    for kind, most in CARD.items():
        lines = getattr(stage, kind)
        if len(lines) > most:
            faults.append(Fault(f"plans.fault.card.{kind}", kind, {"most": most, "count": len(lines)}))
        faults += [
            Fault("plans.fault.line_long", kind, {"line": n, "most": CARD_LINE})
            for n, line in enumerate(lines, 1)
            if len(line) > CARD_LINE
        ]
    return faults
