"""The 2 x 2 table of behavior and consequence."""

import pytest

from alongside.measure.contingency import contingency


def test_worked_example():
    found = contingency(both=14, behavior_only=6, consequence_only=10, neither=30)
    assert (found.given, found.background, found.without) == pytest.approx((0.70, 0.40, 0.25))
    assert (found.value, found.delta, found.relative_risk, found.yules_q) == pytest.approx((0.30, 0.45, 2.8, 0.75))
    assert (found.n, found.occurrences) == (60, 20)


def test_undefined_parts():
    never = contingency(both=0, behavior_only=0, consequence_only=3, neither=5)
    assert (never.given, never.value, never.delta, never.relative_risk, never.yules_q) == (None,) * 5
    assert never.background == 3 / 8
    assert contingency(both=2, behavior_only=1, consequence_only=0, neither=4).relative_risk is None
    assert contingency(both=0, behavior_only=0, consequence_only=0, neither=0).background is None


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError):
        contingency(both=1, behavior_only=-1, consequence_only=0, neither=0)
