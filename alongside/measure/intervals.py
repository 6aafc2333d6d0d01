"""Interval recording: partial, whole and momentary; and how far each is expected to be from the truth.

A mark is True (scored), False (not scored) or None (not observed, left out). Expected values: alternating renewal
process, Pustejovsky & Swan, Four methods for analyzing partial interval recording data, Multivariate Behavioral
Research 50 (2015) 365-380.
"""

import math
from collections.abc import Sequence

from alongside.measure.roots import crossing
from alongside.measure.summary import Summary, share


def partial_interval(marks: Sequence[bool | None]) -> Summary:
    """Percent of observed intervals in which the behavior happened at any time. Over-estimates duration."""
    return _scored(marks)


def whole_interval(marks: Sequence[bool | None]) -> Summary:
    """Percent of observed intervals that the behavior filled. Under-estimates duration and frequency."""
    return _scored(marks)


def momentary(marks: Sequence[bool | None]) -> Summary:
    """Percent of observed moments at which the behavior was happening. Right on average, noisy when few."""
    return _scored(marks)


def expected_partial_interval(prevalence: float, *, mean_bout: float, interval: float) -> float:
    """E[PIR] = p + (1 - p)(1 - exp(-L / gap)), 0 to 1; bout and interval in the same unit, exponential gaps."""
    gap = _mean_gap(prevalence, mean_bout, interval)
    if gap == 0:
        return 1.0
    return prevalence + (1 - prevalence) * -math.expm1(-interval / gap)


def expected_whole_interval(prevalence: float, *, mean_bout: float, interval: float) -> float:
    """E[WIR] = p exp(-L / bout), 0 to 1, for exponential bouts."""
    _mean_gap(prevalence, mean_bout, interval)
    return prevalence * math.exp(-interval / mean_bout)


def expected_momentary(prevalence: float) -> float:
    """E[MTS] = p: the share of the time that the behavior takes."""
    _mean_gap(prevalence, 1, 1)
    return prevalence


def least_prevalence(scored: float, *, shortest_bout: float, interval: float) -> float:
    """The share of time that partial intervals stand for at least, where bouts last `shortest_bout` or more on average.

    Solves E[PIR] = `scored` (0 to 1) for the prevalence; the share of time is at most `scored` itself. Pustejovsky &
    Swan 2015. ValueError for a share outside 0 to 1, and for a bout or an interval of zero or less.
    """
    _mean_gap(scored, shortest_bout, interval)
    if scored in (0, 1):
        return float(scored)
    return crossing(
        lambda p: expected_partial_interval(p, mean_bout=shortest_bout, interval=interval) - scored, 0.0, scored
    )


def _scored(marks: Sequence[bool | None]) -> Summary:
    seen = [mark for mark in marks if mark is not None]
    return share(sum(seen), len(seen), unit="percent of intervals", n=len(seen), times=100)


def _mean_gap(prevalence: float, mean_bout: float, interval: float) -> float:
    if not 0 <= prevalence <= 1 or mean_bout <= 0 or interval <= 0:
        raise ValueError("prevalence lies from 0 to 1; bout and interval are above zero")
    return math.inf if prevalence == 0 else mean_bout * (1 - prevalence) / prevalence
