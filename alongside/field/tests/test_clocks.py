"""A device's clock that was wrong: found out, kept with the session, and nothing is altered."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.behaviour.models import Observation
from alongside.field import actions
from alongside.field.models import Hold, Receipt
from alongside.field.receiving.clocks import Made, Reading, ahead
from alongside.field.tests.test_forcing import days_go_by
from alongside.foundation import reference
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.sessions.clocks import clock_of
from alongside.sessions.models import ClockOff
from tests.field.device import now, outcomes, written

MINUTE, HOUR = 60_000, 3_600_000
SLACK = reference.load("field")["skew_minutes"] * MINUTE
DONE = ("done", "")
SENT = 10 * HOUR  # the server's clock when it is handed in


def off(at, tick=0, *, before=None, after=None, by=SENT):
    """In minutes. `at`, and the readings' clocks, in hours."""
    readings = [one and Reading(one[0] * HOUR, one[1] * HOUR, one[2]) for one in (before, after or (10, 10, None))]
    found = ahead(Made(at * HOUR, tick), before=readings[0], after=readings[1], by=by, slack=SLACK)
    return round(found / MINUTE)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        # all the while right
        (dict(at=8), 0), (dict(at=8, before=(7, 7, None)), 0), (dict(at=8, tick=HOUR, before=(7, 7, 0)), 0),
        # wrong, and still wrong when it is handed in
        (dict(at=8, after=(12, 10, None)), 120), (dict(at=8, after=(8.5, 10, None)), -90),
        # wrong at the last contact before, put right since, and started again in between
        (dict(at=9, before=(6, 4, None)), 120), (dict(at=5, before=(2, 4, None)), -120),
        # it says a time that has not come yet, or one before the last contact
        (dict(at=12), 120), (dict(at=3, before=(5, 5, None)), -120),
        # turned back while the app was open: the wall clock moved less than the monotonic one
        (dict(at=9, tick=0, after=(10, 10, 3 * HOUR)), 120), (dict(at=6, tick=3 * HOUR, before=(5, 5, 0)), -120),
        # the device slept: the wall clock moved more, and nothing is said against it
        (dict(at=6, tick=0, before=(5, 5, 0), after=(10, 10, HOUR)), 0), (dict(at=9, tick=1, before=(5, 5, 0)), 0),
        # turned on while the app was open, by just as much as it was behind
        (dict(at=9, tick=0, before=(3, 5, 0), after=(10, 10, HOUR)), -120),
        (dict(at=9, tick=2 * HOUR, before=(5, 7, 0), after=(10, 10, 3 * HOUR)), 0),
        # what was recorded after it says an earlier time
        (dict(at=9, by=7 * HOUR), 120),
    ],
)  # fmt: skip
def test_all_that_speaks_for_it(what, said):
    assert off(**what) == said


def by_clock(shift, ahead_of_ours, *, sent=None, session=None, **given):
    """A visit and something seen in it, by a clock that is so far ahead."""
    at = written(now() + ahead_of_ours)
    began = {"began_at": written(now() + ahead_of_ours - timedelta(minutes=20))}
    start = session or shift.start(at=at, details=began, **given)
    return start, shift.seen(start, at=at, details={"happened_at": at}, **given)


BEHIND = timedelta(hours=-2)


def test_a_clock_that_is_behind_is_kept_with_the_session_and_nothing_is_altered(shift):
    start, seen = by_clock(shift, BEHIND)
    answer = shift.device.hand_in(shift.browser, *shift.seal(start, seen), now=written(now() + BEHIND))
    assert outcomes(answer) == [DONE, DONE]
    found = clock_of(start["id"])
    assert {one.kind for one in found.records} == {"sessions.start/1", "behaviour.record/1"}
    assert all(abs(one.ahead_ms + 2 * HOUR) < MINUTE for one in found.records)
    assert {written(one.at) for one in found.records} == {start["at"]}
    assert Receipt.objects.filter(skew_ms__lt=-HOUR).count() == 2
    assert written(Observation.objects.get().happened_at) == seen["details"]["happened_at"]
    assert Entry.objects.get(verb="sessions.note_clock").session_ref == f"device:{shift.device.id}"


def test_a_clock_that_is_right_costs_nothing(shift):
    start, seen = by_clock(shift, timedelta(0))
    with CaptureQueriesContext(connection) as statements:
        assert outcomes(shift.give(start, seen)) == [DONE, DONE]
    assert not ClockOff.objects.exists()
    assert not any("clockoff" in one["sql"] or "unnest" in one["sql"] for one in statements.captured_queries)


def test_a_wrong_one_costs_the_same_for_one_record_and_for_many(shift):
    start, first = by_clock(shift, BEHIND)
    shift.device.hand_in(shift.browser, *shift.seal(start, first), now=written(now() + BEHIND))

    def statements(number):
        at = written(now() + BEHIND)
        seen = [shift.seen(start, at=at, details={"happened_at": at}) for _ in range(number)]
        with CaptureQueriesContext(connection) as asked:
            answer = shift.device.hand_in(shift.browser, *shift.seal(*seen), now=written(now() + BEHIND))
        assert outcomes(answer) == [DONE] * number
        return len(asked.captured_queries)

    assert statements(2) == statements(25)


@pytest.mark.parametrize(("minutes", "said"), [(4, 0), (-4, 0), (6, 1), (-6, 1)])
def test_from_five_minutes_on(shift, minutes, said):
    start = shift.start()
    sent = now() + timedelta(minutes=minutes)
    shift.device.hand_in(shift.browser, *shift.seal(start), now=written(sent))
    assert ClockOff.objects.count() == said


def test_wrong_under_one_key_and_put_right_before_handing_in_is_known_by_the_ticks(shift):
    """Two hours behind: turned back from right to wrong under this key, and on again before it is sent."""
    start, seen = by_clock(shift, BEHIND, tick=3 * HOUR)
    sealed = shift.seal(start, seen)
    key = sealed[0]["key"]
    clock = {
        "key": key,
        "tick": HOUR,
        "at": written(now() - timedelta(hours=2)),
        "server": written(now() - timedelta(hours=2)),
    }
    assert outcomes(shift.device.hand_in(shift.browser, *sealed, clocks=[clock])) == [DONE, DONE]
    assert all(abs(one.ahead_ms + 2 * HOUR) < MINUTE for one in clock_of(start["id"]).records)


def test_known_from_the_last_contact_before_the_app_was_started_again(shift):
    start, seen = by_clock(shift, BEHIND)
    sealed = shift.seal(start, seen)
    then = now() - timedelta(hours=5)
    clock = {"key": sealed[0]["key"], "tick": None, "at": written(then + BEHIND), "server": written(then)}
    assert outcomes(shift.device.hand_in(shift.browser, *sealed, clocks=[clock])) == [DONE, DONE]
    assert all(abs(one.ahead_ms + 2 * HOUR) < MINUTE for one in clock_of(start["id"]).records)


def test_turned_back_between_two_keys_what_came_first_was_ahead(shift):
    start = shift.start(at=written(now() - timedelta(minutes=1)))
    first = shift.seal(start)
    shift.device.unlock("rosa")
    early = written(now() - timedelta(minutes=40))
    seen = shift.seen(start, at=early, details={"happened_at": early})
    assert outcomes(shift.device.hand_in(shift.browser, *first, *shift.seal(seen))) == [DONE, DONE]
    [one] = clock_of(start["id"]).records
    assert one.kind == "sessions.start/1" and 38 * MINUTE < one.ahead_ms < 41 * MINUTE


def test_what_waited_for_an_earlier_number_is_marked_when_it_is_carried_out(shift):
    start, seen = by_clock(shift, BEHIND)
    [first], late = shift.seal(start), shift.seal(seen)
    shift.device.hand_in(shift.browser, *late, now=written(now() + BEHIND))
    assert Hold.objects.get().off_ms < -HOUR and not ClockOff.objects.exists()
    shift.device.hand_in(shift.browser, first)  # its clock was put right meanwhile
    [one] = clock_of(start["id"]).records
    assert one.kind == "behaviour.record/1" and one.received_at == Hold.objects.get().received_at


def test_what_a_supervisor_applies_is_marked(shift, cast):
    start, _ = by_clock(shift, BEHIND)
    place = TeamPlace.objects.get(client=cast.theo.pk, staff=cast.staff["rosa"])
    people.end_place(by=cast.dev, on=place)
    shift.device.hand_in(shift.browser, *shift.seal(start), now=written(now() + BEHIND))
    TeamPlace.objects.filter(pk=place.pk).update(ended_on=None)
    actions.apply(by=cast.imani, on=Hold.objects.get())
    assert clock_of(start["id"]).worst.ahead_ms < -HOUR
    entry = Entry.objects.get(verb="sessions.note_clock")
    assert (entry.staff_id, entry.on_behalf_of) == (cast.staff["rosa"], cast.staff["imani"])


def test_what_is_forced_behind_a_gap_is_marked(shift, cast):
    start, seen = by_clock(shift, BEHIND)
    shift.give(start)
    shift.seen(start)  # a number that never comes
    late = {**seen, "seq": seen["seq"] + 2}
    shift.device.hand_in(shift.browser, *shift.seal(late), now=written(now() + BEHIND))
    days_go_by()
    actions.force(by=cast.imani, on=Hold.objects.get(), reason="The tablet fell into the river")
    assert [one.kind for one in clock_of(start["id"]).records] == ["behaviour.record/1"]


def test_handed_in_again_it_is_marked_once(shift):
    start, seen = by_clock(shift, BEHIND)
    sealed = shift.seal(start, seen)
    for _ in range(3):
        shift.device.hand_in(shift.browser, *sealed, now=written(now() + BEHIND))
    assert ClockOff.objects.count() == 2


@pytest.mark.parametrize(
    "given",
    [
        {"tick": -1}, {"tick": 1.5}, {"tick": True}, {"tick": 2**53}, {"at": "yesterday"}, {"at": None}, {"key": "x"},
        {"server": 7}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_clocks_that_are_none_take_nothing(shift, given):
    sealed = shift.seal(shift.start())
    clock = {"key": sealed[0]["key"], "tick": 0, "at": written(now()), "server": written(now()), **given}
    assert shift.device.hand_in(shift.browser, *sealed, clocks=[clock]).status_code == 400
    assert not Receipt.objects.exists()


def test_readings_of_other_keys_and_far_away_ones_are_no_trouble(shift):
    start = shift.start()
    sealed = shift.seal(start)
    far = {"at": "9998-12-31T00:00:00.000Z", "server": "0002-01-01T00:00:00.000Z", "tick": 0}
    clocks = [{**far, "key": shift.device.id}, {**far, "key": sealed[0]["key"], "tick": 5}]
    assert outcomes(shift.device.hand_in(shift.browser, *sealed, clocks=clocks)) == [DONE]
    assert clock_of(start["id"]).worst.ahead_ms > 10**14
    assert datetime.fromisoformat(start["at"]) == clock_of(start["id"]).records[0].at
