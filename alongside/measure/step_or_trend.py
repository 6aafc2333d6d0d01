"""A step, or a trend that was there anyway? Four explanations of one graph, and the odds that a step is among them.

The explanations: nothing, one trend through both phases, a step between them, both. Before the graph is seen they weigh
the same, and step and trend stand on one footing: what either adds to the level from the middle of one phase to the
middle of the other, in SDs of the scatter, is half-normal with SD 3, toward improvement. A trend the other way is no
explanation, and is not credited to the intervention. Scatter is normal; any SD of it is as likely as any other.

There is a change where the odds of a step are above e to 1: "positive" evidence in the scale of Kass & Raftery, Bayes
factors, J. American Statistical Association 90 (1995) 773-795, where 2 ln B passes 2. The integrals are those of
conjugate linear models (Raftery, Madigan & Hoeting, the same journal 92 (1997) 179-191). How often the rule errs, also
with its two numbers chosen without the graphs they are judged on: reference/verdict_rules.toml.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from alongside.measure.bivariate_t import Bivariate, above_zero, both_above_zero
from alongside.measure.estimate import Direction, toward

WIDTH = 3.0
POSITIVE = 1.0  # ln of the odds: 2 ln B = 2
SAME = 1e-12  # points that differ by less than this share of their size are alike


@dataclass(frozen=True, slots=True)
class Weighed:
    """`change` where `log_odds` (natural) of a step are above 1. `chance` is the same as a chance, 0 to 1.

    `trend` is the chance that a shared trend is part of it; `step` the difference of the means toward improvement.
    """

    change: bool
    log_odds: float
    chance: float
    trend: float
    step: float


def step_or_trend(
    a: Sequence[float],
    b: Sequence[float],
    *,
    improvement: Direction,
    a_sessions: Sequence[float] | None = None,
    b_sessions: Sequence[float] | None = None,
    width: float = WIDTH,
    positive: float = POSITIVE,
) -> Weighed | None:
    """The odds of a step. Sessions default to 1, 2, 3, ... over both phases.

    `width`: SD of what a step or a trend may amount to, in SDs of the scatter; `positive`: ln of the odds that make a
    change. None for fewer than four points, an empty phase, or phases that do not follow each other.
    """
    sessions = [*(a_sessions or range(1, len(a) + 1)), *(b_sessions or range(len(a) + 1, len(a) + len(b) + 1))]
    if not a or not b or len(sessions) < 4:
        return None
    gap = fmean(sessions[len(a) :]) - fmean(sessions[: len(a)])
    if gap <= 0:
        return None
    y = [*toward(a, improvement), *toward(b, improvement)]
    time, phase = [session / gap for session in sessions], [0.0] * len(a) + [1.0] * len(b)
    nothing, trend, step, both = _weights(_centered(y), _centered(time), _centered(phase), width, max(map(abs, y)))
    odds = math.log(step + both) - math.log(nothing + trend)
    whole = nothing + trend + step + both
    moved = fmean(y[len(a) :]) - fmean(y[: len(a)])
    return Weighed(odds > positive, odds, (step + both) / whole, (trend + both) / whole, moved)


def _centered(values: Sequence[float]) -> list[float]:
    middle = fmean(values)
    return [value - middle for value in values]


def _weights(
    y: list[float], time: list[float], phase: list[float], width: float, size: float
) -> tuple[float, float, float, float]:
    """Marginal likelihoods of nothing, trend, step and both, up to one factor; one and the same for points alike."""
    length = math.hypot(*y)
    if length <= SAME * max(size, SAME):
        return 1.0, 0.5, 0.5, 0.25
    unit = [value / length for value in y]
    logs = [0.0, _one(unit, time, width), _one(unit, phase, width), _two(unit, time, phase, width)]
    nothing, trend, step, both = (math.exp(one - max(logs)) for one in logs)
    return nothing, trend, step, both


def _one(y: list[float], column: list[float], width: float) -> float:
    """Log of what one column toward improvement explains, against nothing; y has length 1."""
    freedom, precise = len(y) - 1, _dot(column, column) + width**-2
    along = _dot(column, y)
    center, left = along / precise, max(1 - along**2 / precise, SAME)
    share = above_zero(center, left / freedom / precise, freedom)
    return -math.log(precise * width**2) / 2 - freedom / 2 * math.log(left) + _log(2 * share)


def _two(y: list[float], time: list[float], phase: list[float], width: float) -> float:
    """The same for both columns together."""
    freedom = len(y) - 1
    tt, pp, tp = _dot(time, time) + width**-2, _dot(phase, phase) + width**-2, _dot(time, phase)
    ty, py, det = _dot(time, y), _dot(phase, y), tt * pp - tp**2
    first, second = (pp * ty - tp * py) / det, (tt * py - tp * ty) / det
    left = max(1 - first * ty - second * py, SAME)
    scale = left / freedom / det
    share = both_above_zero(Bivariate(first, second, scale * pp, scale * tt, -scale * tp, freedom))
    return -math.log(det * width**4) / 2 - freedom / 2 * math.log(left) + _log(4 * share)


def _dot(one: list[float], other: list[float]) -> float:
    return math.fsum(x * y for x, y in zip(one, other, strict=True))


def _log(share: float) -> float:
    return math.log(max(share, 1e-300))
