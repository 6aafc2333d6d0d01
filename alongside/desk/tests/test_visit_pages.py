"""The pages of a visit, from the day to its end, as plain posts: what works without any script."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.behaviour import actions as behaviour
from alongside.behaviour.models import Deviation, Observation, OpenTimer, StrategyUse, Tally
from alongside.behaviour.stream import standing
from alongside.behaviour.tests.scenes import target
from alongside.foundation.ids import uuid7
from alongside.people.models import TeamPlace
from alongside.schedule import actions as schedule
from alongside.schedule.models import Calloff
from alongside.sessions import lookups
from alongside.sessions.models import Session

NOBODY = "01980000-0000-7000-8000-000000000000"  # an id that no row has

SCRIPTED = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def visit(cast):
    begins = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    return schedule.book(
        by=cast.dev, on=cast.theo.pk, staff_id=cast.staff["rosa"], programme_id=cast.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(minutes=10), zone="America/New_York", site_id=cast.site.pk, place="room 12",
    )  # fmt: skip


@pytest.fixture
def begun(cast, at, visit):
    """Rosa's browser, and the session that she has just begun."""
    browser = at("rosa")
    answer = browser.post(f"/visits/{visit.pk}/", {"client": cast.theo.pk, "operation": uuid7()})
    assert answer.status_code == 303, answer.content.decode()
    return browser, Session.objects.get(visit=visit)


def tap(cast, begun, on, path="taps/", scripted=False, **fields):
    browser, session = begun
    fields = {"client": cast.theo.pk, "operation": uuid7(), "target": on.pk, "at": "", **fields}
    return browser.post(f"/sessions/{session.pk}/{path}", fields, **(SCRIPTED if scripted else {}))


def text(answer):
    return answer.content.decode()


def test_the_day_shows_the_next_visit_by_screen_names(cast, at, visit):
    target(cast, name="Aggression")
    page = text(at("rosa").get("/"))
    assert "Theodore at" in page and "Willow Street School" in page and "Start visit" in page
    assert "Hands" in page and "Aggression" not in page
    assert "Bell" not in page.split("</title>")[0]


def test_an_empty_day_says_what_will_be_here(cast, at):
    assert "No visit left today" in text(at("rosa").get("/"))


def test_the_day_leads_back_into_a_running_visit(cast, at, begun):
    _, session = begun
    page = text(at("rosa").get("/"))
    assert "You are with Theodore" in page and f"/sessions/{session.pk}/" in page


def test_starting_twice_is_starting_once(cast, begun, visit):
    browser, session = begun
    again = browser.post(f"/visits/{visit.pk}/", {"client": cast.theo.pk, "operation": uuid7()})
    assert again["Location"] == f"/sessions/{session.pk}/" and Session.objects.count() == 1


def test_one_tap_counts_and_leads_back(cast, begun):
    hands, id = target(cast), uuid7()
    answer = tap(cast, begun, hands, operation=id)
    assert answer.status_code == 303 and str(id) in answer["Location"]
    assert Tally.objects.get().numerator == 1
    page = text(begun[0].get(answer["Location"]))
    assert "Kept." in page and "Hands" in page and "Aggression" not in page and "Undo" in page


def test_a_double_tap_counts_once(cast, begun):
    hands, id = target(cast), uuid7()
    for _ in range(2):
        assert tap(cast, begun, hands, operation=id, at="").status_code == 303
    assert Tally.objects.get().numerator == 1


def test_a_scripted_tap_sent_again_is_recorded_once(cast, begun):
    hands, fields = target(cast), {"operation": uuid7(), "at": datetime.now(UTC).isoformat()}
    answers = [tap(cast, begun, hands, scripted=True, **fields) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    assert f'id="tile-{hands.pk}"' in text(answers[1]) and 'id="toast"' in text(answers[1])
    assert "<html" not in text(answers[1]) and Tally.objects.get().numerator == 1


def test_undo_takes_back_the_last_and_less_the_last_of_a_tile(cast, begun):
    hands = target(cast)
    ids = [uuid7() for _ in range(3)]
    for id in ids:
        tap(cast, begun, hands, operation=id)
    undo = {"client": cast.theo.pk, "operation": uuid7(), "at": ""}
    assert begun[0].post(f"/observations/{ids[2]}/retraction/", undo).status_code == 303
    assert tap(cast, begun, hands, "taps/less/").status_code == 303
    assert [row.id for row in standing(begun[1].pk)] == ids[:1]
    assert begun[0].post(f"/observations/{ids[2]}/retraction/", {**undo, "operation": uuid7()}).status_code == 422


def test_a_timer_survives_leaving_the_page(cast, begun):
    away = target(cast, "duration", name="Elopement", screen_name="Out of the room")
    assert tap(cast, begun, away, "timers/").status_code == 303
    timer = OpenTimer.objects.get()
    page = text(begun[0].get(f"/sessions/{begun[1].pk}/"))
    assert "data-since" in page and f"/timers/{timer.pk}/stop/" in page
    for _ in range(2):  # the second tap finds it stopped
        assert tap(cast, begun, away, f"timers/{timer.pk}/stop/").status_code == 303
    assert [row.id for row in standing(begun[1].pk)] == [timer.pk] and not OpenTimer.objects.exists()


def test_intervals_are_watched(cast, begun):
    seat = target(cast, "momentary", settings={"interval_length": 60, "interval_count": 20})
    assert tap(cast, begun, seat, seen="yes").status_code == 422  # not watching yet
    start = datetime.now(UTC) - timedelta(minutes=4)
    tap(cast, begun, seat, "timers/", at=start.isoformat())
    for minute, answer in ((1, "yes"), (2, "no")):
        tap(cast, begun, seat, seen=answer, at=(start + timedelta(minutes=minute, seconds=5)).isoformat())
    assert [(row.details["interval"], row.details["scored"]) for row in standing(begun[1].pk)] == [
        (1, True),
        (2, False),
    ]
    timer = OpenTimer.objects.get()
    tap(cast, begun, seat, f"timers/{timer.pk}/stop/")
    assert len(standing(begun[1].pk)) == 2
    tap(cast, begun, seat, "timers/", at=(start + timedelta(minutes=3)).isoformat())
    tap(cast, begun, seat, seen="yes", at=(start + timedelta(minutes=4)).isoformat())
    assert standing(begun[1].pk)[-1].details["interval"] == 3  # a second watch goes on counting


def test_a_second_tab_is_told_that_an_interval_is_scored_and_sees_how_it_stands(cast, begun):
    seat = target(cast, "momentary", settings={"interval_length": 60, "interval_count": 20})
    start = datetime.now(UTC) - timedelta(minutes=4)
    tap(cast, begun, seat, "timers/", at=start.isoformat())
    at = (start + timedelta(minutes=1, seconds=5)).isoformat()
    tap(cast, begun, seat, seen="yes", at=at)
    for scripted in (True, False):
        answer = tap(cast, begun, seat, scripted=scripted, seen="no", at=at)
        assert answer.status_code == 422 and "Interval 1 is scored already." in text(answer)
        assert ("1 of 1 looks yes" in text(answer)) == scripted
    assert [row.details["scored"] for row in standing(begun[1].pk)] == [True]


@pytest.mark.parametrize(
    ("measure", "settings", "fields", "details"),
    [
        ("rate", {}, {}, {"count": 1}),
        ("irt", {}, {}, {}),
        ("trial", {"prompts": ["independent", "gesture"]}, {"result": "correct"}, {"outcome": "correct"}),
        ("trial", {"prompts": ["independent", "gesture"]}, {"prompt": "gesture"},
         {"outcome": "prompted", "prompt": "gesture"}),
        ("trials_to_criterion", {}, {"result": "no response"}, {"outcome": "no response"}),
        ("task_analysis", {"steps": ["a", "b"]}, {"result": "incorrect", "step": "2"},
         {"step": 2, "outcome": "incorrect"}),
        ("magnitude", {"anchors": ["0", "1", "2", "3", "4"]}, {"level": "3"}, {"level": 3}),
        ("rating", {"anchors": ["none", "half", "all"]}, {"level": "10"}, {"score": 10}),
        ("product", {}, {"amount": "12"}, {"count": 12}),
        ("reported", {}, {"amount": "3.25"}, {"value": 3.25}),
    ],
)  # fmt: skip
def test_every_measure_is_recorded_from_its_tile(cast, begun, measure, settings, fields, details):
    one = target(cast, measure, settings=settings, screen_name="This one")
    assert "This one" in text(begun[0].get(f"/sessions/{begun[1].pk}/"))
    assert tap(cast, begun, one, scripted=True, **fields).status_code == 200
    assert [row.details for row in standing(begun[1].pk)] == [details]
    page = text(begun[0].get(f"/sessions/{begun[1].pk}/record/"))
    assert "Set right" in page


BAD = ["-1", "0x1F", "1_000", "1e400", "NaN", "Infinity", "9" * 5000, "٣", "１", "1,5", "--1", "1.", str(2**63), "[]"]


@pytest.mark.parametrize("typed", [*BAD, "", "1.5", "10001"])
def test_numbers_that_are_none_record_nothing(cast, begun, typed):
    sheets = target(cast, "product")
    assert tap(cast, begun, sheets, amount=typed).status_code == 422
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("at", "2126-01-01T00:00:00Z"), ("at", "1999-01-01T00:00:00Z"), ("at", "1765000000000"), ("at", "-1"),
        ("at", "infinity"), ("at", "2026-11-21"), ("at", "2026-11-21T10:00:00"), ("at", "2026-13-01T00:00:00Z"),
        ("at", "2026-11-21T24:00:01Z"), ("at", "2026-11-21T23:59:60Z"), ("at", "2026-W47-6"),
        ("at", "٢٠٢٦-٠١-٠١T00:00Z"),
        ("operation", ""), ("operation", "1"), ("operation", "{01a2004b-81ea-74b7-a098-eb6092c79cb4}"),
        ("target", ""), ("target", "0"), ("target", NOBODY), ("seen", "maybe"), ("result", "great"),
        ("prompt", "x" * 61), ("prompt", "a\x00"), ("step", "0"), ("step", "101"), ("level", "11"),
    ],
)  # fmt: skip
def test_taps_that_no_tile_sends_record_nothing(cast, begun, field, typed):
    assert tap(cast, begun, target(cast), **{field: typed}).status_code == 422
    assert not Observation.objects.exists()


def test_the_page_of_another_client_records_nothing(cast, begun):
    """Two tabs: the form stood on Lucía's page."""
    assert tap(cast, begun, target(cast), client=cast.lucia.pk).status_code == 422
    assert not Observation.objects.exists()


def test_who_may_not_and_where_nothing_is(cast, at, begun, visit):
    _, session = begun
    seen = uuid7()
    tap(cast, begun, target(cast), operation=seen)
    paths = [f"/visits/{visit.pk}/", f"/sessions/{session.pk}/", f"/sessions/{session.pk}/record/",
             f"/sessions/{session.pk}/end/", f"/sessions/{session.pk}/around/", f"/observations/{seen}/correction/",
             f"/clients/{cast.theo.pk}/help/", f"/clients/{cast.theo.pk}/sessions/new/"]  # fmt: skip
    for path in paths:
        assert at("rosa").get(path).status_code == 200, path
        assert at("ben").get(path).status_code == 403, path
        gone = [
            path.replace(part, str(other))
            for part in path.split("/")
            if len(part) == 36
            for other in (cast.omar.pk, uuid7())
        ]
        assert {at("rosa").get(other).status_code for other in gone} == {404}, path


def test_before_and_after_in_four_taps(cast, begun):
    browser, session = begun
    hands = target(cast)
    path = f"/sessions/{session.pk}/around/"
    fields = {"client": cast.theo.pk, "operation": uuid7(), "target": hands.pk, "antecedent": "demand",
              "consequence": "break", "effect": "stopped"}  # fmt: skip
    assert browser.post(path, fields).status_code == 303
    assert [row.details for row in standing(session.pk)] == [
        {"occurred": True, "antecedent": "demand", "consequence": "break", "effect": "stopped"}
    ]
    story = {"client": cast.theo.pk, "operation": uuid7(), "target": hands.pk, "narrative": "He left <b>the table</b>."}
    assert browser.post(path, story).status_code == 303
    assert "He left &lt;b&gt;the table&lt;/b&gt;." in text(browser.get(f"/sessions/{session.pk}/record/"))
    for name, typed in (("antecedent", "moon"), ("intensity", "5"), ("narrative", "a\u202eb"), ("seconds", "NaN")):
        answer = browser.post(path, {**fields, "operation": uuid7(), "given_by": "Ms. Reed", name: typed})
        assert answer.status_code == 422 and "Ms. Reed" in text(answer)
    assert browser.post(path, {"client": cast.theo.pk, "operation": uuid7(), "target": hands.pk}).status_code == 422


def test_leaving_the_plan_says_why(cast, begun):
    browser, session = begun
    path = f"/sessions/{session.pk}/deviations/"
    fields = {"client": cast.theo.pk, "operation": uuid7(), "what": "went outside", "reason": ""}
    answer = browser.post(path, fields)
    assert answer.status_code == 422 and "went outside" in text(answer)
    for _ in range(2):
        assert browser.post(path, {**fields, "reason": "fire drill"}).status_code == 303
    assert Deviation.objects.count() == 1


def test_who_is_here(cast, begun):
    browser, session = begun
    path = f"/sessions/{session.pk}/presences/"
    browser.post(path, {"client": cast.theo.pk, "operation": uuid7(), "who": "June, mother", "took_part": "on"})
    assert "June, mother" in text(browser.get(path))
    browser.post(path, {"client": cast.theo.pk, "operation": uuid7(), "who": "June, mother", "gone": "1"})
    assert lookups.presences(session.pk) == []
    assert browser.post(path, {"client": cast.theo.pk, "operation": uuid7(), "who": " "}).status_code == 422


def test_a_strategy_that_is_not_in_the_plan(cast, begun):
    browser, session = begun
    fields = {"client": cast.theo.pk, "operation": uuid7(), "strategy": uuid7()}
    assert browser.post(f"/sessions/{session.pk}/strategies/", fields).status_code == 422
    assert not StrategyUse.objects.exists()


def test_setting_right_keeps_what_it_was(cast, begun):
    browser, session = begun
    hands, id = target(cast), uuid7()
    tap(cast, begun, hands, operation=id)
    path = f"/observations/{id}/correction/"
    assert 'name="count"' in text(browser.get(path))
    clock = standing(session.pk)[0].happened_at
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    fields = {
        "client": cast.theo.pk,
        "operation": uuid7(),
        "clock": f"{clock.astimezone(ZoneInfo(session.zone)):%H:%M}",
    }
    for typed in ("", "-1", "1.5", "NaN", "501"):
        assert browser.post(path, {**fields, "count": typed}).status_code == 422
    assert browser.post(path, {**fields, "count": "3"}).status_code == 303
    assert browser.post(path, {**fields, "operation": uuid7(), "count": "4"}).status_code == 422
    [row] = standing(session.pk)
    assert (row.details, row.follows_id, row.happened_at) == ({"count": 3}, id, clock)
    assert Observation.objects.count() == 2


def test_a_second_observer_stands_beside(cast, at, begun):
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], part="supervisor", began_on="2026-01-05")
    hands, session = target(cast), begun[1]
    tap(cast, begun, hands)
    imani = at("imani")
    page = text(imani.get(f"/sessions/{session.pk}/"))
    assert "You observe beside a colleague" in page and 'class="count">0<' in page
    tap(cast, (imani, session), hands)
    assert sorted((t.second, t.numerator) for t in Tally.objects.all()) == [(False, 1), (True, 1)]


def test_ending_keeps_zeros_that_were_watched_for_and_stops_timers(cast, begun):
    browser, session = begun
    hands, away = target(cast, "rate"), target(cast, "duration", name="Elopement", screen_name="Out of the room")
    quiet = target(cast, name="Spitting", screen_name="Mouth")
    tap(cast, begun, away, "timers/")
    page = text(browser.get(f"/sessions/{session.pk}/end/"))
    assert "1 timer still runs" in page and "Out of the room" in page and "Mouth" in page
    fields = {"client": cast.theo.pk, "operation": uuid7(), "none_seen": [hands.pk]}
    answer = browser.post(f"/sessions/{session.pk}/end/", fields)
    assert answer.status_code == 303
    assert lookups.spent(session.pk).ended_at and not OpenTimer.objects.exists()
    values = {t.target_id: t.value for t in Tally.objects.all()}
    assert values[hands.pk] == 0.0 and away.pk in values and quiet.pk not in values
    assert browser.post(f"/sessions/{session.pk}/end/", fields).status_code == 303  # a second tap
    assert browser.get(f"/sessions/{session.pk}/").status_code == 303


def test_ending_early_asks_why_and_keeps_what_was_typed(cast, at):
    begins = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    visit = schedule.book(
        by=cast.dev, on=cast.theo.pk, staff_id=cast.staff["rosa"], programme_id=cast.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(hours=2), zone="America/New_York", site_id=cast.site.pk,
    )  # fmt: skip
    browser = at("rosa")
    browser.post(f"/visits/{visit.pk}/", {"client": cast.theo.pk, "operation": uuid7()})
    session = Session.objects.get()
    quiet = target(cast, name="Spitting", screen_name="Mouth")
    path = f"/sessions/{session.pk}/end/"
    fields = {"client": cast.theo.pk, "operation": uuid7(), "none_seen": [quiet.pk]}
    for typed in ("", "x", "a\x00bcd"):
        answer = browser.post(path, {**fields, "early_reason": typed})
        assert answer.status_code == 422 and "error-summary" in text(answer)
    for clock in ("24:00", "soon", "23:59:60"):
        assert browser.post(path, {**fields, "early_reason": "fire drill", "ended": clock}).status_code == 422
    assert lookups.spent(session.pk).ended_at is None and not Observation.objects.exists()  # nothing half-written
    assert browser.post(path, {**fields, "early_reason": "fire drill"}).status_code == 303


def test_calling_off(cast, at, visit):
    browser, path = at("rosa"), f"/visits/{visit.pk}/call-off/"
    fields = {"client": cast.theo.pk, "kind": "no-show", "reason": "not_there", "remark": "rang twice"}
    answer = browser.post(path, {**fields, "reason": "weather"})
    assert answer.status_code == 422 and "rang twice" in text(answer)
    assert browser.post(path, {**fields, "client": cast.lucia.pk}).status_code == 422
    assert browser.post(path, fields).status_code == 303 and Calloff.objects.get().remark == "rang twice"
    assert "No-show" in text(browser.get(f"/visits/{visit.pk}/"))
    again = browser.post(f"/visits/{visit.pk}/", {"client": cast.theo.pk, "operation": uuid7()})
    assert again.status_code == 422


def test_the_visits_of_one_client(cast, at, visit):
    ahead = visit.begins_at + timedelta(days=1)
    coming = schedule.book(
        by=cast.dev, on=cast.theo.pk, staff_id=cast.staff["rosa"], programme_id=cast.programme.pk, begins_at=ahead,
        ends_at=ahead + timedelta(hours=1), zone="America/New_York", site_id=cast.site.pk,
    )  # fmt: skip
    path = f"/clients/{cast.theo.pk}/visits/"
    for who, may_book in (("rosa", False), ("dev", True)):
        page = text(at(who).get(path))
        assert page.index(str(coming.pk)) < page.index(str(visit.pk)) and "Should have begun" in page
        assert ("/visits/new/" in page) is may_book and ("/sessions/new/" in page) is not may_book
    assert at("ben").get(path).status_code == 403
    assert at("rosa").get(f"/clients/{cast.omar.pk}/visits/").status_code == 404


def test_beginning_without_a_plan(cast, at):
    browser, path = at("rosa"), f"/clients/{cast.lucia.pk}/sessions/new/"
    fields = {
        "client": cast.lucia.pk,
        "operation": uuid7(),
        "programme": cast.programme.pk,
        "site": "",
        "place": "park",
    }
    assert browser.post(path, {**fields, "programme": uuid7()}).status_code == 422
    assert browser.post(path, fields).status_code == 303
    assert Session.objects.get().place == "park"
    fields = {**fields, "operation": uuid7(), "client": cast.theo.pk}
    answer = browser.post(f"/clients/{cast.theo.pk}/sessions/new/", fields)
    assert answer.status_code == 422 and "You have a visit that has not ended" in text(answer)
    fields = {**fields, "overlap_reason": "siblings together"}
    assert browser.post(f"/clients/{cast.theo.pk}/sessions/new/", fields).status_code == 303


def test_help_is_always_somewhere_true(cast, at):
    page = text(at("rosa").get("/help/"))
    assert "tel:988" in page and "tel:911" in page and f"/clients/{cast.theo.pk}/help/" in page
    assert "Ida" not in page
    page = text(at("rosa").get(f"/clients/{cast.theo.pk}/help/"))
    assert "tel:911" in page and "No crisis steps are in force" in page
    assert at("nadia").get("/help/").status_code == 200


def test_a_tap_after_the_end_is_told(cast, begun):
    hands, (browser, session) = target(cast), begun
    browser.post(f"/sessions/{session.pk}/end/", {"client": cast.theo.pk, "operation": uuid7()})
    late = (datetime.now(UTC) + timedelta(minutes=10)).isoformat()
    assert tap(cast, begun, hands, at=late).status_code == 422
    assert behaviour.settle(by=cast.rosa, on=session.pk) == 0
