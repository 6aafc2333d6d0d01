"""The field app with more than one: two tabs, two people on a tablet; cookies lost in a kill, and a lost device."""

import re

import pytest
from playwright.sync_api import Page, expect

from alongside.behaviour.models import Observation
from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from alongside.sessions.models import Session
from tests.journeys.browser import DESK
from tests.journeys.field import PIN, begin, enrolled, sent, unlock
from tests.journeys.test_field_kept import go_on, hands, tap_hands
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey
WAITS = re.compile("not sent, since")


def signed_in(tablet, who: str) -> Page:
    tablet.sign_in(who)
    return tablet.window.pages[0]


def second_tab(page: Page) -> Page:
    """Unlocked, at the visit that runs."""
    other = page.context.new_page()
    other.goto("/field/")
    unlock(other)
    go_on(other)
    return other


def test_two_tabs_know_of_each_other_and_arrive_once(world, page_at):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    begin(page)
    tap_hands(page, 1)
    other = second_tab(page)
    tap_hands(other, 2)
    expect(hands(page).locator(".count")).to_have_text("2")
    tap_hands(page, 3)
    expect(hands(other).locator(".count")).to_have_text("3")
    other.get_by_role("button", name="Lock").click()
    expect(page.get_by_role("heading", name="Locked", exact=True)).to_be_visible()
    assert "Theo" not in page.content() + other.content()
    sent(page)
    with inside(world.agency):
        assert Observation.objects.count() == 3 and Session.objects.count() == 1


def test_a_page_is_not_drawn_anew_under_a_thumb(world, page_at):
    """Another tab records while this one's key is pressed: the press still counts when it is released."""
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    begin(page)
    tap_hands(page, 1)
    other = second_tab(page)
    hands(page).get_by_role("button").first.hover()
    page.mouse.down()
    tap_hands(other, 2)
    page.wait_for_timeout(1000)
    page.mouse.up()
    expect(hands(page).locator(".count")).to_have_text("3")
    expect(hands(other).locator(".count")).to_have_text("3")
    sent(page)
    with inside(world.agency):
        assert Observation.objects.count() == 3


def test_a_colleague_on_the_same_tablet_hands_in_what_she_cannot_see(world, tablet):
    visit_due(world)
    page = signed_in(tablet, "rosa")
    enrolled(page)
    tablet.no_line()
    begin(page)
    tap_hands(page, 1, 2)
    page.get_by_role("button", name="Lock").click()
    tablet.sign_in("ben")
    page.reload()
    page.get_by_role("button", name="I am somebody else").click()
    expect(page.get_by_text("Ben Ruiz")).to_be_visible()
    page.get_by_label("A PIN for this device").fill("copper lantern 4")
    page.get_by_label("The same again").fill("copper lantern 4")
    page.get_by_role("button", name="Set up this device").click()
    expect(page.get_by_role("heading", name="People you work with")).to_be_visible()
    expect(page.locator("#sync")).to_have_text(WAITS)
    assert "Theo" not in page.content()
    tablet.line(page)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("staff_id", "outcome")) == {(world.staff["rosa"], "done")}
        assert set(Observation.objects.values_list("observer_id", flat=True)) == {world.staff["rosa"]}
        assert Observation.objects.count() == 2


def test_cookies_lost_in_the_kill_cost_nothing_that_waits(world, tablet):
    visit_due(world)
    page = signed_in(tablet, "rosa")
    enrolled(page)
    tablet.window.set_offline(True)
    begin(page)
    tap_hands(page, 1, 2)
    tablet.kill()

    tablet.reopen()
    tablet.window.clear_cookies()
    tablet.no_line()
    page = tablet.page()
    unlock(page)
    expect(page.locator("#sync")).to_have_text(WAITS)
    expect(page.get_by_text("Sign in to fetch plans.")).to_be_visible()
    tablet.line(page)
    sent(page)
    with inside(world.agency):
        assert Observation.objects.count() == 2
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
    tablet.sign_in("rosa")
    page.get_by_role("button", name="Fetch what is new").click()
    expect(page.get_by_text("Sign in to fetch plans.")).to_be_hidden()
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("2")
    page.get_by_role("button", name="Lock").click()
    page.get_by_role("button", name="I am somebody else").click()
    page.get_by_label("A PIN for this device").fill(PIN)  # a form that is sent needs the token of the site anew
    page.get_by_label("The same again").fill(PIN)
    page.get_by_role("button", name="Set up this device").click()
    expect(page.get_by_role("heading", name="People you work with")).to_be_visible()


KEPT = """() => new Promise((done) => { const asked = indexedDB.open("alongside-field");
  asked.onsuccess = () => { const table = asked.result.transaction(["packs", "kept"]);
    const [packs, kept] = ["packs", "kept"].map((name) => table.objectStore(name).count());
    table.oncomplete = () => done(packs.result + kept.result); }; })"""


def test_a_lost_device_forgets_what_could_be_read_and_hands_in_what_waits(world, page_at, tablet):
    visit_due(world)
    page = signed_in(tablet, "rosa")
    enrolled(page)
    tablet.no_line()
    begin(page)
    tap_hands(page, 1, 2)
    other = tablet.page()
    unlock(other)
    go_on(other)
    desk = page_at("rosa", size=DESK)
    desk.goto("/devices/")
    desk.get_by_role("button", name="Report lost").click()
    expect(desk.get_by_text("Reported lost")).to_be_visible()
    tablet.line(page)
    for tab in (page, other):
        expect(tab.get_by_role("heading", name="Take your visits with you")).to_be_visible()
        expect(tab.get_by_text("What could be read here was removed.")).to_be_visible()
        assert "Theo" not in tab.content() and "Hands" not in tab.content()
    page.reload()
    expect(page.get_by_role("heading", name="Take your visits with you")).to_be_visible()
    assert page.evaluate(KEPT) == 0
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("staff_id", flat=True)) == {world.staff["rosa"]}
        assert Observation.objects.count() == 2
    desk.reload()
    expect(desk.get_by_text("Told to forget what it may read")).to_be_visible()
