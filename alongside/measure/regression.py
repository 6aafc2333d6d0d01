"""Linear least squares for a few columns, by Householder reflections (Golub, Numerische Mathematik 7, 1965)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients, residual sum of squares, degrees of freedom, and the unscaled covariance of the coefficients."""

    coefficients: tuple[float, ...]
    residual_squares: float
    freedom: int
    covariance: tuple[tuple[float, ...], ...]


def fit(columns: Sequence[Sequence[float]], y: Sequence[float]) -> Fit | None:
    """Regression of y on the columns (an intercept is a column of ones). None where they do not determine it."""
    matrix, rest, k = [list(column) for column in columns], list(y), len(columns)
    diagonal: list[float] = []
    for step in range(k):
        pivot = _reflect(matrix, rest, step)
        if pivot is None:
            return None
        diagonal.append(pivot)
    inverse, coefficients = _inverse(matrix, diagonal), _substituted(matrix, diagonal, rest)
    covariance = tuple(
        tuple(math.fsum(inverse[i][c] * inverse[j][c] for c in range(k)) for j in range(k)) for i in range(k)
    )
    return Fit(tuple(coefficients), math.fsum(value**2 for value in rest[k:]), len(y) - k, covariance)


def _reflect(matrix: list[list[float]], rest: list[float], step: int) -> float | None:
    """Clear one column below its diagonal, in place; the diagonal element, None where nothing is left of it."""
    column = matrix[step]
    scale = math.hypot(*column)
    length = math.hypot(*column[step:])
    if length <= 1e-10 * max(scale, 1e-300):
        return None
    length = math.copysign(length, column[step])
    mirror = [value / length for value in column[step:]]
    mirror[0] += 1
    for other in (*matrix[step + 1 :], rest):
        part = -sum(m * v for m, v in zip(mirror, other[step:], strict=True)) / mirror[0]
        for place, m in enumerate(mirror, step):
            other[place] += part * m
    return -length


def _substituted(matrix: list[list[float]], diagonal: list[float], rest: list[float]) -> list[float]:
    k = len(diagonal)
    found = [0.0] * k
    for i in range(k - 1, -1, -1):
        found[i] = (rest[i] - math.fsum(matrix[j][i] * found[j] for j in range(i + 1, k))) / diagonal[i]
    return found


def _inverse(matrix: list[list[float]], diagonal: list[float]) -> list[list[float]]:
    """Inverse of the triangle: element (i, j) above the diagonal is matrix[j][i]."""
    k = len(diagonal)
    inverse = [[0.0] * k for _ in range(k)]
    for j in range(k):
        inverse[j][j] = 1 / diagonal[j]
        for i in range(j - 1, -1, -1):
            total = math.fsum(matrix[c][i] * inverse[c][j] for c in range(i + 1, j + 1))
            inverse[i][j] = -total / diagonal[i]
    return inverse
