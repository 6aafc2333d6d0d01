"""Every measurement type on plain values: numerator and denominator kept, None where undefined."""

import pytest

from alongside.measure import counting, ratings, timing, trials
from alongside.measure.summary import Summary, together
from alongside.measure.trials import Trial

YES, NO, NONE = Trial(True), Trial(False), Trial(None)
HELPED = Trial(True, prompt=2)


@pytest.mark.parametrize(
    ("found", "value", "numerator", "denominator", "n"),
    [
        (counting.count(7, minutes=30), 7, 7, 30, 7),
        (counting.rate(6, minutes=30), 0.2, 6, 30, 6),
        (counting.rate(6, minutes=30, per="hour"), 12, 6, 0.5, 6),
        (counting.rate(2, minutes=2880, per="day"), 1, 2, 2, 2),
        (counting.rate(3, minutes=0), None, 3, 0, 3),
        (counting.permanent_product(4), 4, 4, 1, 4),
        (counting.permanent_product(4, opportunities=8), 50, 4, 8, 4),
        (counting.permanent_product(0, opportunities=0), None, 0, 0, 0),
        (timing.total_duration([(0, 30), (60, 75)]), 45, 45, 1, 2),
        (timing.total_duration([]), 0, 0, 1, 0),
        (timing.mean_duration([(0, 30), (60, 75)]), 22.5, 45, 2, 2),
        (timing.mean_duration([]), None, 0, 0, 0),
        (timing.percent_of_session([(0, 30), (60, 75)], minutes=5), 15, 45, 300, 2),
        (timing.percent_of_session([(0, 30)], minutes=0), None, 30, 0, 1),
        (timing.mean_latency([(10, 14), (30, None), (50, 52)]), 3, 6, 2, 2),
        (timing.mean_latency([(10, None)]), None, 0, 0, 0),
        (timing.mean_inter_response_time([(0, 5), (15, 20), (50, 51)]), 20, 40, 2, 2),
        (timing.mean_inter_response_time([(50, 51), (0, 5), (15, 20)], measured="onset to onset"), 25, 50, 2, 2),
        (timing.mean_inter_response_time([(0, 5)]), None, 0, 0, 0),
        (trials.percent_correct([YES, NO, NONE, HELPED]), 50, 2, 4, 4),
        (trials.percent_correct([]), None, 0, 0, 0),
        (trials.percent_independent([YES, NO, NONE, HELPED]), 25, 1, 4, 4),
        (trials.percent_independent([YES, NO, NONE, HELPED], highest_prompt=2), 50, 2, 4, 4),
        (trials.trials_to_criterion([NO, YES, YES, YES, NO], needed=3), 4, 4, 5, 5),
        (trials.trials_to_criterion([YES, NO, YES, HELPED], needed=2), None, 0, 4, 4),
        (trials.trials_to_criterion([YES, NO, YES, YES], needed=3, window=4), 4, 4, 4, 4),
        (trials.task_analysis([0, 0, 1, None, 3]), 40, 2, 5, 5),
        (trials.task_analysis([]), None, 0, 0, 0),
        (trials.integrity([True, False, None, True]), 200 / 3, 2, 3, 3),
        (trials.integrity([None]), None, 0, 0, 0),
        (ratings.magnitude([0, 3, 4]), 7 / 3, 7, 3, 3),
        (ratings.magnitude([]), None, 0, 0, 0),
        (ratings.rating([7.5]), 7.5, 7.5, 1, 1),
    ],
)
def test_summary(found, value, numerator, denominator, n):
    assert found.value == pytest.approx(value) if value is not None else found.value is None
    assert (found.numerator, found.denominator, found.n) == pytest.approx((numerator, denominator, n))
    assert found.unit


def test_share_by_prompt_level():
    found = trials.prompt_levels([YES, HELPED, HELPED, NO], levels=["independent", "gesture", "model"])
    assert {level: summary.value for level, summary in found.items()} == {"independent": 25, "gesture": 0, "model": 50}
    with pytest.raises(ValueError, match="prompt level"):
        trials.prompt_levels([HELPED], levels=["independent"])


def test_median_of_an_ordinal_scale():
    assert ratings.middle_score([0, 4, 4]) == 4
    assert ratings.middle_score([]) is None


@pytest.mark.parametrize(
    "broken",
    [
        lambda: counting.rate(-1, minutes=5),
        lambda: counting.rate(1, minutes=-5),
        lambda: counting.count(1, minutes=float("nan")),
        lambda: timing.total_duration([(5, 3)]),
        lambda: timing.mean_latency([(5, 3)]),
        lambda: timing.mean_inter_response_time([(0, 5), (3, 8)]),
        lambda: ratings.magnitude([5]),
        lambda: ratings.rating([-1]),
        lambda: trials.trials_to_criterion([YES], needed=0),
        lambda: trials.trials_to_criterion([YES], needed=3, window=2),
    ],
)
def test_what_cannot_be_is_refused(broken):
    with pytest.raises(ValueError):
        broken()


def test_sessions_are_added_before_dividing():
    one, two = counting.rate(6, minutes=30), counting.rate(0, minutes=10)
    assert together([one, two]) == Summary(0.15, "events per minute", 6, 40, 6)
    assert together([trials.percent_correct([YES]), trials.percent_correct([NO, NO, NO])]).value == 25
    assert together([]) is None
    with pytest.raises(ValueError, match="units"):
        together([one, counting.count(3, minutes=10)])
