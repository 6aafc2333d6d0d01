"""One number that sums up one observation period, with the two numbers that it was made from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """`value` = numerator / denominator, in `unit` (times 100 for percent); None where it is undefined.

    `n` is how many things were seen (responses, trials, intervals); the numerator and denominator are kept so that
    sessions can be added up before dividing.
    """

    value: float | None
    unit: str
    numerator: float
    denominator: float
    n: int


def share(numerator: float, denominator: float, *, unit: str, n: int, times: float = 1) -> Summary:
    """numerator / denominator * times; the value is None for a denominator of zero."""
    value = times * numerator / denominator if denominator else None
    return Summary(value, unit, numerator, denominator, n)


def percent(numerator: float, denominator: float) -> Summary:
    """numerator out of denominator as a percentage; None out of zero."""
    return share(numerator, denominator, unit="percent", n=round(denominator), times=100)


def together(summaries: list[Summary]) -> Summary | None:
    """Several sessions as one: numerators and denominators are added, then divided. None for none.

    ValueError where the units differ: unlike measures are never mixed.
    """
    if not summaries:
        return None
    if len({one.unit for one in summaries}) > 1:
        raise ValueError("measures with different units cannot be added")
    unit = summaries[0].unit
    over, under = sum(one.numerator for one in summaries), sum(one.denominator for one in summaries)
    times = 100 if unit.startswith("percent") else 1
    return share(over, under, unit=unit, n=sum(one.n for one in summaries), times=times)


def not_negative(value: float, what: str) -> float:
    """The value itself; ValueError below zero or where it is not a finite number."""
    if not 0 <= value < float("inf"):
        raise ValueError(f"{what} is a finite number, never negative")
    return value
