"""How likely one thing is given another, with counts and intervals: from pairs, intervals, or events in time.

Sources: Lerman & Iwata, Journal of Applied Behavior Analysis 26 (1993) 293-319; Vollmer and others, Journal of Applied
Behavior Analysis 34 (2001) 269-287 (against the background); Martens and others, Journal of School Psychology 46 (2008)
(contingency space); intervals: Wilson 1927, and Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.measure.contingency import Contingency, contingency
from alongside.measure.wilson import Share, share


@dataclass(frozen=True, slots=True)
class Likelihood:
    """P(event | condition), P(event | no condition) and P(event), each a share with its interval.

    `table` has the indices of the same four counts. `lower` and `upper` bound given - without (Newcombe).
    """

    given: Share
    without: Share
    background: Share
    table: Contingency
    lower: float | None
    upper: float | None


def likelihood(*, both: int, condition_only: int, event_only: int, neither: int) -> Likelihood:
    """From four counts: the condition with and without the event, and the event without the condition."""
    table = contingency(both=both, behavior_only=condition_only, consequence_only=event_only, neither=neither)
    given, without = share(both, both + condition_only), share(event_only, event_only + neither)
    lower, upper = difference(given, without)
    return Likelihood(given, without, share(both + event_only, table.n), table, lower, upper)


def of_pairs(pairs: Iterable[tuple[bool, bool]]) -> Likelihood:
    """From (condition, event) of each interval or record."""
    cells = [0, 0, 0, 0]
    for condition, event in pairs:
        cells[2 * bool(condition) + bool(event)] += 1
    return likelihood(both=cells[3], condition_only=cells[2], event_only=cells[1], neither=cells[0])


def in_intervals(conditions: Sequence[bool | None], events: Sequence[bool | None], *, lag: int = 0) -> Likelihood:
    """From two rows of marks: the event `lag` intervals after the condition. None is an interval nobody observed.

    ValueError for a lag below zero and for rows of different lengths.
    """
    if lag < 0 or len(conditions) != len(events):
        raise ValueError("both rows have the same intervals, and a lag is zero or more")
    paired = zip(conditions, events[lag:], strict=False)
    return of_pairs((one, two) for one, two in paired if one is not None and two is not None)


def within_seconds(
    conditions: Sequence[float], events: Sequence[float], *, seconds: float, length: float
) -> Likelihood:
    """From moments in seconds since the start: the time observed is cut into windows of `seconds` (10 to 15 are usual).

    In a window with the condition, the event has to come within `seconds` after the first of it; in one without, within
    the window. ValueError for a moment outside the time observed and for windows of no length.
    """
    if seconds <= 0 or any(not 0 <= moment <= length for moment in (*conditions, *events)):
        raise ValueError("windows have a length, and every moment lies within the time observed")
    windows = max(1, math.ceil(length / seconds)) if length else 0
    first = [math.inf] * windows
    for moment in conditions:
        place = min(int(moment // seconds), windows - 1)
        first[place] = min(first[place], moment)
    starts = [place * seconds if start == math.inf else start for place, start in enumerate(first)]
    ordered = sorted(events)
    return of_pairs(
        (began != math.inf, _any_within(ordered, start, start + seconds, closed=began != math.inf))
        for began, start in zip(first, starts, strict=True)
    )


def difference(one: Share, two: Share) -> tuple[float | None, float | None]:
    """Newcombe's interval of one share less another, independent of it; None, None where either is of nothing."""
    if one.value is None or two.value is None:
        return None, None
    assert one.lower is not None and one.upper is not None and two.lower is not None and two.upper is not None
    apart = one.value - two.value
    below = math.hypot(one.value - one.lower, two.upper - two.value)
    above = math.hypot(one.upper - one.value, two.value - two.lower)
    return apart - below, apart + above


def _any_within(ordered: Sequence[float], start: float, end: float, *, closed: bool) -> bool:
    """Is there a moment from start to end, the end itself counting where the window is `closed`?"""
    place = bisect_left(ordered, start)
    return place < len(ordered) and (ordered[place] < end or (closed and ordered[place] == end))
