"""Interval recording, and its expected bias under the alternating renewal model."""

import random

import pytest

from alongside.measure import intervals
from alongside.measure.tests.places import RECORDINGS, table


def test_percent_of_observed_intervals():
    for recording in (intervals.partial_interval, intervals.whole_interval, intervals.momentary):
        found = recording([True, False, None, True, False])
        assert (found.value, found.numerator, found.denominator) == (50, 2, 4)
        assert recording([None]).value is None


@pytest.mark.parametrize(("bout", "partial", "whole"), [(5, 0.515, 0.027), (20, 0.294, 0.121)])
def test_worked_example(bout, partial, whole):
    """Prevalence .20 in 10-second intervals."""
    assert round(intervals.expected_partial_interval(0.20, mean_bout=bout, interval=10), 3) == partial
    assert round(intervals.expected_whole_interval(0.20, mean_bout=bout, interval=10), 3) == whole
    assert intervals.expected_momentary(0.20) == 0.20


def test_the_ends():
    assert intervals.expected_partial_interval(0, mean_bout=5, interval=10) == 0
    assert intervals.expected_partial_interval(1, mean_bout=5, interval=10) == 1
    for broken in ((1.2, 5, 10), (0.5, 0, 10), (0.5, 5, 0)):
        with pytest.raises(ValueError):
            intervals.expected_whole_interval(broken[0], mean_bout=broken[1], interval=broken[2])


def test_against_a_simulated_stream():
    """One long stream of exponential bouts and gaps, scored by the definitions of the three methods."""
    chance, bout, gap, length, n = random.Random(11), 8.0, 24.0, 10.0, 20_000
    seen = [[False, True, False] for _ in range(n)]
    now, on = 0.0, False
    while now < n * length:
        end = now + chance.expovariate(1 / (bout if on else gap))
        for k in range(int(now // length), min(n, int(end // length) + 1)):
            seen[k][0] |= on
            seen[k][1] &= on
            seen[k][2] |= on and now <= (k + 1) * length < end
        now, on = end, not on
    shares = [sum(column) / n for column in zip(*seen, strict=True)]
    wanted = [
        intervals.expected_partial_interval(0.25, mean_bout=bout, interval=length),
        intervals.expected_whole_interval(0.25, mean_bout=bout, interval=length),
        intervals.expected_momentary(0.25),
    ]
    assert shares == pytest.approx(wanted, abs=0.015)


@pytest.mark.parametrize("prevalence", [0.05, 0.2, 0.6, 0.8])
def test_the_prevalence_behind_a_recording(prevalence):
    seen = intervals.expected_partial_interval(prevalence, mean_bout=7, interval=10)
    assert intervals.least_prevalence(seen, shortest_bout=7, interval=10) == pytest.approx(prevalence, abs=1e-9)


@pytest.mark.parametrize("name", ["arp_Dunlap.csv", "arp_Moes.csv"])
def test_published_recordings(name):
    """A share is a whole number of intervals, and stands for less time than it says, the shorter the bouts."""
    for row in table(RECORDINGS / name):
        scored, of, long = float(row["outcome"]), int(row["intervals"]), float(row["active_length"])
        marks = [place < round(scored * of) for place in range(of)]
        assert intervals.partial_interval(marks).value == pytest.approx(100 * scored, abs=1e-6)
        short, lasting = (intervals.least_prevalence(scored, shortest_bout=s, interval=long) for s in (2, 30))
        assert 0 <= short <= lasting <= scored
        if scored:
            assert intervals.expected_partial_interval(short, mean_bout=2, interval=long) == pytest.approx(scored)
