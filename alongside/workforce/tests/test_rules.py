"""Who may supervise whom, and for how long somebody stands in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.workforce import rules

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("supervisor", "supervisee", "above", "code"),
    [
        ("imani", "rosa", {}, None),
        ("rosa", "rosa", {}, "own_supervisor"),
        ("imani", "rosa", {"rosa": {"imani"}}, "supervises_already"),
        ("rosa", "imani", {"rosa": {"imani"}}, "circle"),
        ("rosa", "amara", {"rosa": {"imani"}, "imani": {"amara"}}, "circle"),
        ("hana", "rosa", {"rosa": {"imani"}}, None),
        ("a", "b", {"a": {"c"}, "c": {"a"}}, None),
    ],
)
def test_supervision_goes_round_no_circle(supervisor, supervisee, above, code):
    faults = rules.supervision_faults(supervisor=supervisor, supervisee=supervisee, above=above)
    assert [fault.code for fault in faults] == ([f"workforce.fault.{code}"] if code else [])


people = st.integers(0, 6)


@given(st.lists(st.tuples(people, people), max_size=20))
def test_what_is_accepted_never_makes_a_circle(pairs):
    above = {}
    for supervisor, supervisee in pairs:
        if not rules.supervision_faults(supervisor=supervisor, supervisee=supervisee, above=above):
            above.setdefault(supervisee, set()).add(supervisor)
    for start in above:
        reached, waiting = set(), [start]
        while waiting:
            for one in above.get(waiting.pop(), ()):
                assert one != start
                if one not in reached:
                    reached.add(one)
                    waiting.append(one)


@pytest.mark.parametrize(
    ("stand_in", "days", "codes"),
    [("hana", 5, []), ("imani", 5, ["covers_self"]), ("hana", 400, ["cover_long"]), ("hana", -1, ["ends_before"])],
)
def test_cover(stand_in, days, codes):
    faults = rules.cover_faults(absent="imani", stand_in=stand_in, began=DAY, ends=DAY + timedelta(days))
    assert [fault.code.rsplit(".")[-1] for fault in faults] == codes


@pytest.mark.parametrize(("days", "codes"), [(0, []), (-3, []), (-20, ["ends_before"]), (1, ["end_to_come"])])
def test_work_ends_today_or_before(days, codes):
    faults = rules.end_faults(began=DAY - timedelta(10), ended=DAY + timedelta(days), today=DAY)
    assert [fault.code.rsplit(".")[-1] for fault in faults] == codes
