"""Preference assessments and conditions that alternate."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.measure.alternating import apart, elevated
from alongside.measure.preference import approached, engaged, paired, pairs_left, without_replacement

ITEMS = ("trains", "music", "slime")


def said(found):
    return [(one.item, one.percent, one.rank) for one in found]


def test_paired():
    trials = [("trains", "music", "trains"), ("trains", "slime", "trains"), ("music", "slime", "")]
    assert said(paired(ITEMS, trials)) == [("trains", 100, 1), ("music", 0, 2), ("slime", 0, 2)]
    assert pairs_left(ITEMS, trials[:2]) == (("music", "slime"),)
    assert said(paired(ITEMS, [])) == [(item, None, None) for item in ITEMS]


def test_without_replacement():
    """Taken first: chosen in one of one trials; second: one of two; third: one of three."""
    found = without_replacement(ITEMS, [["slime", "trains", "music"], ["slime"]])
    assert [(one.item, one.times, one.of) for one in found] == [("slime", 2, 2), ("trains", 1, 3), ("music", 1, 4)]


def test_single_and_free():
    assert said(approached(ITEMS, [("music", True), ("music", False), ("slime", True)]))[:2] == [
        ("slime", 100, 1), ("music", 50, 2),
    ]  # fmt: skip
    assert said(engaged(ITEMS, [({"music": 30}, 300), ({"music": 30, "slime": 120}, 300)])) == [
        ("slime", 20, 1), ("music", 10, 2), ("trains", 0, 3),
    ]  # fmt: skip


@given(some.lists(some.permutations(ITEMS), max_size=6))
def test_ranks_follow_percents(orders):
    found = [one for one in without_replacement(ITEMS, orders) if one.percent is not None]
    assert [one.rank for one in found] == sorted(one.rank for one in found)
    assert [one.percent for one in found] == sorted((one.percent for one in found), reverse=True)


def test_paths_apart():
    """At 2 the first path is between 4 and 8, at 3 the second between 1 and 3; 1 and 4 are spanned by one alone."""
    found = apart([(1, 4), (3, 8)], [(2, 1), (4, 3)])
    assert (found.difference, found.above, found.n) == (pytest.approx(((6 - 1) + (8 - 2)) / 2), 2, 2)
    assert apart([(1, 4)], [(2, 1)]).difference is None


def test_criterion_lines():
    """Control 0, 2, 4: mean 2, SD 2, lines at 0 and 4."""
    found = elevated([0, 2, 4], [5, 6, 1, -1])
    assert (found.upper, found.lower, found.above, found.below, found.differentiated) == (4, 0, 2, 1, False)
    assert elevated([0, 2, 4], [5, 6, 1, 1]).differentiated is True
    assert elevated([1], [5]).differentiated is None
