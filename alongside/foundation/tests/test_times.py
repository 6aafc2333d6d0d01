"""Times are said in the zone of the place, dates are unambiguous, lengths are short."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.foundation.webkit.times import age, clock, day, elapsed, minutes, span

EAST = "America/New_York"
AT = datetime(2026, 11, 19, 21, 30, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("full", "Thu 19 Nov 2026"),
        ("short", "Thu 19 Nov"),
        ("long", "Thursday 19 Nov"),
        ("plain", "19 Nov 2026"),
    ],
)
def test_a_day(form, said):
    assert day(date(2026, 11, 19), form=form) == said


def test_the_day_is_the_day_of_the_place():
    late = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    assert (day(late, EAST), day(late, UTC)) == ("Thu 19 Nov 2026", "Fri 20 Nov 2026")


def test_every_weekday_and_month_has_a_name():
    assert len({day(date(2026, month, 1)).split()[2] for month in range(1, 13)}) == 12
    assert len({day(date(2026, 11, n)).split()[0] for n in range(1, 8)}) == 7


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0, 5), "12:05 am"),
        (time(12, 0), "12:00 pm"),
        (time(9, 7), "9:07 am"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_a_time_of_day(at, said):
    assert clock(at) == said


def test_a_time_is_moved_to_the_place():
    assert clock(AT, EAST) == "4:30 pm"
    assert clock(AT, EAST, seconds=True) == "4:30:09 pm"


@pytest.mark.parametrize("naive", [lambda at: day(at), lambda at: clock(at), lambda at: span(at, at)])
def test_a_time_without_a_zone_is_an_error(naive):
    with pytest.raises(ValueError):
        naive(datetime(2026, 11, 19, 16, 30))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(time(15, 30), time(17), "3:30–5:00 pm"), (time(11, 30), time(12, 15), "11:30 am–12:15 pm")],
)
def test_from_when_to_when(start, end, said):
    assert span(start, end) == said


def test_the_hour_that_comes_twice_in_autumn():
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert span(first, first + timedelta(hours=1), EAST) == "1:30–1:30 am"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (38, "38 s"),
        (372, "6 min 12 s"),
        (360, "6 min"),
        (6000, "1 h 40 min"),
        (7200, "2 h"),
        (3661, "1 h 1 min"),
        (-90, "−1 min 30 s"),
        (timedelta(minutes=90), "1 h 30 min"),
        (59.6, "1 min"),
        (93600, "26 h"),
    ],
)
def test_a_length_of_time(seconds, said):
    assert minutes(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (72, "1:12"), (3258, "54:18"), (3601, "1:00:01"), (-4, "0:00")]
)
def test_a_running_clock(seconds, said):
    assert elapsed(seconds) == said


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2017, 3, 4), "9 years"),
        (date(2016, 11, 20), "9 years"),
        (date(2016, 11, 19), "10 years"),
        (date(2026, 10, 20), "0 months"),
        (date(2025, 10, 19), "13 months"),
        (date(2024, 11, 19), "2 years"),
        (date(2026, 10, 19), "1 month"),
    ],
)
def test_an_age(born, said):
    assert age(born, date(2026, 11, 19)) == said


def test_the_clock_of_a_visit_always_has_hours():
    assert elapsed(3258, hours=True) == "0:54:18"
