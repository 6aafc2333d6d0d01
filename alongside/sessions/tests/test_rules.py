"""When a session may begin and end, and how a visit stands."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.foundation import reference
from alongside.sessions import rules

NOON = datetime(2026, 3, 10, 16, 0, tzinfo=UTC)
LIMITS = reference.load("visits")


def minutes(n):
    return timedelta(minutes=n)


@pytest.mark.parametrize(
    ("began", "code"),
    [(NOON + minutes(6), "begins_in_the_future"), (NOON.replace(tzinfo=None), "no_zone"),
     (NOON + timedelta(days=3650), "begins_in_the_future"), (NOON.replace(year=1), "too_early")],
)  # fmt: skip
def test_when_it_cannot_begin(began, code):
    assert [f.code for f in rules.begin_faults(began, now=NOON, limits=LIMITS)] == [f"sessions.fault.{code}"]


def test_it_begins_now_or_began_earlier():
    for began in (NOON, NOON + minutes(4), NOON - timedelta(days=400)):
        assert rules.begin_faults(began, now=NOON, limits=LIMITS) == []


@pytest.mark.parametrize(
    ("ended", "planned", "reason", "code"),
    [
        (NOON - minutes(1), None, "", "ends_before_it_began"),
        (NOON, None, "", "ends_before_it_began"),
        (NOON + timedelta(days=2), None, "", "ends_in_the_future"),
        (NOON + timedelta(hours=25), None, "", "too_long"),
        (NOON + minutes(45), NOON + minutes(60), "", "early_reason"),
        (NOON + minutes(45), NOON + minutes(60), "  x ", "early_reason"),
        (NOON.replace(tzinfo=None), None, "", "no_zone"),
    ],
)
def test_when_it_cannot_end(ended, planned, reason, code):
    now = NOON + timedelta(hours=26)
    found = rules.end_faults(NOON, ended, planned_end=planned, early_reason=reason, now=now, limits=LIMITS)
    assert [f.code for f in found] == [f"sessions.fault.{code}"]


@pytest.mark.parametrize(
    ("ended", "planned", "reason"),
    [
        (NOON + minutes(46), NOON + minutes(60), ""),
        (NOON + minutes(20), NOON + minutes(60), "he fell ill"),
        (NOON + timedelta(hours=24), None, ""),
        (NOON + minutes(90), NOON + minutes(60), ""),
    ],
)
def test_when_it_ends(ended, planned, reason):
    now = NOON + timedelta(hours=26)
    assert rules.end_faults(NOON, ended, planned_end=planned, early_reason=reason, now=now, limits=LIMITS) == []


@pytest.mark.parametrize(
    ("off", "began", "ended", "now", "state"),
    [
        ("", None, None, -1, "planned"),
        ("", None, None, 0, "due"),
        ("", None, None, 60, "missed"),
        ("", 1, None, 30, "running"),
        ("", 1, 50, 70, "kept"),
        ("cancelled", None, None, 30, "cancelled"),
        ("no-show", None, None, 30, "no-show"),
        ("cancelled", 1, 50, 70, "kept"),
    ],
)
def test_how_a_visit_stands(off, began, ended, now, state):
    def at(n):
        return None if n is None else NOON + minutes(n)

    found = rules.standing(
        begins_at=NOON, ends_at=at(60), called_off=off, began_at=at(began), ended_at=at(ended), now=at(now)
    )
    assert found == state and found in rules.STANDINGS
