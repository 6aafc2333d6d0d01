"""Local times that do not exist, or exist twice, are asked about."""

from datetime import UTC, date, datetime, time

import pytest

from alongside.foundation.errors import Unacceptable
from alongside.foundation.moments import is_zone, moment, start_of, today

CHICAGO = "America/Chicago"


def test_a_plain_time_is_one_moment():
    assert moment(date(2026, 7, 1), time(15, 30), CHICAGO) == datetime(2026, 7, 1, 20, 30, tzinfo=UTC)


def test_a_skipped_time_is_refused():
    with pytest.raises(Unacceptable) as no:
        moment(date(2027, 3, 14), time(2, 30), CHICAGO, field="start")
    assert no.value.faults[0].code == "foundation.field.skipped" and no.value.faults[0].field == "start"


def test_a_repeated_time_is_asked_about():
    with pytest.raises(Unacceptable) as no:
        moment(date(2026, 11, 1), time(1, 30), CHICAGO)
    assert no.value.faults[0].code == "foundation.field.twice"
    first, second = (moment(date(2026, 11, 1), time(1, 30), CHICAGO, which=which) for which in ("first", "second"))
    assert (second - first).total_seconds() == 3600


def test_a_day_begins_at_midnight_there():
    assert start_of(date(2026, 6, 1), CHICAGO) == datetime(2026, 6, 1, 5, tzinfo=UTC)


def test_a_day_whose_midnight_is_skipped_begins_at_one():
    assert start_of(date(2024, 9, 8), "America/Santiago") == datetime(2024, 9, 8, 4, tzinfo=UTC)


def test_today_is_the_date_there():
    assert today(CHICAGO, datetime(2026, 6, 1, 3, tzinfo=UTC)) == date(2026, 5, 31)


@pytest.mark.parametrize(
    ("name", "known"),
    [("America/New_York", True), ("UTC", True), ("Etc/GMT+5", False), ("EST", False), ("", False)],
)
def test_zones_are_places(name, known):
    assert is_zone(name) is known
