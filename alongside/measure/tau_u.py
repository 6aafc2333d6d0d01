"""Tau-U in its variants: Tau of A against B with the trends of A and B taken off or added.

The name alone says nothing: the same data give several numbers. Every function here takes the `contrast` and the
`variant`, and every page that shows a Tau-U shows both.
Sources: Parker, Vannest, Davis & Sauber 2011; Tarlow 2017; Brossart, Laird & Armstrong 2018.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from alongside.measure.estimate import UNDEFINED, Direction, Estimate, sign_of, two_sided
from alongside.measure.kendall import Kendall, kendall, trend

Contrast = Literal[
    "A vs. B", "A vs. B - Trend A", "A vs. B + Trend B", "A vs. B + Trend B - Trend A", "Trend A", "Trend B"
]
Variant = Literal["complete tau-a", "complete tau-b", "parker", "tarlow"]
CONTRASTS: tuple[Contrast, ...] = (
    "A vs. B", "A vs. B - Trend A", "A vs. B + Trend B", "A vs. B + Trend B - Trend A", "Trend A", "Trend B",
)  # fmt: skip


def tau_u(a: Sequence[float], b: Sequence[float], *, improvement: Direction) -> float | None:
    """Tau-U as first published: (S_AB - S_A) / mn. It can leave [-1, 1]. None for an empty phase."""
    if not a or not b:
        return None
    s = _between(a, b) - trend(a)
    return sign_of(improvement) * s / (len(a) * len(b))


def tau_u_variant(a: Sequence[float], b: Sequence[float], *, contrast: Contrast, variant: Variant) -> Estimate:
    """One Tau-U of raw, unflipped data (positive means rising) with SE = tau/z and the two-sided p of z.

    "complete tau-a": S over mn plus the within-phase pairs that the contrast uses; z without tie correction.
    "complete tau-b": S over the tie-corrected pairs (for A vs. B: mn less half the tied AB pairs).
    "parker": S over mn for "A vs. B - Trend A", else over all its pairs; z corrected for ties.
    "tarlow": S over all its pairs; z corrected for ties and for continuity.
    SE is None where z is zero; the value is None where no pair can be compared.
    """
    if not a or not b:
        return UNDEFINED
    found = _ranked(a, b, contrast)
    over = _denominator(a, b, found, contrast, variant)
    if not over:
        return UNDEFINED
    value = found.s / over
    z = _deviate(found, variant)
    if not z:
        return Estimate(value, p=1.0 if z == 0 else None)
    return Estimate(value, value / z, p=two_sided(z))


def tau_u_combined(values: Sequence[tuple[float, int]]) -> Estimate:
    """Fixed-effect mean of (tau, points) over cases in Fisher's z, weight n - 3; `se` is that of z.

    A case of exactly 1 or -1 decides the mean; None with cases at both ends, a |tau| above 1 or no weight.
    """
    weight = sum(points - 3 for _, points in values)
    if weight <= 0 or any(abs(tau) > 1 for tau, _ in values):
        return UNDEFINED
    ends = {tau for tau, _ in values if abs(tau) == 1}
    if len(ends) == 2:
        return UNDEFINED
    se = 1 / math.sqrt(weight)
    if ends:
        return Estimate(ends.pop(), se)
    z = math.fsum((points - 3) * math.atanh(tau) for tau, points in values) / weight
    return Estimate(math.tanh(z), se, p=two_sided(z / se))


def _between(a: Sequence[float], b: Sequence[float]) -> int:
    """Pairs that rise less pairs that fall, by place in the sorted values."""
    ordered = sorted(b)
    return sum(len(b) - bisect_right(ordered, x) - bisect_left(ordered, x) for x in a)


def _ties(a: Sequence[float], b: Sequence[float]) -> int:
    """Pairs alike."""
    there = Counter(b)
    return sum(there[x] for x in a)


def _ranked(a: Sequence[float], b: Sequence[float], contrast: Contrast) -> Kendall:
    """Kendall's S against an order in which each phase rises, falls or stands still as the contrast says."""
    m, n = len(a), len(b)
    if contrast == "Trend A":
        return kendall(range(m), a)
    if contrast == "Trend B":
        return kendall(range(n), b)
    first = range(m, 0, -1) if "- Trend A" in contrast else [0] * m
    second = range(m + 1, m + n + 1) if "+ Trend B" in contrast else [m + 1] * n
    return kendall([*first, *second], [*a, *b])


def _denominator(a: Sequence[float], b: Sequence[float], found: Kendall, contrast: Contrast, variant: Variant) -> float:
    if variant == "complete tau-b" and contrast != "A vs. B":
        return math.sqrt((found.pairs - found.tied_x) * (found.pairs - found.tied_y))
    if variant == "parker" and contrast == "A vs. B - Trend A":
        return len(a) * len(b)
    ties = _ties(a, b) / 2 if variant == "complete tau-b" else 0
    return found.pairs - found.tied_x - ties


def _deviate(found: Kendall, variant: Variant) -> float | None:
    variance = found.variance_untied if variant == "complete tau-a" else found.variance
    if variance <= 0:
        return None
    distance = max(0, abs(found.s) - 1) if variant == "tarlow" else abs(found.s)
    return math.copysign(distance, found.s) / math.sqrt(variance)
