"""Between-case standardized mean difference: comparable with the effect size of a group experiment.

Sources: multiple baseline across cases, Hedges, Pustejovsky & Shadish, Research Synthesis Methods 4 (2013) 324-341;
treatment reversal (AB)^k, the same authors, Research Synthesis Methods 3 (2012) 224-239.
"""

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import fmean

from alongside.measure.moments import variance
from alongside.measure.series import Phase

Times = Sequence[float]
Cells = list[list[tuple[int, float, float]]]


@dataclass(frozen=True, slots=True)
class Nuisance:
    """What an effect size is scaled by: as in `BetweenCase`."""

    s_sq: float
    sigma_sq_w: float
    phi: float
    rho: float
    nu: float


@dataclass(frozen=True, slots=True)
class BetweenCase:
    """The corrected and uncorrected effect size, its variance and what they were made from.

    `phi` is the autocorrelation, `rho` the share of the variance that lies between cases, `theta` the SE scale of the
    mean difference, `nu` the degrees of freedom, `s_sq` the variance across cases, `sigma_sq_w` that within.
    """

    delta_hat: float
    variance: float
    delta_hat_unadj: float
    d_bar: float
    s_sq: float
    sigma_sq_w: float
    phi: float
    rho: float
    theta: float
    nu: float


def multiple_baseline(cases: Sequence[tuple[Phase, Phase]]) -> BetweenCase | None:
    """One baseline and one treatment phase per case, staggered.

    None for fewer than three cases, where no session is shared by two cases in the same phase, where nothing varies,
    or where the autocorrelation is that of no first-order process.
    """
    cells: dict[tuple[float, int], list[tuple[int, float, float]]] = {}
    for case, phases in enumerate(cases):
        for place, phase in enumerate(phases):
            for session, value in zip(phase.sessions, phase.values, strict=True):
                cells.setdefault((session, place), []).append((case, session, value))
    freedom = sum(map(len, cells.values())) - len(cells)
    if len(cases) < 3 or freedom < 1:
        return None
    spread = sum((variance([value for *_, value in cell]) or 0) * (len(cell) - 1) for cell in cells.values()) / freedom
    found = _nuisance(cases, spread, list(cells.values()), freedom, across=True, at=lambda phase: phase.sessions)
    return _assembled(cases, found)


def reversal(cases: Sequence[Sequence[Phase]]) -> BetweenCase | None:
    """The same even number of alternating baseline and treatment phases for each case.

    The variance across cases is the mean over those sessions, counted within each phase, that every case has. None
    for unequal or odd numbers of phases, and as for `multiple_baseline`.
    """
    if len({len(case) for case in cases}) > 1:
        return None
    return _assembled(cases, reversal_nuisance(cases))


def reversal_nuisance(cases: Sequence[Sequence[Phase]]) -> Nuisance | None:
    """The variances, autocorrelation and degrees of freedom of a reversal design, also for unequal numbers of phases.

    Autocorrelation and the variance within come from every phase, the variance across cases and its degrees of freedom
    from the sessions, counted within each phase, that every case has. The mean difference of unequal numbers of pairs
    is not defined by the source, so there is no effect size then. None for odd numbers, and as for `multiple_baseline`.
    """
    if len(cases) < 3 or any(len(case) % 2 or not case for case in cases):
        return None
    shortest = [min(len(phase.values) for phase in phases) for phases in zip(*cases, strict=False)]
    cells = [
        [(number, case[place].sessions[k], case[place].values[k]) for number, case in enumerate(cases)]
        for place, length in enumerate(shortest)
        for k in range(length)
    ]
    if not cells:
        return None
    spread = fmean(variance([value for *_, value in cell]) or 0 for cell in cells)
    freedom = len(cells) * (len(cases) - 1)
    return _nuisance(cases, spread, cells, freedom, across=False, at=lambda phase: range(len(phase.values)))


def _nuisance(
    cases: Sequence[Sequence[Phase]], spread: float, cells: Cells, freedom: int, *, across: bool,
    at: Callable[[Phase], Times],
) -> Nuisance | None:  # fmt: skip
    found = _autocorrelation(cases, across=across)
    if found is None or spread <= 0 or not _is_possible(found[0], cases):
        return None
    phi, squares = found
    within = squares / sum(_expected(at(phase), phi) for case in cases for phase in case)
    rho = max(0.0, 1 - within / spread)
    nu = freedom**2 / _trace(cells, phi, rho)
    return Nuisance(spread, within, phi, rho, nu) if nu > 2 else None


def _assembled(cases: Sequence[Sequence[Phase]], found: Nuisance | None) -> BetweenCase | None:
    if found is None:
        return None
    theta = math.sqrt(sum(_contrast_variance(case, found.phi, found.rho) for case in cases)) / len(cases)
    d_bar, nu = fmean(_difference(case) for case in cases), found.nu
    raw, shrink = d_bar / math.sqrt(found.s_sq), 1 - 3 / (4 * nu - 1)
    value = shrink * raw
    width = shrink**2 * (theta**2 * nu / (nu - 2) + value**2 * (nu / (nu - 2) - 1 / shrink**2))
    return BetweenCase(
        value, width, raw, d_bar, found.s_sq, found.sigma_sq_w, found.phi, found.rho, theta, nu
    )  # fmt: skip


def _autocorrelation(cases: Sequence[Sequence[Phase]], *, across: bool) -> tuple[float, float] | None:
    """Autocorrelation, corrected for its bias, and sum of squares within phases. Lags run `across` phases or not."""
    squares = lagged = bias = 0.0
    points = phases = 0
    for case in cases:
        left = [[value - fmean(phase.values) for value in phase.values] for phase in case]
        for run in [list(chain.from_iterable(left))] if across else left:
            lagged += math.fsum(one * two for one, two in pairwise(run))
        squares += math.fsum(value**2 for run in left for value in run)
        bias += sum((len(run) - 1) / len(run) for run in left)
        points, phases = points + sum(map(len, left)), phases + len(left)
    if squares <= 0 or points == phases:
        return None
    return lagged / squares + bias / (points - phases), squares


def _is_possible(phi: float, cases: Sequence[Sequence[Phase]]) -> bool:
    """A first-order process has |phi| < 1, and a negative phi means something only a whole number of sessions apart."""
    whole = all(session == int(session) for case in cases for phase in case for session in phase.sessions)
    return 0 <= phi < 1 or (-1 < phi < 0 and whole)


def _expected(times: Times, phi: float) -> float:
    """Expected sum of squares of one phase around its mean, in units of the variance within cases."""
    return len(times) - sum(_power(phi, one - two) for one in times for two in times) / len(times)


def _contrast_variance(case: Sequence[Phase], phi: float, rho: float) -> float:
    """Variance of the case's mean difference, in units of the total variance."""
    half = len(case) / 2
    weighted = [
        ((1 if place % 2 else -1) / len(phase.sessions) / half, session)
        for place, phase in enumerate(case)
        for session in phase.sessions
    ]
    return (1 - rho) * sum(v * w * _power(phi, s - t) for v, s in weighted for w, t in weighted)


def _trace(cells: list[list[tuple[int, float, float]]], phi: float, rho: float) -> float:
    """tr(AVAV): A takes each cell's mean off, V is the correlation of all points."""
    points = [(case, session) for cell in cells for case, session, _ in cell]
    groups = [number for number, cell in enumerate(cells) for _ in cell]
    v = [[rho + (1 - rho) * _power(phi, s - t) if case == other else 0.0 for other, t in points] for case, s in points]
    means = [[0.0] * len(points) for _ in cells]
    for row, group in zip(v, groups, strict=True):
        for column, value in enumerate(row):
            means[group][column] += value / len(cells[group])
    av = [[x - y for x, y in zip(row, means[group], strict=True)] for row, group in zip(v, groups, strict=True)]
    across = zip(*av, strict=True)
    return sum(math.fsum(map(operator.mul, row, column)) for row, column in zip(av, across, strict=True))


def _difference(case: Sequence[Phase]) -> float:
    """Mean over the case's pairs of treatment mean less baseline mean."""
    means = [fmean(phase.values) for phase in case]
    return fmean(b - a for a, b in zip(means[::2], means[1::2], strict=True))


def _power(phi: float, distance: float) -> float:
    return 1.0 if distance == 0 else phi ** abs(distance)
