"""Lag-sequential analysis against reference values, and what it does at the edges."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.measure.sequences import chains, sequential
from alongside.measure.tests.places import SEQUENCES, table

WANTED = table(SEQUENCES / "lagsequential_expected.csv")
NAMES = {"freqs": "count", "expfreqs": "expected", "probs": "probability", "adjres": "residual", "p": "p",
         "YulesQ": "yules_q", "z": "z", "kappas": "kappa", "pk": "kappa_p"}  # fmt: skip
DATASETS = ["data_sequential", "data_Wampold_1982", "data_Wampold_1984"]


def stream(name):
    return [row["code"] for row in table(SEQUENCES / f"{name}.csv")]


def segments(name):
    return [list(run) for marks, run in groupby(stream(name), key=lambda code: code == "segment") if not marks]


@pytest.mark.parametrize("name", DATASETS)
def test_every_cell(name):
    found, rows = (
        sequential([stream(name)]),
        [row for row in WANTED if row["dataset"] == name and row["metric"] in NAMES],
    )
    assert len(rows) == 9 * 36
    for row in rows:
        cell = found.of(row["given"].split()[-1], row["target"].split()[-1])
        assert getattr(cell, NAMES[row["metric"]]) == pytest.approx(float(row["value"]), abs=1e-6), row


@pytest.mark.parametrize("name", DATASETS)
def test_the_whole_table(name):
    found = sequential([stream(name)])
    square, freedom, p = (float(r["value"]) for r in WANTED if r["dataset"] == name and r["metric"] == "chi")
    assert (found.chi_square, found.freedom, found.p) == (pytest.approx(square), freedom, pytest.approx(p, abs=1e-6))


def test_no_transition_crosses_two_segments():
    parts = segments("data_seqgroups_strings")
    found = sequential(parts)
    assert (len(parts), found.n) == (3, sum(map(len, parts)) - 3)
    assert found.of("LAC", "RAC").count == sum(list(zip(p, p[1:], strict=False)).count(("LAC", "RAC")) for p in parts)
    assert sequential([["a"], ["b"]]).n == 0


def test_lags_and_chains():
    assert sequential([["a", "b", "a", "c"]], lag=2).of("a", "a").count == 1
    assert chains([["demand", "hits", "break", "demand", "hits", "break"], ["demand"]]).most_common(1) == [
        (("demand", "hits", "break"), 2)
    ]


def test_undefined():
    nothing = sequential([])
    assert (nothing.n, nothing.chi_square, nothing.p, nothing.transitions) == (0, None, None, ())
    never = sequential([["a", "a"]], codes=["a", "b"]).of("b", "a")
    assert (never.probability, never.residual, never.yules_q, never.z, never.kappa) == (None,) * 5
    for broken in ({"lag": 0}, {"codes": ["b"]}):
        with pytest.raises(ValueError):
            sequential([["a"]], **broken)
    with pytest.raises(ValueError):
        chains([], length=0)


@given(some.lists(some.lists(some.sampled_from("abcd"), max_size=30), max_size=5), some.integers(1, 3))
def test_counts_and_expectations_add_up(streams, lag):
    found = sequential(streams, lag=lag)
    assert sum(t.count for t in found.transitions) == found.n == sum(max(0, len(s) - lag) for s in streams)
    assert sum(t.expected for t in found.transitions) == pytest.approx(found.n)
    for code in found.codes:
        row = [found.of(code, other).probability for other in found.codes]
        assert row[0] is None or sum(row) == pytest.approx(1)
