"""Adjusted residuals of counted pairs: against reference values, marked intervals, several looks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.measure.tests.places import SEQUENCES, table
from alongside.measure.transitions import adjusted_residual, at_lag, bound, crossed, of_counts, tallest, yules_q

WANTED = table(SEQUENCES / "lagsequential_expected.csv")
NAMES = {"freqs": "count", "expfreqs": "expected", "probs": "probability", "adjres": "residual", "YulesQ": "yules_q"}


@pytest.mark.parametrize("name", ["data_sequential", "data_Wampold_1982", "data_Wampold_1984"])
def test_reference_values_of_every_pair(name):
    codes = [row["code"] for row in table(SEQUENCES / f"{name}.csv")]
    found = {(pair.given, pair.target): pair for pair in crossed(pairwise(codes))}
    rows = [row for row in WANTED if row["dataset"] == name and row["metric"] in NAMES]
    assert len(rows) == 5 * 36
    for row in rows:
        pair = found[row["given"].split()[-1], row["target"].split()[-1]]
        assert getattr(pair, NAMES[row["metric"]]) == pytest.approx(float(row["value"]), abs=1e-6), row


def test_a_square_of_the_residual_is_the_chi_square_of_the_four_cells():
    a, b, c, d = 14, 6, 10, 30
    square = 60 * (a * d - b * c) ** 2 / ((a + b) * (c + d) * (a + c) * (b + d))
    assert adjusted_residual(a, a + b, a + c, 60) ** 2 == pytest.approx(square)
    assert yules_q(a, a + b, a + c, 60) == pytest.approx(0.75)


def test_pairs_that_never_came_stand_there_too():
    found = of_counts({("a", "x"): 3, ("b", "y"): 1})
    assert [(one.given, one.target, one.count) for one in found] == [
        ("a", "x", 3), ("a", "y", 0), ("b", "x", 0), ("b", "y", 1),
    ]  # fmt: skip
    assert [one.count for one in tallest(found)] == [3, 1, 0, 0]
    assert found[0].least == 0.25 and found[0].otherwise == 0 and crossed([]) == ()


def test_where_nothing_can_be_said():
    alone = of_counts({("a", "x"): 5})[0]
    assert (alone.residual, alone.yules_q, alone.otherwise, alone.least) == (None, None, None, 0)
    assert adjusted_residual(0, 0, 0, 0) is None
    with pytest.raises(ValueError):
        at_lag([], -1)
    assert at_lag([], 1).probability is None


def test_a_lag_crosses_no_gap_and_no_visit():
    given_, target = {1: True, 2: False, 4: True}, {1: False, 2: True, 3: True, 5: False}
    pair = at_lag([(given_, target), ({1: True}, {})], 1)
    assert (pair.count, pair.given_n, pair.n) == (1, 2, 3)


def test_the_bound_of_several_looks():
    assert bound(1) == pytest.approx(1.959964, abs=1e-6) and bound(0) == bound(1)
    assert bound(10) == pytest.approx(2.807034, abs=1e-6)


streams = some.lists(some.tuples(some.sampled_from("abc"), some.sampled_from("xyz")), min_size=1, max_size=60)


@given(streams)
def test_rows_and_columns_add_up(pairs):
    found = crossed(pairs)
    assert sum(pair.count for pair in found) == len(pairs) == found[0].n
    assert sum(pair.expected for pair in found) == pytest.approx(len(pairs))
    assert all(pair.residual is None or pair.residual**2 <= pair.n + 1e-9 for pair in found)
