"""Judged strength: magnitude with the agency's anchors, and direct behavior ratings. Ordinal numbers."""

from collections.abc import Sequence
from statistics import median

from alongside.measure.summary import Summary, share


def magnitude(scores: Sequence[int], *, highest: int = 4) -> Summary:
    """Mean intensity of the occurrences, 0 to `highest`; None for no occurrence. ValueError off the scale."""
    _on_scale(scores, highest)
    return share(sum(scores), len(scores), unit=f"intensity, 0 to {highest}", n=len(scores))


def rating(scores: Sequence[float], *, highest: float = 10) -> Summary:
    """Mean rating of a session, 0 to `highest` (direct behavior rating: 10); None for no rating."""
    _on_scale(scores, highest)
    return share(sum(scores), len(scores), unit=f"rating, 0 to {highest:g}", n=len(scores))


def middle_score(scores: Sequence[float]) -> float | None:
    """Median score, which fits ordinal scales better than the mean; None for no score."""
    return float(median(scores)) if scores else None


def _on_scale(scores: Sequence[float], highest: float) -> None:
    if any(not 0 <= score <= highest for score in scores):
        raise ValueError(f"a score lies from 0 to {highest:g}")
