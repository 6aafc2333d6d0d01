"""Between-case effect by a mixed model: also for designs whose cases differ in their phases.

Pustejovsky, Hedges & Shadish, J. Educational and Behavioral Statistics 39 (2014) 368-393:
g = J(nu) * b1 / sqrt(total), nu = 2 total^2 / var(total), J(nu) = 1 - 3 / (4 nu - 1), total = tau_sq + sigma_sq.
Variant: a level that differs between cases, errors of a first-order process over sessions, restricted maximum
likelihood, expected information.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.matrices import solved
from alongside.measure.mixed_model import Fitted, Run, fit
from alongside.measure.moments import variance
from alongside.measure.series import Phase


@dataclass(frozen=True, slots=True)
class ModelEffect:
    """`g_ab` is corrected for small samples, `delta_ab` is not; `se` is of g; `phi` is the autocorrelation."""

    g_ab: float
    se: float
    delta_ab: float
    nu: float
    phi: float
    between: float
    within: float


def by_model(cases: Sequence[Sequence[Phase]]) -> ModelEffect | None:
    """The effect of the first treatment against its baseline, in the phases of these two names alone.

    None for fewer than three cases, where nothing varies, where sessions repeat or are no whole numbers (over which
    no first-order process is defined), or where the search does not settle.
    """
    runs = [_run(case) for case in cases]
    values = [value for run in runs for value in run.values]
    spread = variance(values)
    if len(runs) < 3 or not spread or not all(map(_in_order, runs)):
        return None
    found = fit(runs, start=(spread / 2, 0.2, spread / 2))
    return None if found is None else _effect(found)


def _run(case: Sequence[Phase]) -> Run:
    compared = {phase.name for phase in case[:2]}
    some = [phase for phase in case if phase.name in compared]
    return Run(
        [session for phase in some for session in phase.sessions],
        [float(phase.name != case[0].name) for phase in some for _ in phase.values],
        [value for phase in some for value in phase.values],
    )


def _in_order(run: Run) -> bool:
    whole = all(time == int(time) for time in run.times)
    return whole and all(one < two for one, two in zip(run.times, run.times[1:], strict=False))


def _effect(found: Fitted) -> ModelEffect | None:
    total = found.tau_sq + found.sigma_sq
    across = solved(found.information, [1.0, 0.0, 1.0])  # of the sum of both variances
    if across is None or across[0] + across[2] <= 0:
        return None
    nu = 2 * total**2 / (across[0] + across[2])
    if nu <= 2:
        return None
    shrink, delta = 1 - 3 / (4 * nu - 1), found.change / math.sqrt(total)
    g, scale = shrink * delta, nu / (nu - 2)
    squared = shrink**2 * (scale * found.change_variance / total + g**2 * (scale - 1 / shrink**2))
    return ModelEffect(g, math.sqrt(squared), delta, nu, found.phi, found.tau_sq, found.sigma_sq)
