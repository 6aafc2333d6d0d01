"""NAP, Tau and the verdict of 10,000 series, against a bare rank computation with NumPy, one by one and all at once."""

from collections.abc import Iterator
from random import Random

import numpy

from alongside.measure.nap import nap, tau
from alongside.measure.verdict import working
from bench.place import Place
from bench.table import Result
from bench.timing import in_turns

SERIES, LONG_A, LONG_B = 10_000, 8, 15


def results(place: Place) -> Iterator[Result]:
    dice = Random(5)
    drawn = [
        ([dice.randint(0, 12) for _ in range(LONG_A)], [dice.randint(0, 9) for _ in range(LONG_B)])
        for _ in range(place.times(SERIES))
    ]
    arrays = [(numpy.array(a), numpy.array(b)) for a, b in drawn]
    assert all(abs(bare(*pair) - (nap(a, b, improvement="decrease").value or 0)) < 1e-12
               for pair, (a, b) in zip(arrays[:50], drawn, strict=False))  # fmt: skip
    for name, asked in (("NAP with its interval", nap), ("Tau with its interval", tau)):
        value, baseline = in_turns(
            lambda asked=asked: [asked(a, b, improvement="decrease") for a, b in drawn],
            lambda: [bare(a, b) for a, b in arrays], times=3,
        )  # fmt: skip
        yield Result(name, value, baseline=baseline)
    firsts, seconds = (numpy.array([pair[side] for pair in drawn]) for side in (0, 1))
    value, baseline = in_turns(
        lambda: [nap(a, b, improvement="decrease") for a, b in drawn], lambda: at_once(firsts, seconds), times=3
    )
    yield Result("NAP, against all at once", value, baseline=baseline, remark="no interval in the other")
    value, baseline = in_turns(
        lambda: [working(a, b, "decrease") for a, b in drawn], lambda: [bare(a, b) for a, b in arrays], times=2
    )
    yield Result("verdict", value, baseline=baseline)


def bare(a: "numpy.ndarray", b: "numpy.ndarray") -> float:
    """The share of pairs that improve (a decrease), ties half, from the sum of the ranks of A: nothing else."""
    _, place, count = numpy.unique(numpy.concatenate((a, b)), return_inverse=True, return_counts=True)
    ranks = (numpy.cumsum(count) - (count - 1) / 2)[place]
    return float((ranks[: len(a)].sum() - len(a) * (len(a) + 1) / 2) / (len(a) * len(b)))


def at_once(a: "numpy.ndarray", b: "numpy.ndarray") -> "numpy.ndarray":
    """The same of equally long series, one a row, without a loop: each pair compared."""
    apart = a[:, :, None] - b[:, None, :]
    return ((apart > 0).sum(axis=(1, 2)) + (apart == 0).sum(axis=(1, 2)) / 2) / (a.shape[1] * b.shape[1])
