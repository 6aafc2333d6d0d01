"""A change of level that a shared trend does not explain: a stricter rule than the dual criteria, and simple to say.

One straight line runs through both phases with a step between them (least squares, one slope for both phases). Only a
slope toward improvement is taken off; a slope the other way is not credited to the intervention, and the step is then
the plain difference of means. There is a change where the step toward improvement has a one-sided p below .05 (t test
of an analysis of covariance: Huitema 2011). How often it errs: reference/verdict_rules.toml.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.estimate import Direction, toward
from alongside.measure.regression import Fit, fit
from alongside.measure.student import upper_tail

LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Step:
    """`step` toward improvement in the units of the graph, beyond `slope` per session; one-sided p of the step."""

    change: bool
    step: float
    slope: float
    p: float


def level_beyond_trend(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    a_sessions: Sequence[float] | None = None,
    b_sessions: Sequence[float] | None = None,
    level: float = LEVEL,
) -> Step | None:
    """The step and its p; `slope` is zero where no trend was taken off. Sessions default to 1, 2, 3, ...

    None for fewer than four points, an empty phase, or sessions that leave the step undetermined.
    """
    sessions = [*(a_sessions or range(1, len(a) + 1)), *(b_sessions or range(len(a) + 1, len(a) + len(b) + 1))]
    if not a or not b or len(sessions) < 4:
        return None
    y = [*toward(a, improvement), *toward(b, improvement)]
    ones, phase = [1.0] * len(y), [0.0] * len(a) + [1.0] * len(b)
    sloped = fit([ones, phase, sessions], y)
    if sloped is None:
        return None
    rising = sloped.coefficients[2] > 0
    found = sloped if rising else fit([ones, phase], y)
    if found is None:
        return None
    p = _p(found)
    slope = sloped.coefficients[2] if rising else 0.0
    return Step(p < level, found.coefficients[1], slope, p)


def _p(found: Fit) -> float:
    """One-sided p of the second coefficient; points without any scatter decide by its sign alone."""
    step = found.coefficients[1]
    error = math.sqrt(found.residual_squares / found.freedom * found.covariance[1][1])
    if error <= 1e-12 * max(1.0, abs(step)):
        return 0.0 if step > 1e-9 else 1.0
    return upper_tail(step / error, found.freedom)
