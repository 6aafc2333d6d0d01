"""One sentence for one target, by its measure: counts with their span, lengths, intervals, trials with prompts."""

from collections.abc import Callable
from datetime import timedelta

from alongside.notes.rules.facts import SessionFacts, Target
from alongside.notes.rules.observed import (
    CORRECT,
    INCORRECT,
    PROMPTED,
    SILENT,
    numbers,
    of_target,
    outcomes,
    prompts,
    rate,
    seconds,
    total,
)  # fmt: skip
from alongside.notes.rules.said import Said, Sentence, Value

Values = dict[str, Value]


def measured(facts: SessionFacts, target: Target) -> Sentence:
    """What was recorded of this target. A behavior belongs to what was seen, a skill to the response."""
    values: Values = {
        "name": target.name, "count": total(target), "first": target.seen[0].at, "last": target.seen[-1].at,
        "length": facts.ended_at - facts.began_at, "rate": rate(facts, target),
    }  # fmt: skip
    said = SAYS[target.measure](target, values)
    return Sentence("behavior" if target.kind == "behaviour" else "response", said, (of_target(facts, target),))


def _counted(target: Target, values: Values) -> Said:
    """Rows counted; a time between two that was never taken leaves the count alone."""
    if not total(target):
        return Said("notes.draft.none_seen", values)
    measure = target.measure if target.measure in ("rate", "product") else "count"
    return Said(f"notes.draft.{measure}{'_span' if len(target.seen) > 1 else ''}", values)


def _timed(target: Target, values: Values) -> Said:
    lengths = seconds(target)
    if target.measure == "duration" and not any(lengths):
        return Said("notes.draft.none_seen", values)
    if not lengths:
        return _counted(target, values)
    values = {
        **values, "count": len(lengths), "total": sum(lengths[1:], lengths[0]),
        "shortest": min(lengths), "longest": max(lengths),
    }  # fmt: skip
    return Said(f"notes.draft.{target.measure}{'_span' if len(lengths) > 1 else ''}", values)


def _intervals(target: Target, values: Values) -> Said:
    scored = sum(1 for seen in target.seen if seen.details.get("scored"))
    each = timedelta(seconds=target.seen[0].details["length"])
    return Said(f"notes.draft.{target.measure}", {**values, "scored": scored, "count": len(target.seen), "each": each})


def _trials(target: Target, values: Values) -> Said:
    went = outcomes(target)
    parts: list[Value] = [
        Said(f"notes.draft.outcome.{code}", {"count": went[name]})
        for name, code in ((CORRECT, "correct"), (PROMPTED, "prompted"), (INCORRECT, "incorrect"), (SILENT, "silent"))
        if went[name]
    ]
    values = {**values, "count": len(target.seen), "parts": tuple(parts)}
    levels = tuple(Said("notes.draft.level", {"level": level, "count": n}) for level, n in prompts(target).items())
    if not levels:
        return Said(f"notes.draft.{target.measure}", values)
    return Said(f"notes.draft.{target.measure}_prompts", {**values, "levels": levels})


def _scaled(detail: str) -> Callable[[Target, Values], Said]:
    def say(target: Target, values: Values) -> Said:
        points = numbers(target, detail)
        values = {**values, "count": len(points), "least": min(points), "most": max(points)}
        one = "" if min(points) == max(points) else "_span"
        return Said(f"notes.draft.{target.measure}{one}", values)

    return say


SAYS: dict[str, Callable[[Target, Values], Said]] = {
    "count": _counted, "rate": _counted, "product": _counted,
    "duration": _timed, "latency": _timed, "irt": _timed,
    "partial_interval": _intervals, "whole_interval": _intervals, "momentary": _intervals,
    "trial": _trials, "trials_to_criterion": _trials, "task_analysis": _trials,
    "magnitude": _scaled("level"), "rating": _scaled("score"), "reported": _scaled("value"),
}  # fmt: skip
