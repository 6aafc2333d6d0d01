"""Small matrices as rows of numbers, for models of a few parameters."""

import math
import operator
from collections.abc import Sequence

Matrix = list[list[float]]


def dot(one: Sequence[float], two: Sequence[float]) -> float:
    """Sum of the products."""
    return math.fsum(map(operator.mul, one, two))


def times(matrix: Matrix, column: Sequence[float]) -> list[float]:
    """A matrix times a column."""
    return [dot(row, column) for row in matrix]


def product(one: Matrix, two: Matrix) -> Matrix:
    """The product of two square matrices."""
    across = list(zip(*two, strict=True))
    return [[sum(map(operator.mul, row, column)) for column in across] for row in one]


def trace_of(one: Matrix, two: Matrix) -> float:
    """Trace of the product of two matrices."""
    return math.fsum(dot(row, column) for row, column in zip(one, zip(*two, strict=True), strict=True))


def square(one: Sequence[Sequence[float]], two: Sequence[Sequence[float]]) -> Matrix:
    """The four products of two pairs of columns."""
    return [[dot(one[i], two[j]) for j in (0, 1)] for i in (0, 1)]


def product2(one: Matrix, two: Matrix) -> Matrix:
    """The product of two 2 x 2 matrices."""
    return [[one[i][0] * two[0][j] + one[i][1] * two[1][j] for j in (0, 1)] for i in (0, 1)]


def trace2(one: Matrix, two: Matrix) -> float:
    """Trace of the product of two 2 x 2 matrices."""
    return sum(one[i][j] * two[j][i] for i in (0, 1) for j in (0, 1))


def inverse2(m: Matrix) -> Matrix | None:
    """Inverse of a 2 x 2 matrix; None where it is singular."""
    determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0]
    if determinant <= 1e-12 * m[0][0] * m[1][1]:
        return None
    return [[m[1][1] / determinant, -m[0][1] / determinant], [-m[1][0] / determinant, m[0][0] / determinant]]


def solved(matrix: Matrix, right: Sequence[float]) -> list[float] | None:
    """Gauss with pivots; None where the matrix is singular."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for k in range(len(rows)):
        best = max(range(k, len(rows)), key=lambda i: abs(rows[i][k]))
        rows[k], rows[best] = rows[best], rows[k]
        if abs(rows[k][k]) < 1e-300:
            return None
        for i in range(len(rows)):
            if i != k:
                share = rows[i][k] / rows[k][k]
                rows[i] = [a - share * b for a, b in zip(rows[i], rows[k], strict=True)]
    return [row[-1] / row[k] for k, row in enumerate(rows)]
