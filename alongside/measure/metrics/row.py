"""One named number, as `alongside measure` prints it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`pair` is None where a number describes a whole case; `value` is None where it is undefined."""

    dataset: str
    series: str
    pair: int | str | None
    metric: str
    variant: str
    value: float | None
    se: float | None = None
    ci_lower: float | None = None
    ci_upper: float | None = None
