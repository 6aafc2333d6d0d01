"""Student's t distribution for whole degrees of freedom, by its finite series (Abramowitz & Stegun 26.7.3, 26.7.4)."""

import math


def upper_tail(t: float, freedom: int) -> float:
    """P(T > t) for Student's t, to about 15 decimals. ValueError for no degree of freedom."""
    if freedom < 1:
        raise ValueError("Student's t needs at least one degree of freedom")
    angle = math.atan(t / math.sqrt(freedom))
    cosine, odd = math.cos(angle), freedom % 2 == 1
    term, total = (cosine if odd else 1.0), 0.0
    for k in range((3 if odd else 2), freedom + 1, 2):
        total += term
        term *= cosine**2 * (k - 1) / k
    inside = (angle + math.sin(angle) * total) * 2 / math.pi if odd else math.sin(angle) * total
    return (1 - inside) / 2
