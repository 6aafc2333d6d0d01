"""The restricted log-likelihood of the mixed model to fifty digits, written down plainly: a check of what is searched.

-2 l = log |V| + log |X' V^-1 X| + (y - X b)' V^-1 (y - X b), where V of one
case is tau_sq + sigma_sq phi^|s - t|; Harville 1977.
"""

from decimal import Decimal, localcontext

Rows = list[list[Decimal]]


def restricted(runs, tau_sq, phi, sigma_sq):
    """As above, without the constant. Parameters as Decimal or float; a float is taken as it is."""
    with localcontext() as exact:
        exact.prec = 50
        tau, ph, sigma = (Decimal(value) for value in (tau_sq, phi, sigma_sq))
        half_log, xx, xy, yy = Decimal(0), [[Decimal(0)] * 2 for _ in range(2)], [Decimal(0)] * 2, Decimal(0)
        for run in runs:
            times = [int(time) for time in run.times]
            v = [[tau + sigma * ph ** abs(s - t) for t in times] for s in times]
            low = cholesky(v)
            half_log += sum(low[i][i].ln() for i in range(len(low)))
            one, treated, y = (
                forward(low, [Decimal(value) for value in column])
                for column in ([1] * len(times), run.treated, run.values)
            )
            columns = (one, treated)
            for i in range(2):
                xy[i] += dot(columns[i], y)
                for j in range(2):
                    xx[i][j] += dot(columns[i], columns[j])
            yy += dot(y, y)
        determinant = xx[0][0] * xx[1][1] - xx[0][1] * xx[1][0]
        b0 = (xx[1][1] * xy[0] - xx[0][1] * xy[1]) / determinant
        b1 = (xx[0][0] * xy[1] - xx[1][0] * xy[0]) / determinant
        squares = yy - b0 * xy[0] - b1 * xy[1]
        return -half_log - determinant.ln() / 2 - squares / 2


def cholesky(v: Rows) -> Rows:
    n = len(v)
    low = [[Decimal(0)] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = v[i][j] - sum((low[i][k] * low[j][k] for k in range(j)), Decimal(0))
            low[i][j] = rest.sqrt() if i == j else rest / low[j][j]
    return low


def forward(low: Rows, values: list[Decimal]) -> list[Decimal]:
    found: list[Decimal] = []
    for i, value in enumerate(values):
        found.append((value - sum((low[i][k] * found[k] for k in range(i)), Decimal(0))) / low[i][i])
    return found


def dot(one: list[Decimal], two: list[Decimal]) -> Decimal:
    return sum((a * b for a, b in zip(one, two, strict=True)), Decimal(0))
