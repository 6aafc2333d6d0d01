"""NAP and Tau of 1,000 series with their intervals, against bare counts of pairs."""

from collections.abc import Iterator
from random import Random

from alongside.measure.nap import nap, tau
from bench.place import Place
from bench.table import Result
from bench.timing import in_turns

SERIES, LONG_A, LONG_B = 1_000, 8, 15


def results(place: Place) -> Iterator[Result]:
    dice = Random(5)
    drawn = [
        ([dice.randint(0, 12) for _ in range(LONG_A)], [dice.randint(0, 9) for _ in range(LONG_B)]) for _ in range(SERIES)
    ]
    for name, asked in (("NAP", nap), ("Tau", tau)):
        value, baseline = in_turns(
            lambda asked=asked: [asked(a, b, improvement="decrease") for a, b in drawn],
            lambda: [bare(a, b) for a, b in drawn], times=place.times(30),
        )  # fmt: skip
        yield Result(name, value, baseline=baseline)


def bare(a: list[int], b: list[int]) -> float:
    """The share of pairs that improve, ties half: the definition and nothing else."""
    return sum((y < x) + (y == x) / 2 for x in a for y in b) / (len(a) * len(b))
