"""How big a change is, in the measures that fit what was measured. Each has its variant: a name is not a formula."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.corrected_tau import tau_corrected
from alongside.measure.estimate import Direction, Estimate, Scale
from alongside.measure.log_ratio import lrr_d, lrr_i, percent_change
from alongside.measure.nap import nap, tau
from alongside.measure.standardized import smd
from alongside.outcomes.reading.conditions import Condition

PERCENT = {"partial_interval", "whole_interval", "momentary", "trial", "task_analysis"}
NO_TRUE_ZERO = {"rating", "magnitude", "reported"}  # a ratio says nothing there


@dataclass(frozen=True)
class Effect:
    """`name` and `variant` are codes of the catalogue; `percent`: the same as a change in percent, where it is one."""

    name: str
    variant: str
    estimate: Estimate
    percent: float | None = None


def effects(before: Condition, after: Condition, improvement: Direction, measure: str) -> tuple[Effect, ...]:
    """The effect sizes of two phases; a log ratio only where the measure has a true zero."""
    a, b = before.values, after.values
    found = [
        Effect("nap", "newcombe", nap(a, b, improvement=improvement)),
        Effect("tau", "a_vs_b", tau(a, b, improvement=improvement)),
        Effect("tau_bc", "theil_sen", tau_corrected(a, b, improvement=improvement)),
        Effect("smd", "baseline_sd", smd(a, b, improvement=improvement)),
    ]
    return (*found, *_ratio(a, b, improvement, measure))


def _ratio(a: Sequence[float], b: Sequence[float], improvement: Direction, measure: str) -> tuple[Effect, ...]:
    if measure in NO_TRUE_ZERO:
        return ()
    scale: Scale = "percentage" if measure in PERCENT else "count" if measure == "count" else "other"
    name, ratio = ("lrr_i", lrr_i) if improvement == "increase" else ("lrr_d", lrr_d)
    found = ratio(a, b, improvement=improvement, scale=scale)
    return (Effect(name, "bias_corrected", found, None if found.value is None else percent_change(found.value)),)
