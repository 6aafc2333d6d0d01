"""The chance that two numbers are both above zero, where they have a bivariate Student t distribution.

By the conditional distribution (a Student t with one more degree of freedom: Ding, The American Statistician 70 (2016)
293-295) and Simpson's rule over the angle of the other number's own distribution.
"""

import math
from dataclasses import dataclass

from alongside.measure.student import upper_tail

STRIPS = 200


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
    """P(both > 0), to about 6 decimals."""
    spread = math.sqrt(of.second_scale * of.freedom)
    start, end = math.atan(-of.second / spread), math.pi / 2
    width = (end - start) / STRIPS
    total = math.fsum(_weight(n) * _density(of, spread, start + n * width) for n in range(STRIPS))
    return min(1.0, total * width / 3 / _whole(of.freedom))  # at the end itself the density is zero


def _weight(n: int) -> int:
    return 1 if n == 0 else 4 if n % 2 else 2


def _density(of: Bivariate, spread: float, angle: float) -> float:
    """Density of the angle of the second number, times the chance that the first is above zero given it."""
    away = spread * math.tan(angle)
    slope = of.together / of.second_scale
    left = of.first_scale - slope * of.together
    scale = left * (of.freedom + away * away / of.second_scale) / (of.freedom + 1)
    center = of.first + slope * away
    return float(math.cos(angle) ** (of.freedom - 1)) * above_zero(center, scale, of.freedom + 1)


def _whole(freedom: int) -> float:
    """The integral of cos^(freedom - 1) over all angles."""
    return math.exp(math.lgamma(freedom / 2) - math.lgamma((freedom + 1) / 2)) * math.sqrt(math.pi)
