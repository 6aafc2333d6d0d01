"""Ticks that a person would choose, and where a value lies between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
INTERVALS = 4
LEAST = 1e-6  # data closer together than this are one value


@dataclass(frozen=True)
class Scale:
    """A linear scale: `ticks` from the lowest to the highest, drawn from `low_at` to `high_at` px."""

    ticks: tuple[float, ...]
    low_at: float
    high_at: float

    def at(self, value: float) -> float:
        """Where `value` lies; a value outside the ticks lies on the nearer edge."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (min(high, max(low, value)) - low) / (high - low)
        return self.low_at + share * (self.high_at - self.low_at)


def ticks(
    values: Iterable[float], *, bottom: float | None = 0, top: float | None = None, whole: bool = False
) -> tuple[float, ...]:
    """Four to six round ticks around `values`, from `bottom` (or the data, when lower or when it is None)."""
    known = list(values)
    low = min([*known, bottom] if bottom is not None else known, default=0.0)
    high = max([*known, *([] if top is None else [top]), *([] if bottom is None else [bottom])], default=1.0)
    if high - low < LEAST:
        high = low + 1
    step = _step((high - low) / INTERVALS, whole)
    first, last = floor(round(low / step, 9)), ceil(round(high / step, 9))
    return tuple(round(n * step, 9) for n in range(first, last + 1))


def _step(raw: float, whole: bool) -> float:
    if whole:
        raw = max(raw, 1.0)
    power = 10.0 ** floor(log10(raw))
    steps = (nice * power for nice in NICE)
    return next(step for step in steps if step >= raw * 0.999999 and not (whole and step % 1))
