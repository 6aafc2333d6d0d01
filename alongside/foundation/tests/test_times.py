"""Times are said in the zone of the place, dates are unambiguous, lengths are short."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.foundation.templatetags.kit_times import zone_name
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
    said = [clock(first + timedelta(minutes=n), EAST) for n in (-31, -30, 0, 29, 30, 60, 89, 90)]
    assert said[:4] == ["12:59 am", "1:00 am EDT", "1:30 am EDT", "1:59 am EDT"]
    assert said[4:] == ["1:00 am EST", "1:30 am EST", "1:59 am EST", "2:00 am"]
    assert clock(first, EAST, seconds=True) == "1:30:00 am EDT"


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        (0, 60, "1:30 am EDT–1:30 am EST"), (13, 69, "1:43 am EDT–1:39 am EST"), (0, 20, "1:30–1:50 am EDT"),
        (-50, 10, "12:40–1:40 am EDT"), (-50, 40, "12:40 am EDT–1:10 am EST"), (60, 180, "1:30–3:30 am EST"),
        (-180, 0, "10:30 pm–1:30 am EDT"), (-60, 120, "12:30–2:30 am"), (-600, 0, "3:30 pm–1:30 am EDT"),
    ],
)  # fmt: skip
def test_a_span_never_runs_backwards(begin, end, said):
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert span(first + timedelta(minutes=begin), first + timedelta(minutes=end), EAST) == said


@pytest.mark.parametrize(
    ("at", "zone", "said"),
    [
        ((2026, 10, 25, 0, 10), "Europe/Madrid", "2:10 am UTC+2"),
        ((2026, 10, 25, 1, 5), "Europe/Madrid", "2:05 am UTC+1"),
        ((2026, 4, 4, 14, 45), "Australia/Lord_Howe", "1:45 am UTC+11"),
        ((2026, 4, 4, 15, 15), "Australia/Lord_Howe", "1:45 am UTC+10:30"),
        ((2026, 11, 1, 4, 30), "America/Havana", "12:30 am UTC−4"),
        ((2026, 11, 1, 9, 30), "America/Anchorage", "1:30 am AKDT"),
        ((2026, 11, 1, 8, 30), "America/Phoenix", "1:30 am"), ((2026, 11, 1, 1, 30), "UTC", "1:30 am"),
    ],
)  # fmt: skip
def test_zones_whose_letters_not_everybody_knows_are_said_by_their_hours(at, zone, said):
    assert clock(datetime(*at, tzinfo=UTC), zone) == said


def test_a_signature_does_not_say_the_zone_twice():
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert (zone_name(first, EAST), zone_name(first + timedelta(hours=5), EAST)) == ("", "EST")


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
