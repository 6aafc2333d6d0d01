"""Signing in, in a real browser: every way in, every way out, and what was typed meanwhile."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.utils import timezone
from playwright.sync_api import Page, expect

from alongside.accounts import demo, invitations
from alongside.accounts.models import Account, SignedIn
from alongside.accounts.tests.conftest import PASSWORD, AtTheDoor, code_of, with_app
from tests.journeys.browser import DESK, PHONE

pytestmark = pytest.mark.journey
SMALL = (320, 640)
WAYS = ("/account/login/", "/account/login/ask/", "/account/invitation/none/", "/account/logout/", "/nowhere/")
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def rosa(world) -> AtTheDoor:
    return with_app(Account.objects.get(pk=world.accounts["rosa"]))


@pytest.fixture
def page(window) -> Page:
    return window().new_page()


def with_key(page: Page) -> None:
    """A device that has a screen lock and keeps passkeys."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def type_password(page: Page, rosa: AtTheDoor, password: str = PASSWORD) -> None:
    page.goto("/account/login/?next=/account/security/")
    page.get_by_text("Use a password and a code").click()
    page.get_by_label("Work e-mail").fill(rosa.account.email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Go on to the code").click()


def type_code(page: Page, code: str) -> None:
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in").click()


def is_in(page: Page) -> None:
    expect(page.get_by_role("heading", name="How you sign in")).to_be_visible()


def test_rosa_signs_in_with_a_password_and_a_code(page, rosa, looks_right):
    type_password(page, rosa)
    looks_right(page)
    type_code(page, rosa.code())
    is_in(page)
    looks_right(page)


def test_rosa_lost_her_phone_and_has_a_recovery_code(page, rosa):
    code = RecoveryCodes.activate(rosa.account).get_unused_codes()[3]
    type_password(page, rosa)
    type_code(page, code)
    is_in(page)
    expect(page.get_by_text("9 codes are left.")).to_be_visible()


def test_rosa_makes_a_passkey_and_needs_nothing_else_from_then_on(page, rosa, looks_right):
    with_key(page)
    type_password(page, rosa)
    type_code(page, rosa.code())
    page.get_by_role("link", name="Add a passkey").click()
    looks_right(page)  # who sits there is asked first
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm with the password").click()
    page.get_by_label("Name of this passkey").fill("My phone")
    looks_right(page)
    page.get_by_role("button", name="Make a passkey").click()
    is_in(page)
    expect(page.get_by_text("My phone").first).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto("/account/login/?next=/account/security/")
    page.get_by_role("button", name="Sign in with your passkey").click()
    is_in(page)
    page.goto("/account/confirm/?next=/account/codes/")
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()


def test_a_passkey_that_does_not_verify_its_owner_opens_nothing(window, rosa):
    page = window().new_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {**KEY, "hasUserVerification": False, "isUserVerified": False}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with your passkey").click()
    expect(page.get_by_text("The device gave no passkey.")).to_be_visible()


def test_june_is_invited_and_sets_up_how_she_signs_in(page, world, looks_right):
    link = invitations.invite(invitations.account_for("june@example.test")).path
    page.goto(link)
    looks_right(page)
    page.get_by_text("Choose a password, and then a code").click()
    page.get_by_label("New password").fill("short")
    page.get_by_label("The same again").fill("short")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("at least 8 characters")
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="One more thing opens your account")).to_be_visible()
    looks_right(page)
    page.get_by_role("link", name="Authenticator app").click()
    page.get_by_text("Type the key instead").click()
    looks_right(page)
    page.get_by_label("Code of the app").fill(code_of(page.locator(".key-text").inner_text()))
    page.get_by_role("button", name="Use this app").click()
    expect(page.locator(".key-codes li")).to_have_count(10)
    looks_right(page)
    page.goto(link)
    expect(page.get_by_role("heading", name="This link is no longer good")).to_be_visible()


def test_after_five_wrong_passwords_the_right_one_waits(page, rosa, looks_right):
    for _ in range(5):
        type_password(page, rosa, "wrong and long")
        expect(page.get_by_role("alert")).to_contain_text("is not right")
    looks_right(page)
    type_password(page, rosa)
    expect(page.get_by_role("alert")).to_contain_text("Too many tries.")


def test_a_visitor_looks_around_as_a_member_of_the_cast(window, world, looks_right):
    demo.cast(demo.Person(world.accounts[who], who.title(), "Therapeutic Support Specialist", look)
              for who, look in (("rosa", "Start today’s visit with Theo, count, and sign the note."),
                                ("imani", "Read Rosa’s note beside what was recorded, and co-sign it.")))  # fmt: skip
    for dark in (False, True):
        page = window(size=SMALL, dark=dark).new_page()
        page.goto("/account/login/?next=/account/security/")
        looks_right(page)
        page.get_by_role("button", name="Rosa").click()
        is_in(page)
        looks_right(page)


@pytest.mark.parametrize("size", [SMALL, PHONE, DESK])
@pytest.mark.parametrize("dark", [False, True])
def test_the_way_in_looks_right(window, world, looks_right, size, dark):
    page = window(size=size, dark=dark).new_page()
    for path in WAYS:
        page.goto(path)
        looks_right(page)


def test_without_script_a_password_and_a_code_are_enough(window, rosa):
    page = window(script=False).new_page()
    type_password(page, rosa)
    type_code(page, rosa.code())
    is_in(page)


def idle(world) -> None:
    """Half an hour goes by without a request."""
    SignedIn.objects.update(seen_at=timezone.now() - timedelta(minutes=31))


def test_what_rosa_typed_outlives_her_session(page_at, world, rosa, looks_right):
    page, form = page_at("rosa"), f"/clients/{world.lucia.pk}/sessions/new/"
    page.goto(form)
    page.locator("[name=place]").fill("The library, upstairs, by the window")
    idle(world)
    page.locator("form[data-keep] [type=submit]").click()
    expect(page.get_by_role("heading", name="You were signed out meanwhile")).to_be_visible()
    expect(page.get_by_label("Text 1")).to_have_value("The library, upstairs, by the window")
    looks_right(page)
    page.get_by_role("link", name="Sign in and go on").click()
    page.get_by_text("Use a password and a code").click()
    page.get_by_label("Work e-mail").fill(rosa.account.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on to the code").click()
    type_code(page, rosa.code())
    expect(page).to_have_url(re.compile(form))
    expect(page.locator("[name=place]")).to_have_value("The library, upstairs, by the window")
