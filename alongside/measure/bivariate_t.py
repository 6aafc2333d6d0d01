"""The chance that two numbers are both above zero, where they have a bivariate Student t distribution.

By its finite series for whole degrees of freedom: Dunnett & Sobel, Biometrika 41 (1954) 153-169, equations 10 and 11;
Genz, Statistics and Computing 14 (2004) 251-260. The incomplete beta functions in it are summed as they are met, so the
whole takes as many steps as there are degrees of freedom.
"""

import math
from dataclasses import dataclass

from alongside.measure.student import upper_tail


@dataclass(frozen=True, slots=True)
class Bivariate:
    """Centers, the scale matrix (variances where freedom is large) and whole degrees of freedom."""

    first: float
    second: float
    first_scale: float
    second_scale: float
    together: float
    freedom: int


def above_zero(center: float, scale: float, freedom: int) -> float:
    """P(X > 0) for a Student t with a center and a squared scale."""
    return upper_tail(-center / math.sqrt(scale), freedom)


def both_above_zero(of: Bivariate) -> float:
    """P(both > 0), to about 14 decimals. ValueError for no degree of freedom."""
    if of.freedom < 1:
        raise ValueError("Student's t needs at least one degree of freedom")
    first, second = of.first / math.sqrt(of.first_scale), of.second / math.sqrt(of.second_scale)
    r = max(-1.0, min(1.0, of.together / math.sqrt(of.first_scale * of.second_scale)))
    start = _odd_start(first, second, r, of.freedom) if of.freedom % 2 else math.atan2(math.sqrt(1 - r * r), -r)
    sides = _side(first, second, r, of.freedom) + _side(second, first, r, of.freedom)
    return min(1.0, max(0.0, start / math.tau + sides))


def _odd_start(h: float, k: float, r: float, freedom: int) -> float:
    """The angle that the series of an odd number begins with, 0 to tau."""
    root = math.sqrt(h * h + k * k - 2 * r * h * k + freedom * (1 - r * r))
    product, mixed, total = h * k - freedom, h * k + r * freedom, h + k
    angle = math.atan2(-math.sqrt(freedom) * (product * root + total * mixed), product * mixed - freedom * total * root)
    return angle if angle > -1e-14 else angle + math.tau


def _side(h: float, k: float, r: float, freedom: int) -> float:
    """Half of the series: factors of h times 1 plus or minus I_x(1/2, j - 1/2), or I_x(1/2, j) for an odd number."""
    rest = k - r * h
    below = rest * rest + (1 - r * r) * (freedom + h * h)
    x = rest * rest / below if below else 0.0
    sign, ratio, total = math.copysign(1.0, rest), 1 / (1 + h * h / freedom), 0.0
    odd = freedom % 2
    if odd:
        factor, share = h * ratio / (math.tau * math.sqrt(freedom)), math.sqrt(x)
        step = share / 2 * (1 - x)
    else:
        factor, share = h / (4 * math.sqrt(freedom + h * h)), 2 / math.pi * math.asin(math.sqrt(x))
        step = 2 / math.pi * math.sqrt(x * (1 - x))
    for j in range(2 + odd, freedom + 1, 2):
        total += factor * (1 + sign * share)
        share += step
        step *= j / (j + 1) * (1 - x)
        factor *= (j - 1) / j * ratio
    return total
