"""Visits of the last week that no place verifies: whose they are, which end, why, and the way to their record."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.behaviour.tests.scenes import session
from alongside.foundation.errors import Refused
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.sessions import actions as sessions
from alongside.sessions import queries
from alongside.sessions.unplaced import Known
from alongside.sessions.verifying import Evidence
from alongside.sessions.wording import unplaced_said


def ago(**span):
    return datetime.now(UTC).replace(microsecond=0) - timedelta(**span)


def visit(cast, *told, hours=3, over=True, **more):
    """A visit of Rosa's with Theo, with what was told of its two ends: (moment, how, exception, reason)."""
    made = session(cast, began_at=ago(hours=hours), **more)
    for moment, how, *why in told:
        exception, reason = (*why, "", "")[:2]
        place = {"latitude": 39.9, "longitude": -75.1, "accuracy_m": 10.0} if how == "device_place" else {}
        evidence = Evidence(moment, how, made.began_at, **place, exception=exception, reason=reason)
        sessions.verify(by=more.get("by") or cast.rosa, on=made.pk, id=uuid7(), evidence=evidence)
    if over:
        sessions.end(by=more.get("by") or cast.rosa, on=made.pk, ended_at=made.began_at + timedelta(hours=1))
    return made


def listed(by):
    return queries.unverified(by=by, on=by.agency_id).visits


BOTH = (("begin", "device_place"), ("end", "device_place"))


def test_a_visit_that_a_place_verifies_at_both_ends_is_not_listed(cast):
    visit(cast, *BOTH)
    visit(cast, BOTH[0], over=False, hours=1)
    assert listed(cast.imani) == ()


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        ((), [("begin", "", "", ""), ("end", "", "", "")]),
        (BOTH[:1], [("end", "", "", "")]),
        ((BOTH[0], ("end", "no_place", "no_signal")), [("end", "no_place", "no_signal", "")]),
        ((("begin", "web"), ("begin", "device_place"), BOTH[1]), []),
        ((("begin", "place_refused", "other", "She asked me not to"), BOTH[1]),
         [("begin", "place_refused", "other", "She asked me not to")]),
    ],
)  # fmt: skip
def test_each_end_without_a_place_is_named_with_why(cast, told, ends):
    made = visit(cast, *told)
    found = [(one.session_id, one.ends) for one in listed(cast.imani)]
    assert found == ([(made.pk, tuple(Known(*end) for end in ends))] if ends else [])


def test_one_that_runs_is_asked_for_its_beginning_alone(cast):
    visit(cast, over=False, hours=1)
    [one] = listed(cast.imani)
    assert one.ended_at is None and [end.moment for end in one.ends] == ["begin"]


def test_seven_days_and_no_more_and_nothing_taken_over(cast):
    recent, _old = visit(cast, hours=6 * 24), visit(cast, hours=9 * 24)
    assert [one.session_id for one in listed(cast.imani)] == [recent.pk]


def test_a_supervisor_sees_those_whose_visits_they_may_open(cast):
    visit(cast)
    assert len(listed(cast.imani)) == len(listed(cast.amara)) == 1
    assert listed(cast.hana) == ()


@pytest.mark.parametrize("who", ["rosa", "dev", "nadia", "ada", "quinn"])
def test_nobody_else_asks(cast, who):
    actor = getattr(cast, who)
    with pytest.raises(Refused):
        queries.unverified(by=actor, on=actor.agency_id)


def test_it_is_written_down(cast):
    listed(cast.imani)
    assert Entry.objects.get(verb="sessions.unverified").outcome == "read"


def test_the_newest_stand_first(cast):
    for hours in (2, 4, 6):
        visit(cast, hours=hours)
    found = queries.unverified(by=cast.imani, on=cast.agency)
    assert len(found.visits) == 3 and not found.cut
    assert [one.began_at for one in found.visits] == sorted((one.began_at for one in found.visits), reverse=True)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (Known("begin", "no_place", "no_signal", ""), "Beginning: the device gave no place (no signal)"),
        (Known("end", "web", "", ""), "End: recorded on the web"),
        (Known("end", "", "", ""), "End: nothing was said"),
        (Known("begin", "place_refused", "other", "She asked me not to"),
         "Beginning: the recorder kept the place to themselves (another reason: She asked me not to)"),
    ],
)  # fmt: skip
def test_an_end_in_words(end, said):
    assert unplaced_said(end) == said


def test_the_page_lists_them_with_the_way_to_their_record(cast, at):
    made = visit(cast, ("begin", "no_place", "no_signal"))
    page = at("imani").get("/schedule/").content.decode()
    assert "Not verified by place, last 7 days" in page and f'href="/sessions/{made.pk}/record/"' in page
    assert "1 visit not verified by place" in page and "Beginning: the device gave no place (no signal)" in page
    assert at("imani").get(f"/sessions/{made.pk}/record/").status_code == 200


def test_with_none_the_page_says_so_and_others_see_nothing_of_it(cast, at):
    assert "Every visit of the last 7 days that you may open" in at("imani").get("/schedule/").content.decode()
    assert "Not verified by place" not in at("dev").get("/schedule/").content.decode()
    assert "Not verified by place" not in at("imani").get("/schedule/?day=2026-11-20").content.decode()


@pytest.mark.parametrize("number", [0, 5])
def test_the_page_takes_few_statements(cast, at, django_assert_max_num_queries, number):
    for hours in range(number):
        visit(cast, hours=2 + hours * 2)
    browser = at("imani")
    with django_assert_max_num_queries(16):
        assert browser.get("/schedule/").status_code == 200
