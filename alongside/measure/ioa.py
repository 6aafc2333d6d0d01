"""Agreement between two independent observers, in percent.

Sources: Cooper, Heron & Heward 2020, chapter 5; Reed & Azulay, Behavior Analysis in Practice 4(2) (2011) 45-52.
Every function keeps the numerator and denominator; its value is None where nothing could be compared.
"""

from collections.abc import Sequence
from typing import TypeVar

from alongside.measure.summary import Summary, percent

T = TypeVar("T")


def total_count(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Smaller total over larger total; two totals of zero agree fully. None where nobody observed an interval.

    Never to be shown alone: equal totals may hide that no single event was agreed on.
    """
    if not one and not two:
        return percent(0, 0)
    low, high = sorted((sum(one), sum(two)))
    return percent(low, high) if high else Summary(100.0, "percent", 0, 0, 0)


def mean_count_per_interval(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Mean over intervals of smaller over larger count, 1 where both are zero (partial agreement)."""
    return percent(sum(_part(x, y) for x, y in _paired(one, two)), len(one))


def exact_count_per_interval(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Intervals with the same count out of all intervals."""
    return percent(sum(x == y for x, y in _paired(one, two)), len(one))


def trial_by_trial(one: Sequence[object], two: Sequence[object]) -> Summary:
    """Trials scored alike out of all trials."""
    return percent(sum(x == y for x, y in _paired(one, two)), len(one))


def total_duration(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Shorter total over longer total of the timed occurrences; as `total_count` where there are none."""
    return total_count(one, two)


def mean_duration_per_occurrence(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Mean over occurrences, matched in order, of shorter over longer; an unmatched occurrence counts zero."""
    matched = sum(_part(x, y) for x, y in zip(one, two, strict=False))
    return percent(matched, max(len(one), len(two)))


def mean_latency(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Mean over responses, matched in order, of shorter over longer latency; unmatched counts zero."""
    return mean_duration_per_occurrence(one, two)


def mean_inter_response_time(one: Sequence[float], two: Sequence[float]) -> Summary:
    """Mean over pauses, matched in order, of shorter over longer pause; unmatched counts zero."""
    return mean_duration_per_occurrence(one, two)


def interval_by_interval(one: Sequence[bool], two: Sequence[bool]) -> Summary:
    """Intervals scored alike out of all intervals."""
    return percent(sum(bool(x) == bool(y) for x, y in _paired(one, two)), len(one))


def scored_interval(one: Sequence[bool], two: Sequence[bool]) -> Summary:
    """Intervals that both scored out of those that at least one scored (for rare behavior)."""
    pairs = _paired(one, two)
    return percent(sum(bool(x and y) for x, y in pairs), sum(bool(x or y) for x, y in pairs))


def unscored_interval(one: Sequence[bool], two: Sequence[bool]) -> Summary:
    """Intervals that neither scored out of those that at least one left unscored (for frequent behavior)."""
    pairs = _paired(one, two)
    return percent(sum(not (x or y) for x, y in pairs), sum(not (x and y) for x, y in pairs))


def event_window(one: Sequence[float], two: Sequence[float], *, seconds: float) -> Summary:
    """Events that both saw within so many seconds out of all events seen; each event is matched at most once."""
    matched = len(matches(one, two, seconds=seconds))
    return percent(matched, len(one) + len(two) - matched)


def matches(one: Sequence[float], two: Sequence[float], *, seconds: float) -> list[tuple[int, int]]:
    """Places of the events that both saw within so many seconds, in time; each at most once, as many as can be."""
    first, second = (sorted(range(len(row)), key=row.__getitem__) for row in (one, two))
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(first) and j < len(second):
        apart = two[second[j]] - one[first[i]]
        both = abs(apart) <= seconds
        if both:
            found.append((first[i], second[j]))
        i += both or apart > 0
        j += both or apart <= 0
    return found


def _paired(one: Sequence[T], two: Sequence[T]) -> list[tuple[T, T]]:
    if len(one) != len(two):
        raise ValueError(f"the observers scored {len(one)} and {len(two)}: both must score the same ones")
    return list(zip(one, two, strict=True))


def _part(x: float, y: float) -> float:
    high = max(x, y)
    return min(x, y) / high if high else 1.0
