"""What opens a device: a passkey beside the PIN, another PIN, and leaving the device for good."""

import re

import pytest
from playwright.sync_api import Page, expect

from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from tests.journeys.field import PIN, begin, enrolled, record_a_visit, sent, sign_the_note
from tests.journeys.test_sign_in import KEY
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey
NEXT = "quiet heron 8"


def with_passkeys(page: Page) -> None:
    """A device whose passkeys have the PRF extension."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**KEY, "ctap2Version": "ctap2_1", "hasPrf": True}})


def to_this_device(page: Page) -> None:
    page.locator("#sync").click()
    page.get_by_role("button", name="This device").click()
    expect(page.get_by_role("heading", name="This device", exact=True)).to_be_visible()


def add_a_passkey(page: Page) -> None:
    page.locator("#passkey-pin").fill(PIN)
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("Your passkey opens this device from now on.")).to_be_visible()


def lock(page: Page) -> None:
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(page.get_by_role("heading", name="Locked")).to_be_visible()


def test_rosas_passkey_unlocks_and_signs_without_signal_and_changes_her_pin(world, page_at, looks_right_in_both):
    visit_due(world)
    page = page_at("rosa")
    with_passkeys(page)
    enrolled(page)
    to_this_device(page)
    looks_right_in_both(page)
    add_a_passkey(page)
    looks_right_in_both(page)
    lock(page)
    page.context.set_offline(True)
    looks_right_in_both(page)
    page.get_by_role("button", name="Unlock with your passkey").click()
    expect(page.get_by_role("heading", name="People you work with")).to_be_visible()
    record_a_visit(page)
    sign_the_note(page, signs=lambda page: page.get_by_role("button", name="Sign with your passkey").click())
    to_this_device(page)
    page.get_by_label("New PIN").fill(NEXT)
    page.get_by_label("The same again").fill(NEXT)
    page.get_by_role("button", name="Use the passkey instead").click()
    expect(page.get_by_text("Your PIN is changed.")).to_be_visible()
    lock(page)
    page.get_by_label(re.compile("PIN")).fill(PIN)
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(page.get_by_text("That is not the PIN.")).to_be_visible()
    page.get_by_label(re.compile("PIN")).fill(NEXT)
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(page.get_by_role("heading", name="Locked")).to_be_hidden()
    page.context.set_offline(False)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}


def test_rosa_leaves_a_device_when_all_of_hers_is_sent(world, page_at, looks_right):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    page.context.set_offline(True)
    begin(page)
    to_this_device(page)
    page.get_by_role("button", name="Take me off this device").click()
    expect(page.get_by_text("A visit of yours runs here.")).to_be_visible()
    looks_right(page)
    page.reload()
    page.get_by_role("button", name="This device").click()
    expect(page.get_by_text("Unlock to change your PIN")).to_be_visible()


def test_a_device_that_rosa_left_shows_nothing_of_hers(world, page_at):
    page = page_at("rosa")
    enrolled(page)
    to_this_device(page)
    page.get_by_role("button", name="Take me off this device").click()
    expect(page.get_by_text("You are", exact=False)).to_be_visible()
    assert page.evaluate("document.body.innerText").find("Theo") == -1


def test_who_makes_no_visits_is_told_so(world, page_at, looks_right_in_both):
    page = page_at("dev")
    page.goto("/field/")
    page.get_by_label("A PIN for this device").fill(PIN)
    page.get_by_label("The same again").fill(PIN)
    page.get_by_role("button", name="Set up this device").click()
    expect(page.get_by_text("Your role makes no visits")).to_be_visible()
    looks_right_in_both(page)


def test_a_director_has_no_plans_here_and_help_all_the_same(world, page_at, looks_right_in_both):
    page = page_at("amara")
    enrolled(page)
    expect(page.get_by_text("Your role takes no plans along.")).to_be_visible()
    looks_right_in_both(page)
    page.get_by_role("button", name="Help now").click()
    expect(page.get_by_role("link", name="911").first).to_be_visible()
