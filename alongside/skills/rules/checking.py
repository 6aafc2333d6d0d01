"""What must be so of a program and its rule before it is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.foundation.errors import Fault
from alongside.skills.rules.mastery import Rule, meets
from alongside.skills.rules.steps import Step

LINE = 200


def rule_faults(rule: Rule, *, measure: str, levels: Sequence[str], known: Mapping[str, Any]) -> list[Fault]:
    """The rule fits the way the target is measured, and can be met. `known`: reference/mastery.toml."""
    how = known["measure"].get(measure)
    if how is None:
        return [Fault("skills.fault.measure", "target")]
    faults = [] if rule.comparator in how["comparators"] else [Fault("skills.fault.comparator", "comparator")]
    if not 0 <= rule.criterion <= how["most"]:
        faults.append(Fault("skills.fault.criterion", "criterion", {"most": how["most"]}))
    if not 1 <= rule.sessions <= rule.of:
        faults.append(Fault("skills.fault.of", "of"))
    if rule.of > known["most_sessions"]:
        faults.append(Fault("skills.fault.sessions", "of", {"most": known["most_sessions"]}))
    faults += _around(rule, known)
    if rule.prompt and not (how.get("helped") and rule.prompt in levels):
        faults.append(Fault("skills.fault.prompt", "prompt"))
    if rule.back_at is not None and meets(rule, rule.back_at):
        faults.append(Fault("skills.fault.back", "back_at"))
    return faults


def _around(rule: Rule, known: Mapping[str, Any]) -> list[Fault]:
    faults = []
    for name in ("staff", "settings"):
        most = known[f"most_{name}"]
        if not 1 <= getattr(rule, name) <= most:
            faults.append(Fault("skills.fault.between", name, {"most": most}))
    if not 1 <= rule.back_sessions <= known["most_sessions"]:
        faults.append(Fault("skills.fault.between", "back_sessions", {"most": known["most_sessions"]}))
    if rule.least < 0:
        faults.append(Fault("skills.fault.between", "least", {"most": known["measure"]["count"]["most"]}))
    return faults


def step_faults(steps: Sequence[Step], *, levels: Sequence[str], most: int) -> list[Fault]:
    """Steps have words, none twice, and levels of help that the target has."""
    faults = []
    if len(steps) > most:
        faults.append(Fault("skills.fault.many_steps", "steps", {"most": most, "count": len(steps)}))
    if any(len(step.text) > LINE for step in steps):
        faults.append(Fault("skills.fault.long_step", "steps", {"most": LINE}))
    if any(not step.text for step in steps):
        faults.append(Fault("skills.fault.empty_step", "steps"))
    if len({(step.text.casefold(), step.prompt) for step in steps}) != len(steps):
        faults.append(Fault("skills.fault.step_twice", "steps"))
    if unknown := [step.prompt for step in steps if step.prompt and step.prompt not in levels]:
        faults.append(Fault("skills.fault.step_prompt", "steps", {"prompt": unknown[0]}))
    return faults


def way_faults(
    *, hierarchy: str, seconds: Sequence[int], chaining: str, measure: str, weeks: Sequence[int],
    kinds: Sequence[str], prompting: Mapping[str, Any], known: Mapping[str, Any],
) -> list[Fault]:  # fmt: skip
    """How help is given, in which order steps are taught, and when it is looked at again."""
    faults = [] if hierarchy in prompting["hierarchy"] else [Fault("skills.fault.choice", "hierarchy")]
    if any(not 0 <= second <= prompting["most_seconds"] for second in seconds) or list(seconds) != sorted(seconds):
        faults.append(Fault("skills.fault.seconds", "seconds", {"most": prompting["most_seconds"]}))
    if chaining and (measure != "task_analysis" or chaining not in prompting["chaining"]["keys"]):
        faults.append(Fault("skills.fault.chaining", "chaining"))
    most = known["probes"]["most_weeks"]
    if list(weeks) != sorted(set(weeks)) or any(not 1 <= week <= most for week in weeks):
        faults.append(Fault("skills.fault.weeks", "weeks", {"most": most}))
    if not set(kinds) <= set(known["probes"]["kinds"]) - {"kept"}:
        faults.append(Fault("skills.fault.choice", "kinds"))
    return faults
