"""The evidence page: sequences, interval recording, a second person's records: picture, table, warning."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.assessments.gathering import gather
from alongside.assessments.tests import scenes
from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.behaviour.lookups import standing
from alongside.behaviour.tests import scenes as seen_scenes
from alongside.foundation.ids import uuid7
from alongside.sessions import actions as sessions
from tests.papers import text_of

INTERVALS = {"interval_length": 15, "interval_count": 40}


def text(answer):
    return answer.content.decode()


def visit(cast, *, end=True, days_ago=1, rows=(), second=()):
    """A visit with what Rosa recorded and what Imani recorded beside her."""
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(days=days_ago)
    session = seen_scenes.session(cast, began_at=began)
    behaviour.record(by=cast.rosa, on=session.pk, observations=[_seen(began, *row) for row in rows])
    if second:
        behaviour.record(
            by=cast.imani, on=session.pk, observations=[_seen(began, *row) for row in second], second=True,
            recorded_at=began + timedelta(minutes=30),
        )  # fmt: skip
    if end:
        sessions.end(by=cast.rosa, on=session.pk, ended_at=began + timedelta(hours=1))
    return session


def _seen(began, of, seconds, details, measure):
    return Seen(uuid7(), of.pk, details, began + timedelta(seconds=seconds), measure)


def abc(of, seconds, occurred=True, before="demand", after="break"):
    return of, seconds, {"occurred": occurred, "antecedent": before, "consequence": after}, "abc"


def marked(of, scored):
    return [(of, 15 * n, {"interval": n, "scored": mark, "length": 15}, of.measure) for n, mark in enumerate(scored, 1)]


@pytest.fixture
def of(cast):
    return scenes.target(cast)


def test_sequences_stand_as_a_picture_with_sentences_and_numbers(cast, at, of):
    scenes.escape(cast, of, visits=5)
    shown = text(at("imani").get(f"/assessments/{scenes.opened(cast, of).pk}/"))
    assert (
        "After being asked to do something it came more often than by chance: 20 of 25 (80 %), 12.5 expected." in shown
    )
    assert "After being asked to do something it came in 80 %: more often" in shown  # what the picture says
    assert "Adjusted residual".casefold() in shown.casefold() and "Bonferroni" in shown
    assert "have fewer than 5 expected" in shown and "is not brought about by it" in shown


def test_few_records_say_nothing_of_order(cast, at, of):
    scenes.escape(cast, of, visits=1)
    shown = text(at("imani").get(f"/assessments/{scenes.opened(cast, of).pk}/"))
    assert "nothing can be said of them" in shown and "No step stands out from chance" in shown


def test_interval_recording_shows_what_follows_what(cast, at):
    calls = seen_scenes.target(cast, "partial_interval", "Calls out", settings=INTERVALS)
    company = seen_scenes.target(cast, "partial_interval", "Somebody comes", settings=INTERVALS)
    pattern = [n % 4 == 0 for n in range(40)]
    for days_ago in (1, 2):
        visit(cast, days_ago=days_ago, rows=[*marked(calls, pattern), *marked(company, [False, *pattern[:-1]])])
    one = scenes.opened(cast, calls)
    found = gather(one).intervals
    follows = next(row for row in found.rows if row.given == calls.pk and row.target == company.pk)
    assert (follows.next.count, follows.next.given_n, follows.visits) == (20, 20, 2)
    shown = text(at("imani").get(f"/assessments/{one.pk}/"))
    assert "Interval by interval" in shown and "Calls out: partial intervals" in shown
    assert "“Somebody comes” came more often in the 15 seconds after “Calls out” (100 %)" in shown
    assert "2 visits, intervals of 15 seconds" in shown and "There are no ABC records in these days" in shown
    paper = text_of(at("imani").get(f"/assessments/{one.pk}/paper.pdf").content)
    assert "Interval by interval" in paper and "2 visits, intervals of 15 seconds" in paper


def test_a_second_persons_records_stand_beside_and_count_once(cast, at, of):
    rows = [abc(of, 60), abc(of, 300), abc(of, 900, False, "alone", "none")]
    visit(cast, rows=rows, second=[abc(of, 70), abc(of, 310, after="ignored"), abc(of, 2000)])
    one = scenes.opened(cast, of)
    found = gather(one)
    assert (found.evidence.occurrences, found.evidence.n) == (2, 3)
    assert (found.compared.both, found.compared.first_only, found.compared.second_only) == (2, 0, 1)
    shown = text(at("imani").get(f"/assessments/{one.pk}/"))
    assert "Both saw it: 2. Only the first: 0. Only the second: 1." in shown and "67 % (2 of 3)" in shown
    assert "50 % (1 of 2)" in shown and "very uncertain" in shown and "agree on less than 80 %" in shown
    assert "All records are by one person" not in shown
    paper = text_of(at("imani").get(f"/assessments/{one.pk}/paper.pdf").content)
    assert "Only the second: 1." in paper and "67 % (2 of 3)" in paper


def test_each_is_blind_to_the_other_until_the_visit_has_ended(cast, of):
    visit(cast, end=False, rows=[abc(of, 60)], second=[abc(of, 70)])
    assert gather(scenes.opened(cast, of)).compared is None


def test_a_corrected_second_record_is_read_as_it_stands(cast, of):
    session = visit(cast, rows=[abc(of, 60)], second=[abc(of, 70, after="ignored")])
    wrong = next(row for row in standing(session.pk) if row.second)
    right = {**wrong.details, "consequence": "break"}
    behaviour.correct(by=cast.imani, on=wrong.id, id=uuid7(), details=right, reason="Looked again at my sheet.")
    after = next(one for one in gather(scenes.opened(cast, of)).compared.fields if one.field == "consequence")
    assert (after.percent, after.of) == (100, 1)


def test_places_people_and_activities_stand_day_by_day(cast, at, of):
    scenes.escape(cast, of, visits=2)
    shown = text(at("imani").get(f"/assessments/{scenes.opened(cast, of).pk}/"))
    assert "at school: noted on 2 days, it happened on 2 of them, 8 times" in shown and "Not noted that day" in shown


def test_what_was_tapped_is_looked_at_beside_the_records_and_not_added(cast, at, of):
    taps = [(of, 60 * n, {"count": 1}, "rate") for n in (5, 6, 7)] + [(of, 1200, {"count": 0}, "rate")]
    visit(cast, rows=[abc(of, 300), *taps])
    one = scenes.opened(cast, of)
    found = gather(one)
    assert (found.evidence.occurrences, sum(cell.count for cell in found.tapped.by_time)) == (1, 3)
    shown = text(at("imani").get(f"/assessments/{one.pk}/"))
    assert "From what was counted and timed" in shown and "never added up" in shown
