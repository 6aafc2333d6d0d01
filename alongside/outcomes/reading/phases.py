"""What an eye looks for in each phase: level, trend, variability."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.phase import level, stability_envelope, variability
from alongside.measure.trend import theil_sen
from alongside.outcomes.reading.conditions import Condition


@dataclass(frozen=True)
class Look:
    """One phase in numbers, in the unit of the graph. `slope`: Theil-Sen, per visit; `inside`: of the envelope."""

    name: str
    points: int
    mean: float | None
    median: float | None
    slope: float | None
    sd: float | None
    lowest: float | None
    highest: float | None
    inside: int
    stable: bool


def looks(conditions: Sequence[Condition]) -> tuple[Look, ...]:
    """Each phase that has a value. Stable: four of five values within a quarter of the median."""
    return tuple(_look(one) for one in conditions if one.values)


def _look(one: Condition) -> Look:
    at, spread, band = level(one.values), variability(one.values), stability_envelope(one.values)
    line = theil_sen(one.numbers, one.values) if len(one.values) > 2 else None
    assert at and spread and band  # there is a value
    return Look(
        one.name, len(one.values), at.mean, at.median, line.slope if line else None, spread.sd, spread.lowest,
        spread.highest, band.inside, band.stable,
    )  # fmt: skip
