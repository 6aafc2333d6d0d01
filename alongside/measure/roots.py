"""Where a continuous function crosses zero between two points: Brent's method (Brent 1973, chapter 4)."""

import sys
from collections.abc import Callable


def crossing(f: Callable[[float], float], outside: float, inside: float, *, tolerance: float = 0.0) -> float:
    """A zero of f between two points at which f has opposite signs, or an end at which f is zero.

    `tolerance` is the width at which the search may stop; 0 is full double precision.
    ValueError where f has one sign at both ends.
    """
    a, b = outside, inside
    fa, fb = f(a), f(b)
    if fa == 0 or fb == 0:
        return a if fa == 0 else b
    if (fa > 0) == (fb > 0):
        raise ValueError("the function does not change sign between the two points")
    c, fc = a, fa
    while True:
        last = b - a
        if abs(fc) < abs(fb):
            a, b, c, fa, fb, fc = b, c, b, fb, fc, fb
        enough = 2 * sys.float_info.epsilon * abs(b) + tolerance / 2
        step = (c - b) / 2
        if abs(step) <= enough or fb == 0:
            return b
        if abs(last) >= enough and abs(fa) > abs(fb):
            step = _interpolated(a, b, c, fa, fb, fc, last, enough, step)
        if abs(step) < enough:
            step = enough if step > 0 else -enough
        a, fa = b, fb
        b += step
        fb = f(b)
        if (fb > 0) == (fc > 0):
            c, fc = a, fa


def _interpolated(
    a: float, b: float, c: float, fa: float, fb: float, fc: float, last: float, enough: float, step: float
) -> float:
    """Secant or inverse quadratic step where it stays well inside the bracket, else the halving step."""
    width = c - b
    if a == c:
        ratio = fb / fa
        p, q = width * ratio, 1 - ratio
    else:
        u, v, w = fa / fc, fb / fc, fb / fa
        p = w * (width * u * (u - v) - (b - a) * (v - 1))
        q = (u - 1) * (v - 1) * (w - 1)
    if p > 0:
        q = -q
    else:
        p = -p
    if p < 0.75 * width * q - abs(enough * q) / 2 and p < abs(last * q / 2):
        return p / q
    return step
