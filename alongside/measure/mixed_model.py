"""A level for each case, a treatment, and errors of a first-order process: fitted by restricted maximum likelihood.

y = b0 + b1 * treated + u(case) + e, var(u) = tau_sq, var(e) = sigma_sq, cor(e at s, e at t) = phi ** |s - t|.
Fisher scoring on (tau_sq, phi, sigma_sq): Pinheiro & Bates, Mixed-Effects Models in S and S-PLUS (2000), ch. 2 and 5;
score and expected information of the restricted likelihood: Harville, J. Am. Statistical Association 72 (1977) 320.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.matrices import (
    Matrix,
    dot,
    inverse2,
    product,
    product2,
    solved,
    square,
    times,
    trace2,
    trace_of,
)  # fmt: skip

Three = tuple[float, float, float]
MOST_STEPS, HALVINGS = 200, 40
NEAR_ENOUGH = 1e-9  # of a step, beside its parameter
WIDEST = 0.999  # of phi


@dataclass(frozen=True, slots=True)
class Run:
    """What one case gave: when (whole numbers of sessions), whether treated (0 or 1), and the values."""

    times: Sequence[float]
    treated: Sequence[float]
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Fitted:
    """`change` is b1 and `change_variance` its variance; `information` the expected one of (tau_sq, phi, sigma_sq)."""

    change: float
    change_variance: float
    tau_sq: float
    phi: float
    sigma_sq: float
    information: Matrix


def fit(runs: Sequence[Run], *, start: Three) -> Fitted | None:
    """The most likely parameters, from a first guess of (tau_sq, phi, sigma_sq). None where no search settles."""
    here, found = start, _looked_at(runs, start)
    for _ in range(MOST_STEPS):
        if found is None:
            return None
        step = _step(found, here)
        if step is None:
            return None
        there, ahead = _better(runs, here, found, step)
        if ahead is None or max(abs(a - b) / max(abs(a), 1e-6) for a, b in zip(there, here, strict=True)) < NEAR_ENOUGH:
            return Fitted(found.change, found.change_variance, *here, found.information)
        here, found = there, ahead
    return None


@dataclass(frozen=True, slots=True)
class _View:
    """The likelihood at one place, its slope and its information."""

    likelihood: float
    score: list[float]
    information: Matrix
    change: float
    change_variance: float


def _step(found: _View, here: Three) -> list[float] | None:
    """Where the information leads; a tau_sq of nothing that would fall stays, and the others go on alone."""
    if here[0] > 0 or found.score[0] > 0:
        return solved(found.information, found.score)
    rest = solved([row[1:] for row in found.information[1:]], found.score[1:])
    return None if rest is None else [0.0, *rest]


def _better(runs: Sequence[Run], here: Three, found: _View, step: list[float]) -> tuple[Three, _View | None]:
    """The step, halved until the likelihood does not fall; no view where even the smallest does not help."""
    share = 1.0
    for _ in range(HALVINGS):
        there = (max(0.0, here[0] + share * step[0]), here[1] + share * step[1], here[2] + share * step[2])
        if abs(there[1]) < WIDEST and there[2] > 0:
            ahead = _looked_at(runs, there)
            if ahead is not None and ahead.likelihood >= found.likelihood - 1e-12 * abs(found.likelihood):
                return there, ahead
        share /= 2
    return here, None


def _looked_at(runs: Sequence[Run], at: Three) -> _View | None:
    blocks = [_block(run, at) for run in runs]
    precision = [[sum(b.xwx[i][j] for b in blocks) for j in (0, 1)] for i in (0, 1)]
    c = inverse2(precision)
    if c is None:
        return None
    xwy = [sum(b.xwy[i] for b in blocks) for i in (0, 1)]
    beta = [c[0][0] * xwy[0] + c[0][1] * xwy[1], c[1][0] * xwy[0] + c[1][1] * xwy[1]]
    score, info, squares = [0.0] * 3, [[0.0] * 3 for _ in range(3)], 0.0
    middles = [[[sum(b.xax[k][i][j] for b in blocks) for j in (0, 1)] for i in (0, 1)] for k in range(3)]
    for b in blocks:
        left = [y - beta[0] - beta[1] * t for y, t in zip(b.run.values, b.run.treated, strict=True)]
        weighted = times(b.w, left)
        squares += dot(left, weighted)
        for k in range(3):
            score[k] += 0.5 * (dot(weighted, times(b.slopes[k], weighted)) - b.traces[k])
            for j in range(k, 3):
                info[k][j] += 0.5 * (b.pairs[k][j] - 2 * trace2(c, b.xaax[k][j]))
    for k in range(3):
        score[k] += 0.5 * trace2(c, middles[k])
        for j in range(k, 3):
            info[k][j] += 0.5 * trace2(product2(c, middles[k]), product2(c, middles[j]))
            info[j][k] = info[k][j]
    determinant = precision[0][0] * precision[1][1] - precision[0][1] * precision[1][0]
    likelihood = -0.5 * (sum(b.log_determinant for b in blocks) + math.log(determinant) + squares)
    return _View(likelihood, score, info, beta[1], c[1][1])


@dataclass(frozen=True, slots=True)
class _Block:
    """One case: W, the inverse of its variance V; V's slopes; and what of them the sums over all cases need."""

    run: Run
    w: Matrix
    slopes: list[Matrix]
    log_determinant: float
    xwx: Matrix
    xwy: list[float]
    xax: list[Matrix]
    xaax: list[list[Matrix]]
    traces: list[float]
    pairs: Matrix


def _block(run: Run, at: Three) -> _Block:
    tau_sq, phi, sigma_sq = at
    n = len(run.values)
    apart = [[abs(s - t) for t in run.times] for s in run.times]
    r = [[1.0 if d == 0 else phi**d for d in row] for row in apart]
    steep = [[0.0 if d == 0 else sigma_sq * d * (1.0 if d == 1 else phi ** (d - 1)) for d in row] for row in apart]
    w, log_determinant = _inverse_of_variance(run.times, phi, sigma_sq, tau_sq)
    slopes = [[[1.0] * n for _ in range(n)], steep, r]
    sums = [math.fsum(row) for row in w]
    # W times tau_sq * 11' + sigma_sq * R is 1: so W R needs no product of its own.
    wr = [[((i == j) - tau_sq * sums[i]) / sigma_sq for j in range(n)] for i in range(n)]
    products = [[[value] * n for value in sums], product(w, steep), wr]
    x = [[1.0] * n, list(run.treated)]
    wx = [times(w, column) for column in x]
    swx = [[times(slope, column) for column in wx] for slope in slopes]
    return _Block(
        run, w, slopes, log_determinant,
        xwx=[[dot(x[i], wx[j]) for j in (0, 1)] for i in (0, 1)],
        xwy=[dot(column, run.values) for column in wx],
        xax=[[[dot(wx[i], swx[k][j]) for j in (0, 1)] for i in (0, 1)] for k in range(3)],
        xaax=[[square(swx[k], [times(w, column) for column in swx[j]]) for j in range(3)] for k in range(3)],
        traces=[sum(product[i][i] for i in range(n)) for product in products],
        pairs=[[trace_of(products[k], products[j]) for j in range(3)] for k in range(3)],
    )  # fmt: skip


def _inverse_of_variance(times: Sequence[float], phi: float, sigma_sq: float, tau_sq: float) -> tuple[Matrix, float]:
    """Inverse and logarithm of the determinant of tau_sq * 11' + sigma_sq * R: R's inverse has three diagonals."""
    n = len(times)
    w, logs = [[0.0] * n for _ in range(n)], n * math.log(sigma_sq)
    w[0][0] = 1 / sigma_sq
    for i in range(1, n):
        step = phi ** abs(times[i] - times[i - 1])
        rest = (1 - step**2) * sigma_sq
        logs += math.log(1 - step**2)
        w[i - 1][i - 1] += step**2 / rest
        w[i][i] += 1 / rest
        w[i - 1][i] -= step / rest
        w[i][i - 1] -= step / rest
    ones = [math.fsum(row) for row in w]
    whole = 1 + tau_sq * math.fsum(ones)
    for i, row in enumerate(w):
        for j in range(n):
            row[j] -= tau_sq * ones[i] * ones[j] / whole
    return w, logs + math.log(whole)
