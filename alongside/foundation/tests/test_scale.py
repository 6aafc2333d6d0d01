"""Ticks are round, cover the data, and start at zero unless asked otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alongside.foundation.webkit.scale import Scale, ticks


@pytest.mark.parametrize(
    ("values", "options", "expected"),
    [
        ([7.1], {}, (0, 2, 4, 6, 8)),
        ([0, 0], {}, (0, 0.25, 0.5, 0.75, 1)),
        ([0], {"whole": True}, (0, 1)),
        ([3], {"whole": True}, (0, 1, 2, 3)),
        ([10], {"whole": True}, (0, 5, 10)),
        ([46], {"top": 100}, (0, 25, 50, 75, 100)),
        ([3, 5], {"bottom": 1, "top": 5, "whole": True}, (1, 2, 3, 4, 5)),
        ([], {}, (0, 0.25, 0.5, 0.75, 1)),
        ([2400000], {}, (0, 1000000, 2000000, 3000000)),
        ([-3, 4], {}, (-4, -2, 0, 2, 4)),
        ([98, 99], {"bottom": None}, (98, 98.25, 98.5, 98.75, 99)),
    ],
)
def test_ticks(values, options, expected):
    assert ticks(values, **options) == pytest.approx(expected)


@given(some.lists(some.floats(0, 1e9), min_size=1, max_size=20), some.booleans())
def test_ticks_cover_the_data_evenly(values, whole):
    marks = ticks(values, whole=whole)
    assert marks[0] == 0 and marks[-1] >= max(values) * 0.999999 - 1e-6
    assert 2 <= len(marks) <= 6
    assert not whole or all(mark % 1 == 0 for mark in marks)


def test_a_value_outside_lies_on_the_edge():
    scale = Scale((0, 10), 100, 0)
    assert [scale.at(v) for v in (-5, 0, 5, 10, 20)] == [100, 100, 50, 0, 0]
