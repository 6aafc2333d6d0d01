"""The pages of a visit, from the day to its end, as plain posts."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.behaviour.models import Tally
from alongside.behaviour.tests.scenes import target
from alongside.foundation.ids import uuid7
from alongside.schedule import actions as schedule
from alongside.sessions.models import Session


@pytest.fixture
def visit(cast):
    begins = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    return schedule.book(
        by=cast.dev, on=cast.theo.pk, staff_id=cast.staff["rosa"], programme_id=cast.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(minutes=30), zone="America/New_York", site_id=cast.site.pk, place="room 12",
    )  # fmt: skip


def begun(cast, at, visit):
    browser = at("rosa")
    answer = browser.post(f"/visits/{visit.pk}/", {"client": cast.theo.pk, "operation": uuid7()})
    assert answer.status_code == 303, answer.content.decode()
    return browser, Session.objects.get(visit=visit)


def test_the_day_shows_the_next_visit(cast, at, visit):
    target(cast, name="Aggression")
    page = at("rosa").get("/").content.decode()
    assert "Theodore at" in page and "Willow Street School" in page and "Start visit" in page
    assert "Hands" in page and "Aggression" not in page


def test_an_empty_day_says_what_will_be_here(cast, at):
    assert "No visit left today" in at("rosa").get("/").content.decode()


def test_a_visit_begins_and_is_recorded(cast, at, visit):
    hands = target(cast)
    browser, session = begun(cast, at, visit)
    page = browser.get(f"/sessions/{session.pk}/").content.decode()
    assert "Hands" in page and "Aggression" not in page
    id = uuid7()
    fields = {"client": cast.theo.pk, "operation": id, "target": hands.pk, "at": ""}
    answer = browser.post(f"/sessions/{session.pk}/taps/", fields)
    assert answer.status_code == 303 and str(id) in answer["Location"]
    assert Tally.objects.get(session=session).numerator == 1
    assert "Kept." in browser.get(answer["Location"]).content.decode()
