"""Regularized incomplete gamma and beta functions. Sources: Abramowitz & Stegun 6.5.29, 6.5.31 and 26.5.8."""

import math

NEAR = 1e-16
ROUNDS = 10_000


def upper_gamma(shape: float, x: float) -> float:
    """Q(shape, x), the share of the gamma function above x. ValueError for a shape of zero or less, or x below zero."""
    if shape <= 0 or x < 0:
        raise ValueError("the shape is above zero and x not below it")
    if x == 0:
        return 1.0
    scale = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    return 1 - scale * _rising(shape, x) if x < shape + 1 else scale * _falling(shape, x)


def lower_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), 0 to 1. ValueError for a or b of zero or less, or x outside 0 to 1."""
    if a <= 0 or b <= 0 or not 0 <= x <= 1:
        raise ValueError("both shapes are above zero and x lies from 0 to 1")
    if x in (0, 1):
        return float(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - lower_beta(b, a, 1 - x)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log) * _fraction(a, b, x) / a


def _rising(shape: float, x: float) -> float:
    """The series x^k / (shape (shape + 1) ... (shape + k))."""
    term = total = 1 / shape
    for k in range(1, ROUNDS):
        term *= x / (shape + k)
        total += term
        if term < total * NEAR:
            break
    return total


def _falling(shape: float, x: float) -> float:
    """The continued fraction of the upper part, by Lentz's method."""
    b = x + 1 - shape
    c, d = math.inf, 1 / b
    total = d
    for k in range(1, ROUNDS):
        step, b = -k * (k - shape), b + 2
        d = 1 / (step * d + b)
        c = b + step / c
        total *= c * d
        if abs(c * d - 1) < NEAR:
            break
    return total


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    total = d
    for k in range(1, ROUNDS):
        even = k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k))
        odd = -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))
        for step in (even, odd):
            d = 1 / (1 + step * d)
            c = 1 + step / c
            total *= c * d
        if abs(c * d - 1) < NEAR:
            break
    return total
