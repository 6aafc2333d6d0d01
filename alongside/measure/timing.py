"""Events that last or that wait: duration, latency, inter-response time. Times are seconds from the session's start.

Conventions: Cooper, Heron & Heward 2020, chapter 4.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from alongside.measure.summary import Summary, not_negative, share

Span = tuple[float, float]


def total_duration(spans: Sequence[Span]) -> Summary:
    """Seconds from on to off, added up. ValueError where an occurrence ends before it begins."""
    total = sum(_lengths(spans))
    return Summary(total, "seconds", total, 1, len(spans))


def mean_duration(spans: Sequence[Span]) -> Summary:
    """Seconds per occurrence; None for no occurrence."""
    return share(sum(_lengths(spans)), len(spans), unit="seconds per occurrence", n=len(spans))


def percent_of_session(spans: Sequence[Span], *, minutes: float) -> Summary:
    """Total duration as percent of the time observed; None for no time observed."""
    seconds = 60 * not_negative(minutes, "the time observed")
    return share(sum(_lengths(spans)), seconds, unit="percent of session", n=len(spans), times=100)


def mean_latency(cues: Sequence[tuple[float, float | None]]) -> Summary:
    """Mean seconds from each cue to the onset of its response; None for no response.

    A cue without response (None) does not count into the mean: `n` is the number of responses. ValueError where a
    response comes before its cue.
    """
    waits = [_positive(onset - cue) for cue, onset in cues if onset is not None]
    return share(sum(waits), len(waits), unit="seconds to response", n=len(waits))


def mean_inter_response_time(
    spans: Sequence[Span], *, measured: Literal["offset to onset", "onset to onset"] = "offset to onset"
) -> Summary:
    """Mean seconds between responses; None for fewer than two.

    "offset to onset" is the pause between; "onset to onset" (rate-free DRL) is about 1 / rate.
    """
    ordered = sorted(spans)
    _lengths(ordered)
    start = 1 if measured == "offset to onset" else 0
    gaps = [_positive(later[0] - earlier[start]) for earlier, later in pairwise(ordered)]
    return share(sum(gaps), len(gaps), unit="seconds between responses", n=len(gaps))


def _lengths(spans: Sequence[Span]) -> list[float]:
    return [_positive(off - on) for on, off in spans]


def _positive(seconds: float) -> float:
    if seconds < 0:
        raise ValueError("a response ends or begins before what comes before it")
    return seconds
