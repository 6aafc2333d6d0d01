"""Conditions that alternate rapidly: how far apart their paths lie, and which stand out from the control.

Sources: actual and linearly interpolated values, Manolov & Onghena, Psychological Methods 23 (2018) 480-504;
criterion lines of functional analyses, Hagopian and others, JABA 30 (1997) 313-326, as modified for any number of
points by Roane and others, JABA 46 (2013) 130-146.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.moments import deviation, mean

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Apart:
    """One path against another where both have a value, measured or between two measured ones.

    `difference` = mean of first - second; `above` of `n` comparisons have the first higher; None without any.
    """

    difference: float | None
    above: int
    n: int


@dataclass(frozen=True, slots=True)
class Elevated:
    """Points of a condition above and below the control's criterion lines (its mean and one SD either way).

    `differentiated`: those above less those below are half of the condition's points or more; None where the control
    has fewer than two points or the condition none.
    """

    above: int
    below: int
    n: int
    upper: float | None
    lower: float | None
    differentiated: bool | None


def apart(one: Points, two: Points) -> Apart:
    """Compare two paths of (session, value) at every session that both paths span."""
    sessions = sorted({at for at, _ in (*one, *two)})
    pairs = [(_value(one, at), _value(two, at)) for at in sessions]
    both = [(x, y) for x, y in pairs if x is not None and y is not None]
    if not both:
        return Apart(None, 0, 0)
    return Apart(sum(x - y for x, y in both) / len(both), sum(x > y for x, y in both), len(both))


def elevated(control: Sequence[float], test: Sequence[float]) -> Elevated:
    """A condition's values against the control's criterion lines."""
    if len(control) < 2 or not test:
        return Elevated(0, 0, len(test), None, None, None)
    middle, spread = mean(control), deviation(control)
    assert middle is not None and spread is not None
    upper, lower = middle + spread, middle - spread
    above, below = sum(value > upper for value in test), sum(value < lower for value in test)
    return Elevated(above, below, len(test), upper, lower, above - below >= len(test) / 2)


def _value(points: Points, at: float) -> float | None:
    """The value of a path at a session: measured, on the line between its neighbors, or None outside."""
    ordered = sorted(points)
    before = [point for point in ordered if point[0] <= at]
    after = [point for point in ordered if point[0] >= at]
    if not before or not after:
        return None
    (x1, y1), (x2, y2) = before[-1], after[0]
    return y1 if x1 == x2 else y1 + (y2 - y1) * (at - x1) / (x2 - x1)
