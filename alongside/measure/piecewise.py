"""Piecewise regression: a level and a slope for the first phase, and their changes in every later phase.

Source: Huitema & McKean 2000, with the session counted from zero at the start of the series and of each phase; every
phase is contrasted with the first.
"""

from collections import Counter
from collections.abc import Sequence

from alongside.measure.estimate import Estimate, with_interval
from alongside.measure.regression import fit
from alongside.measure.series import Phase


def piecewise(phases: Sequence[Phase], *, confidence: float = 0.95) -> dict[str, Estimate]:
    """Least-squares coefficients with SE: "(Intercept)", "mt" (slope per session), "phaseX" and "interX".

    "phaseX" is the change of level at the first session of X, "interX" the change of slope. Empty where the points
    do not determine them all, or where two phases share a name; no SE without a degree of freedom.
    """
    names = [phase.name for phase in phases]
    if not phases or max(Counter(names).values()) > 1:
        return {}
    columns = _columns(phases)
    found = fit(list(columns.values()), [value for phase in phases for value in phase.values])
    if found is None:
        return {}
    noise = found.residual_squares / found.freedom if found.freedom > 0 else float("nan")
    return {
        name: with_interval(value, noise * found.covariance[k][k], confidence=confidence)
        for k, (name, value) in enumerate(zip(columns, found.coefficients, strict=True))
    }


def _columns(phases: Sequence[Phase]) -> dict[str, list[float]]:
    sessions = [session for phase in phases for session in phase.sessions]
    columns = {"(Intercept)": [1.0] * len(sessions), "mt": [session - sessions[0] for session in sessions]}
    for phase in phases[1:]:
        inside = [one is phase for one in phases for _ in one.sessions]
        columns[f"phase{phase.name}"] = [float(here) for here in inside]
    for phase in phases[1:]:
        inside = [one is phase for one in phases for _ in one.sessions]
        start = phase.sessions[0]
        columns[f"inter{phase.name}"] = [
            session - start if here else 0.0 for session, here in zip(sessions, inside, strict=True)
        ]
    return columns
