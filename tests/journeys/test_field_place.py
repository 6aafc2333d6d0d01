"""How it is known where a visit was: by the device's place, or why not; both arrive."""

import pytest
from playwright.sync_api import expect

from alongside.foundation.tenancy import inside
from alongside.sessions.models import Verification
from tests.journeys.field import begin, enrolled, sent
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey


def verified(world) -> Verification:
    with inside(world.agency):
        return Verification.objects.get(moment="begin")


def test_with_the_place_of_the_device(world, page_at, live):
    visit_due(world)
    page = page_at("rosa")
    page.context.grant_permissions(["geolocation"], origin=live)
    page.context.set_geolocation({"latitude": 40.123456789, "longitude": -75.25, "accuracy": 30})
    enrolled(page)
    begin(page)
    sent(page)
    found = verified(world)
    assert (found.how, found.latitude, found.longitude, found.accuracy_m) == ("device_place", 40.12346, -75.25, 30)


def test_where_it_is_refused_the_reason_says_so(world, page_at):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    begin(page)
    sent(page)
    found = verified(world)
    assert (found.how, found.exception, found.latitude) == ("place_refused", "other", None) and found.reason


def test_without_asking_an_exception_has_its_reason(world, page_at, looks_right_in_both):
    visit_due(world)
    page = page_at("rosa", size=(320, 640))
    enrolled(page)
    page.get_by_role("main").get_by_role("button", name="Start visit").first.click()
    page.locator("#with-place").uncheck()
    page.locator("#exception-forgot").click()
    looks_right_in_both(page)
    page.get_by_label("In words").fill("no")
    start = page.get_by_role("main").get_by_role("button", name="Start visit")
    start.click()
    expect(page.get_by_text("Say in words why there is no place.")).to_be_visible()
    page.get_by_label("In words").fill("My phone was in the car")
    start.click()
    expect(page.get_by_role("timer").first).to_be_visible()
    sent(page)
    found = verified(world)
    assert (found.how, found.exception, found.reason) == ("no_place", "forgot", "My phone was in the car")
