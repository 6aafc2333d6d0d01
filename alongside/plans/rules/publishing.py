"""What a version still lacks before it may be published. Each fault names the place where it is put right."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from alongside.foundation.errors import Fault
from alongside.plans.rules import interventions
from alongside.plans.rules.templates import gap_faults
from alongside.plans.rules.texts import STAGES, Goal, Objective, Target, Whole

DEFINED = ("definition", "examples", "non_examples")
DECIDED = ("attention", "tangible", "escape", "automatic")


def missing(
    whole: Whole, *, knowledge: Mapping[str, Any], settings: Iterable[Mapping[str, Any]], today: date
) -> list[Fault]:
    """Every required part that is not there. `knowledge` is reference/plans.toml, `settings` target_settings.toml."""
    faults = about_faults(whole, today=today, within=knowledge["review_within_days"])
    faults += [
        Fault("plans.missing.part", "", {"part": key}, place=f"part-{key}")
        for key, part in knowledge["part"].items()
        if part["required"] and whole.kind in part["plans"] and not _is_there(whole, key)
    ]
    faults += gap_faults(whole.sections())
    for target in whole.targets:
        faults += target_faults(target, settings)
    if whole.kind == "behaviour":
        return faults + behaviour_faults(whole, today)
    return faults + goals_faults(whole, today) + interventions.missing(whole)


def _is_there(whole: Whole, key: str) -> bool:
    """Measured goals say when goals are met as well as words do."""
    return bool(whole.part(key).text.strip() or (key == "mastery" and whole.goals))


def about_faults(whole: Whole, *, today: date, within: int) -> list[Fault]:
    faults = [] if whole.about.summary.strip() else [Fault("plans.missing.summary", "summary", place="about")]
    review = whole.about.review_on
    if review is None:
        return [*faults, Fault("plans.missing.review", "review_on", place="about")]
    if review <= today:
        faults.append(Fault("plans.missing.review_past", "review_on", {"day": review}, place="about"))
    latest = today + timedelta(days=within)
    if review > latest:
        faults.append(Fault("plans.missing.review_late", "review_on", {"day": review, "latest": latest}, place="about"))
    return faults


def target_faults(target: Target, settings: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """A definition with what counts and what does not; for a behavior its level before and its function."""
    name, place = {"target": target.name}, target.place
    faults = [Fault(f"plans.missing.{f}", f, name, place) for f in DEFINED if not getattr(target, f).strip()]
    if target.kind == "behaviour":
        if target.baseline is None or target.baseline_from is None or target.baseline_to is None:
            faults.append(Fault("plans.missing.baseline", "baseline", name, place))
        if not target.function:
            faults.append(Fault("plans.missing.function", "function", name, place))
    return faults + [
        Fault(f"plans.missing.{s['key']}", s["key"], name, place)
        for s in settings
        if s["required"] and target.measure in s["measures"] and not target.settings.get(s["key"])
    ]


def behaviour_faults(whole: Whole, today: date) -> list[Fault]:
    """Targets of both kinds, strategies at every moment, crisis steps with who, and a card with every stage."""
    kinds = {target.kind for target in whole.targets}
    faults = [Fault(f"plans.missing.{k}", "", {}, "targets") for k in ("behaviour", "replacement") if k not in kinds]
    faults += [
        Fault(f"plans.missing.{moment}", moment, {}, "strategies")
        for moment in ("before", "during", "after")
        if not getattr(whole.strategies, moment)
    ]
    if not whole.crisis.steps:
        faults.append(Fault("plans.missing.crisis", "steps", {}, "crisis"))
    if any(not step.who.strip() for step in whole.crisis.steps):
        faults.append(Fault("plans.missing.crisis_who", "steps", {}, "crisis"))
    if whole.part("restrictive").text.strip():
        faults.append(Fault("plans.missing.restrictive_in_words", "text", {}, "part-restrictive"))
    faults += equivalence_faults(whole)
    faults += [fault for goal in whole.goals for fault in goal_faults(goal, today)]
    return faults + [
        Fault(f"plans.missing.card.{kind}", kind, {"stage": stage}, f"card-{stage}")
        for stage in STAGES
        for kind in ("look", "do")
        if not getattr(whole.stage(stage), kind)
    ]


def equivalence_faults(whole: Whole) -> list[Fault]:
    """A replacement serves what each behavior is for, where that was decided: else it replaces nothing."""
    served = {target.function for target in whole.targets if target.kind == "replacement"}
    return [
        Fault("plans.missing.replacement_function", "function", {"target": target.name}, target.place)
        for target in whole.targets
        if target.kind == "behaviour" and target.function in DECIDED and served and target.function not in served
    ]


def goals_faults(whole: Whole, today: date) -> list[Fault]:
    """A goal at least, and each with objectives that can be measured."""
    if not whole.goals:
        return [Fault("plans.missing.goal", "", {}, "goals")]
    return [fault for goal in whole.goals for fault in goal_faults(goal, today)]


def goal_faults(goal: Goal, today: date) -> list[Fault]:
    if not goal.objectives:
        return [Fault("plans.missing.objective", "", {"goal": goal.words}, goal.place)]
    return [fault for n, objective in enumerate(goal.objectives) for fault in measurable(objective, n, goal, today)]


def measurable(objective: Objective, n: int, goal: Goal, today: date) -> list[Fault]:
    """Why an objective cannot be measured: no baseline, no measure, no criterion, no day, or a day gone by."""
    lacks = {
        "objective_baseline": objective.baseline is None,
        "objective_measure": not (objective.target_id or objective.unit.strip()),
        "objective_criterion": objective.criterion is None,
        "objective_due": objective.due_on is None,
        "objective_past": objective.due_on is not None and objective.due_on <= today,
    }
    field = f"objective-{n}-text"
    return [
        Fault(f"plans.missing.{code}", field, {"objective": objective.text}, goal.place)
        for code, so in lacks.items()
        if so
    ]
