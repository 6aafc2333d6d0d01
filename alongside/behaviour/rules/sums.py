"""What observations add up to: exact running sums, and the value that follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

Definition = Mapping[str, Any]


@dataclass(frozen=True)
class Sum:
    """Standing observations, the sum of what they add, and how many of them added to it."""

    n: int = 0
    numerator: Decimal = Decimal(0)
    records: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.n + other.n, self.numerator + other.numerator, self.records + other.records)

    def __neg__(self) -> "Sum":
        return Sum(-self.n, -self.numerator, -self.records)


def adds(definition: Definition, details: Mapping[str, Any]) -> Sum:
    """What one standing observation adds. A trial or a step adds one where it was done without a prompt."""
    name = definition["adds"]
    amount = details.get("outcome") == "correct" if name == "own" else details.get(name)
    if amount is None:
        return Sum(1)
    return Sum(1, Decimal(str(int(amount) if isinstance(amount, bool) else amount)), 1)


def divisor(definition: Definition, total: Sum, hours: float | None) -> float | None:
    """What the sum is divided by: None for a plain total, the records that added, or the session's hours."""
    return {"one": None, "records": float(total.records), "hours": hours}[definition["over"]]


def value(definition: Definition, total: Sum, hours: float | None) -> float | None:
    """sum * times / (per * divisor); None with nothing observed, or while the divisor is unknown or zero.

    Conventions of Cooper, Heron & Heward: rate per hour of observation, percent of intervals, trials or steps,
    mean latency and inter-response time in seconds, total duration in minutes.
    """
    by = divisor(definition, total, hours)
    if total.n == 0 or (definition["over"] != "one" and not by):
        return None
    scaled = float(total.numerator) * float(definition.get("times", 1))
    return scaled / (float(definition.get("per", 1)) * (by or 1.0))


def in_order(
    definition: Definition, settings: Mapping[str, Any], stream: Iterable[tuple[float, Mapping[str, Any]]]
) -> Sum:
    """The sum of a measure that depends on order. `stream`: (seconds since the session began, details), sorted."""
    rows = list(stream)
    if definition["ordered"] == "irt":
        return _irt(rows)
    return _criterion(rows, int(settings.get("in_a_row", 3)))


def _irt(rows: list[tuple[float, Mapping[str, Any]]]) -> Sum:
    """Inter-response times: as stated, otherwise from one onset to the next (milliseconds kept)."""
    total, before = Sum(), None
    for at, details in rows:
        gap = details.get("seconds")
        if gap is None and before is not None:
            gap = round(at - before, 3)
        total += Sum(1) if gap is None else Sum(1, Decimal(str(gap)), 1)
        before = at
    return total


def _criterion(rows: list[tuple[float, Mapping[str, Any]]], in_a_row: int) -> Sum:
    """Trials until `in_a_row` in a row were first done without a prompt. Not yet met: nothing is added."""
    row = 0
    for number, (_, details) in enumerate(rows, start=1):
        row = row + 1 if details["outcome"] == "correct" else 0
        if row >= max(1, in_a_row):
            return Sum(len(rows), Decimal(number), 1)
    return Sum(len(rows))
