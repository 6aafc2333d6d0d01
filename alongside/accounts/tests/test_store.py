"""How long a signed-in browser lasts, and how it ends from elsewhere."""

from datetime import timedelta

import pytest
import time_machine

from alongside.accounts.models import SignedIn
from alongside.accounts.sessions import browsers, end_sessions

NOON = "2026-11-20T12:00:00Z"


def is_in(browser) -> bool:
    return browser.get("/account/security/").status_code == 200


@pytest.fixture(autouse=True)
def nobody_else(db):
    """The rest of the cast is signed in already."""
    SignedIn.objects.all().delete()


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as moved:
        yield moved


def test_it_ends_after_thirty_idle_minutes(rosa, browser, clock):
    rosa.sign_in(browser)
    clock.shift(timedelta(minutes=29, seconds=50))
    assert is_in(browser)
    clock.shift(timedelta(minutes=29, seconds=50))
    assert is_in(browser)
    clock.shift(timedelta(minutes=30, seconds=1))
    assert not is_in(browser)


def test_on_a_shared_device_it_ends_after_fifteen(rosa, browser, clock):
    rosa.sign_in(browser, shared="on")
    clock.shift(timedelta(minutes=14, seconds=50))
    assert is_in(browser)
    clock.shift(timedelta(minutes=15, seconds=1))
    assert not is_in(browser)


def test_it_ends_after_twelve_hours_however_busy(rosa, browser, clock):
    rosa.sign_in(browser)
    for _ in range(12 * 3):
        clock.shift(timedelta(minutes=19, seconds=50))
        assert is_in(browser)
    clock.shift(timedelta(minutes=20))
    assert not is_in(browser)


def test_writing_into_the_session_does_not_lengthen_the_twelve_hours(rosa, browser, clock):
    rosa.sign_in(browser)
    began = SignedIn.objects.get(account_id=rosa.account.pk).began_at
    clock.shift(timedelta(minutes=20))
    browser.post("/account/confirm/", {"password": "slow rivers carry stones"})
    assert SignedIn.objects.get(account_id=rosa.account.pk).began_at == began


def test_signing_in_gives_the_browser_a_new_key(rosa, browser):
    rosa.type_password(browser)
    before = browser.session.session_key
    browser.post("/account/login/code/", {"code": rosa.code()})
    assert browser.session.session_key != before
    assert not SignedIn.objects.filter(pk=before).exists()


def test_all_browsers_of_an_account_end_at_once(rosa, browser):
    rosa.sign_in(browser)
    assert len(browsers(rosa.account.pk, this=browser.session.session_key)) == 1
    assert end_sessions(rosa.account.pk) == 1
    assert not is_in(browser)
    assert end_sessions(rosa.account.pk) == 0


def test_an_old_cookie_after_a_new_password_opens_nothing(rosa, browser):
    rosa.sign_in(browser)
    rosa.account.set_password("another long one here")
    rosa.account.save()
    assert not is_in(browser)


WITH_NUL = '"abcdefghabcdefghabcdefghabcdef\\00012"'


@pytest.mark.parametrize("cookie", ["", "x", "../../../etc/passwd", WITH_NUL, "ü" * 32, "a" * 32, "A" * 9000])
def test_any_cookie_is_answered(db, browser, cookie):
    browser.cookies["alongside_session"] = cookie
    answer = browser.get("/account/security/")
    assert (answer.status_code, answer["Location"]) == (303, "/account/login/?next=%2Faccount%2Fsecurity%2F")


def test_sessions_that_are_over_do_not_pile_up(rosa, browser, clock):
    rosa.sign_in(browser)
    clock.shift(timedelta(minutes=31))
    browser.cookies.clear()
    rosa.sign_in(browser)
    assert SignedIn.objects.count() == 1
