"""What is counted by sorting, or summed in closed form, against the same thing written down plainly."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from alongside.measure.bivariate_t import Bivariate, above_zero, both_above_zero
from alongside.measure.kendall import inversions, kendall, trend
from alongside.measure.nap import newcombe
from alongside.measure.tau_u import CONTRASTS, tau_u, tau_u_variant

few = some.lists(some.integers(0, 6).map(lambda n: n / 2), min_size=1, max_size=25)


def sign(value):
    return (value > 0) - (value < 0)


@given(some.lists(some.tuples(some.integers(0, 5), some.integers(0, 5)), max_size=30))
def test_kendall_pair_by_pair(points):
    x, y = [one for one, _ in points], [two for _, two in points]
    found = kendall(x, y)
    assert found.s == sum(sign(b - a) * sign(d - c) for (a, c), (b, d) in combinations(points, 2))
    assert found.tied_x == sum(a == b for a, b in combinations(x, 2))
    assert trend(y) == sum(sign(b - a) for a, b in combinations(y, 2))


def test_many_values_are_counted_by_halves():
    values = [(n * 7919) % 1301 for n in range(1500)]
    assert inversions(values) == sum(b < a for a, b in combinations(values, 2))
    assert inversions([]) == inversions([3]) == inversions(range(2000)) == 0
    assert inversions(range(2000, 0, -1)) == 2000 * 1999 // 2


@given(few, few)
def test_tau_u_pair_by_pair(a, b):
    between = sum(sign(y - x) for x in a for y in b)
    within = sum(sign(y - x) for x, y in combinations(a, 2))
    assert tau_u(a, b, improvement="increase") == pytest.approx((between - within) / (len(a) * len(b)))
    ties = sum(x == y for x in a for y in b)
    found = tau_u_variant(a, b, contrast=CONTRASTS[0], variant="complete tau-b").value
    assert found is None or found == pytest.approx(between / (len(a) * len(b) - ties / 2))


centers = some.floats(-8, 8)


@given(centers, centers, some.floats(0.05, 20), some.floats(0.05, 20), some.floats(-0.99, 0.99), some.integers(1, 60))
def test_chances_of_two_numbers_add_up(one, two, first, second, r, freedom):
    """Both above zero, and the first above with the second below: together the first above zero."""
    assume(first > 0 and second > 0)
    along = r * (first * second) ** 0.5
    above = both_above_zero(Bivariate(one, two, first, second, along, freedom))
    below = both_above_zero(Bivariate(one, -two, first, second, -along, freedom))
    assert above + below == pytest.approx(above_zero(one, first, freedom), abs=1e-11)
    assert above == pytest.approx(both_above_zero(Bivariate(two, one, second, first, along, freedom)), abs=1e-12)


def test_a_bound_that_was_asked_before_is_the_same():
    assert newcombe(0.8, 8, 15) == newcombe(0.8, 8, 15) == newcombe.__wrapped__(0.8, 8, 15)
    with pytest.raises(ValueError):
        both_above_zero(Bivariate(0, 0, 1, 1, 0, 0))
