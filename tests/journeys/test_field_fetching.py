"""While plans are fetched, work goes on: a tap made meanwhile stays, and what stood in the way is said on Today."""

import pytest
from playwright.sync_api import Page, expect

from alongside.behaviour.models import Observation
from alongside.foundation.tenancy import inside
from tests.journeys.field import begin, enrolled, sent
from tests.journeys.test_field_kept import go_on, hands, tap_hands
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey
PACK = "**/field/pack/"


def fetch(page: Page) -> None:
    page.get_by_role("button", name="Fetch what is new").click()


def test_a_tap_made_while_plans_are_fetched_is_not_lost(world, page_at):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    begin(page)
    tap_hands(page, 1)
    page.get_by_role("button", name="Back", exact=True).click()
    waiting = []
    page.context.route(PACK, lambda route: waiting.append(route))
    with page.expect_request(PACK):
        fetch(page)
    go_on(page)
    tap_hands(page, 2, 3)
    for route in waiting:
        with page.expect_response(PACK):
            route.continue_()
    tap_hands(page, 4)
    page.get_by_role("button", name="Back", exact=True).click()
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("4")
    sent(page)
    with inside(world.agency):
        assert Observation.objects.count() == 4


def test_today_says_why_nothing_new_was_fetched(world, page_at, looks_right_in_both):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    page.context.route(PACK, lambda route: route.abort())
    fetch(page)
    strip = page.get_by_text("There was no answer.")
    expect(strip).to_be_visible()
    looks_right_in_both(page)
    expect(page.get_by_role("button", name="Start visit").first).to_be_visible()
    page.context.unroute(PACK)
    fetch(page)
    expect(strip).to_be_hidden()
