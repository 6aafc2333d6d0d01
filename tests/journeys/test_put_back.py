"""The server is put back to a backup from before the tablet was set up: nothing is lost, and she is told what to do."""

import pytest
from playwright.sync_api import expect

from alongside.behaviour.models import Observation
from alongside.field.models import Device, Enrolment, Receipt
from alongside.foundation.tenancy import inside
from alongside.sessions.models import Session
from tests.field.model.copies import Copies
from tests.journeys.field import begin, enrolled, sent, unlock
from tests.journeys.test_field_kept import go_on, hands, tap_hands
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey


@pytest.fixture
def backup(world, committed, templates):
    """Copies of the whole database, and putting one back."""
    copies = Copies(templates.cluster.url(database=committed.name))
    yield copies
    copies.close()


def kept(world):
    """What the server holds: devices, people on them, sessions, observations."""
    with inside(world.agency):
        return [rows.objects.count() for rows in (Device, Enrolment, Session, Observation)]


def test_it_is_put_back_to_before_the_tablet_was_set_up(world, tablet, backup, looks_right):
    visit_due(world)
    before = backup.taken()
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    begin(page)
    tap_hands(page, 1, 2)
    sent(page)
    there = kept(world)
    assert there[:2] == [1, 1] and there[3] == 2
    backup.put_back(before)
    assert kept(world)[:2] == [0, 0]

    tablet.window.clear_cookies()
    page.reload()
    expect(page.locator("#sync")).to_contain_text("unlock to send")
    unlock(page)
    expect(page.locator("#sync")).to_contain_text("sign in to send them")
    page.locator("#sync").click()
    expect(page.get_by_role("heading", name="does not know RD on this device")).to_be_visible()
    looks_right(page)
    assert page.locator("#sign-in-again").get_attribute("href") == "/account/login/?next=/field/"
    assert kept(world)[:2] == [0, 0]

    tablet.sign_in("rosa")
    page.goto("/field/")
    unlock(page)
    sent(page)
    assert kept(world) == there
    with inside(world.agency):
        assert not Receipt.objects.exclude(outcome="done").exists()
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("2")
    tap_hands(page, 3)
    sent(page)
    assert kept(world)[3] == 3


def test_whoever_leaves_the_tablet_is_off_it_at_the_office_too(world, tablet, page_at):
    visit_due(world)
    tablet.sign_in("rosa")
    page = tablet.window.pages[0]
    enrolled(page)
    sent(page)
    page.locator("#sync").click()
    page.get_by_role("button", name="This device").click()
    page.locator("#leave").click()
    expect(page.get_by_text("You are")).to_be_visible()
    desk = page_at("rosa")
    for _ in range(100):
        desk.goto("/devices/")
        if desk.get_by_text("Ended ").is_visible():
            break
        desk.wait_for_timeout(100)
    expect(desk.get_by_text("Ended ")).to_be_visible()
    with inside(world.agency):
        assert Enrolment.objects.get().ended_at is not None
