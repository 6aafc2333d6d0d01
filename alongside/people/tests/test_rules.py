"""What is true of clients and of what is dated around them."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.people import rules

DAY = date(2026, 11, 21)


def span(began, ended, **more):
    return SimpleNamespace(began_on=began, ended_on=ended, **more)


@pytest.mark.parametrize(
    ("born", "today", "age"),
    [
        (date(2016, 2, 29), date(2026, 2, 28), 9),
        (date(2016, 2, 29), date(2026, 3, 1), 10),
        (date(2016, 2, 29), date(2028, 2, 29), 12),
        (date(2026, 11, 21), DAY, 0),
    ],
)
def test_age_in_completed_years(born, today, age):
    assert rules.years(born, today) == age


@pytest.mark.parametrize(
    ("began", "ended", "on", "holds"),
    [
        (DAY, None, DAY, True),
        (DAY + timedelta(1), None, DAY, False),
        (DAY - timedelta(9), DAY, DAY, False),
        (DAY - timedelta(9), DAY, DAY - timedelta(1), True),
        (DAY, DAY, DAY, False),
    ],
)
def test_an_end_is_the_first_day_without(began, ended, on, holds):
    assert rules.in_force(span(began, ended), on) is holds


days = st.dates(date(2026, 1, 1), date(2026, 2, 1))


@given(days, days, days, days, days)
def test_spans_that_share_a_day_overlap(a, b, c, d, day):
    one, other = span(*sorted((a, b))), span(*sorted((c, d)))
    if rules.in_force(one, day) and rules.in_force(other, day):
        assert rules.overlapping([one], other.began_on, other.ended_on)


@pytest.mark.parametrize(
    ("identifier", "diagnosis", "codes"),
    [
        ("C-1", "F84.0, f90.2", []),
        ("", "", ["identifier"]),
        ("c-1", "", ["identifier"]),
        ("C" * 41, "", ["identifier"]),
        ("1E+15", "", ["identifier"]),
        ("C-1", "F84.0; nonsense", ["diagnosis"]),
        ("C-1", "U07.1", ["diagnosis"]),
    ],
)
def test_numbers_and_codes(identifier, diagnosis, codes):
    faults = rules.client_faults(identifier=identifier, diagnosis=diagnosis)
    assert [fault.code.rsplit(".")[-1] for fault in faults] == codes


@pytest.mark.parametrize(
    ("right", "granted", "in_law", "order", "code"),
    [
        ("consent", True, "parent", "", None),
        ("consent", True, "none", "", "order_needed"),
        ("pick_up", True, "caseworker", "", "order_needed"),
        ("pick_up", True, "none", "Letter of June Bell, 3 Mar 2026", None),
        ("be_told", True, "none", "", None),
        ("consent", False, "parent", "", "denial_needs_order"),
        ("consent", False, "parent", "Custody order, 12 Mar 2026", None),
        ("everything", True, "parent", "", "offered"),
    ],
)
def test_a_right_rests_on_the_law_or_on_a_paper(right, granted, in_law, order, code):
    rights = ("consent", "portal", "pick_up", "be_told", "safe_contact")
    faults = rules.right_faults(right=right, rights=rights, granted=granted, in_law=in_law, order=order)
    assert [fault.code for fault in faults] == ([f"people.fault.{code}"] if code else [])


def test_the_denial_wins_and_what_is_over_decides_nothing():
    yes = span(DAY - timedelta(9), None, right="consent", granted=True)
    no = span(DAY - timedelta(5), DAY, right="consent", granted=False)
    for rows in ([yes, no], [no, yes]):
        assert rules.held_rights(rows, DAY - timedelta(1)) == {"consent": False}
        assert rules.held_rights(rows, DAY) == {"consent": True}
    assert rules.held_rights([no], DAY) == {}


@pytest.mark.parametrize(
    ("reason", "hours", "codes"),
    [
        ("He ran, alone now", 4, []),
        ("short", 1, ["reason"]),
        ("He ran, alone now", 5, ["hours"]),
        ("", 0, ["reason", "hours"]),
    ],
)
def test_breaking_the_glass_needs_a_reason_and_is_short(reason, hours, codes):
    faults = rules.glass_faults(reason=reason, hours=hours)
    assert [fault.code.rsplit(".")[-1] for fault in faults] == codes
