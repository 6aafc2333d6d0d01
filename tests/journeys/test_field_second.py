"""A second observer on another device counts the same targets blind; both are compared when both have arrived."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from alongside.behaviour.models import Observation
from alongside.foundation.tenancy import inside
from alongside.people import actions as people
from alongside.sessions.models import Session
from tests.journeys.browser import DESK
from tests.journeys.field import begin, enrolled, sent
from tests.journeys.test_field_kept import end_the_visit, hands, tap_hands
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey


def test_a_second_observer_counts_blind_and_both_are_compared(world, page_at, looks_right):
    visit_due(world)
    with inside(world.agency):
        since = datetime.now(UTC).date() - timedelta(days=2)
        people.place_on_team(by=world.dev, on=world.theo.pk, staff=world.staff["ben"], began_on=since)
    page = page_at("rosa")
    enrolled(page)
    begin(page)
    tap_hands(page, 1, 2)
    sent(page)
    other = page_at("ben")
    enrolled(other)
    other.get_by_role("button", name="Record as second observer").click()
    expect(other.get_by_text("You observe beside a colleague.")).to_be_visible()
    expect(hands(other).locator(".count")).to_have_text("0")
    looks_right(other)
    other.context.set_offline(True)
    tap_hands(other, 1, 2, 3)
    end_the_visit(page)
    sent(page)
    with inside(world.agency):
        session = Session.objects.get()
    desk = page_at("imani", size=DESK)
    desk.goto(f"/sessions/{session.pk}/record/")
    expect(desk.get_by_role("heading", name="Two observers")).to_be_hidden()
    other.context.set_offline(False)
    sent(other)
    with inside(world.agency):
        assert sorted(Observation.objects.values_list("second", flat=True)) == [False] * 2 + [True] * 3
    desk.reload()
    expect(desk.get_by_role("heading", name="Two observers")).to_be_visible()
