"""What an eye looks for in a graph: level, variability, immediacy, and how far the level changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from alongside.measure.moments import deviation


@dataclass(frozen=True, slots=True)
class Level:
    """Mean and median of a phase, in the units of the graph."""

    mean: float
    median: float


@dataclass(frozen=True, slots=True)
class Variability:
    """Spread of a phase: SD (divisor n - 1; None for one point), coefficient of variation (SD / mean; None for a
    mean of zero), lowest and highest value."""

    sd: float | None
    cv: float | None
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Envelope:
    """Band around the median, how many of how many points lie in it, and whether that is enough to be stable."""

    lower: float
    upper: float
    inside: int
    points: int
    stable: bool


def level(values: Sequence[float]) -> Level | None:
    """Mean and median; None for no points."""
    return Level(fmean(values), float(median(values))) if values else None


def variability(values: Sequence[float]) -> Variability | None:
    """SD, coefficient of variation and range; None for no points."""
    if not values:
        return None
    sd, mean = deviation(values), fmean(values)
    return Variability(sd, sd / abs(mean) if sd is not None and mean else None, min(values), max(values))


def stability_envelope(values: Sequence[float], *, width: float = 0.25, enough: float = 0.80) -> Envelope | None:
    """Stable where at least 80 % of the points lie within 25 % of the median (Gast & Ledford 2014).

    None for no points. Around a median of zero the band has no width, and only zeros lie inside.
    """
    if not values:
        return None
    center = float(median(values))
    half = width * abs(center)
    inside = sum(abs(value - center) <= half + 1e-9 for value in values)
    return Envelope(center - half, center + half, inside, len(values), inside >= enough * len(values) - 1e-9)


def immediacy(a: Sequence[float], b: Sequence[float], *, points: int = 3) -> float | None:
    """Mean of the first three B points less the mean of the last three A points, in the units of the graph.

    Kratochwill et al. 2013. None where a phase is shorter than that.
    """
    if len(a) < points or len(b) < points or points < 1:
        return None
    return fmean(b[:points]) - fmean(a[-points:])


def absolute_level_change(a: Sequence[float], b: Sequence[float]) -> float | None:
    """First B point less last A point; None for an empty phase."""
    return b[0] - a[-1] if a and b else None


def relative_level_change(a: Sequence[float], b: Sequence[float]) -> float | None:
    """Median of the first half of B less median of the second half of A (Gast & Ledford 2014).

    An odd middle point belongs to neither half. None for a phase of fewer than two points.
    """
    if len(a) < 2 or len(b) < 2:
        return None
    return float(median(b[: len(b) // 2])) - float(median(a[-(len(a) // 2) :]))
