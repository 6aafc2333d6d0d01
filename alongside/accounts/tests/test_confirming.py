"""Showing again who one is."""

from datetime import timedelta

import pytest
import time_machine

from alongside.accounts import proof
from alongside.accounts.models import Happening
from alongside.accounts.tests.conftest import PASSWORD


@pytest.fixture
def rosa_in(rosa, browser):
    rosa.type_password(browser)
    browser.post("/account/login/code/", {"code": rosa.recovery_codes()[0]})
    return rosa


def confirmed(browser) -> bool:
    return "confirmed_at" in browser.session


def test_signing_in_is_not_yet_a_confirmation(rosa_in, browser):
    assert not confirmed(browser)


@pytest.mark.parametrize("by", ["password", "app", "recovery code"])
def test_by_what_one_has(rosa_in, browser, by):
    shown = {"password": {"password": PASSWORD}, "app": {"code": rosa_in.code()}}
    shown["recovery code"] = {"code": rosa_in.recovery_codes()[0]}
    before = browser.session.session_key
    answer = browser.post("/account/confirm/", {**shown[by], "next": "/notes/1/"})
    assert (answer.status_code, answer["Location"]) == (303, "/notes/1/")
    assert confirmed(browser)
    assert browser.session.session_key != before
    assert Happening.objects.filter(account=rosa_in.account, what="confirmed").count() == 1


@pytest.mark.parametrize("shown", [{"password": "wrong and long"}, {"code": "000000"}, {"credential": "{}"}, {}])
def test_not_by_anything_else(rosa_in, browser, shown):
    answer = browser.post("/account/confirm/", shown)
    assert answer.status_code in (200, 422)
    assert not confirmed(browser)


def test_it_lasts_ten_minutes(rf):
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False) as clock:
        request = rf.get("/")
        request.session = {proof.CONFIRMED: __import__("time").time()}
        clock.shift(timedelta(minutes=9, seconds=59))
        assert proof.confirmed(request)
        clock.shift(timedelta(seconds=1))
        assert not proof.confirmed(request)


@pytest.mark.parametrize("path", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(rosa_in, browser, path):
    assert browser.post("/account/confirm/", {"password": PASSWORD, "next": path})["Location"] == "/"
    assert "evil" not in browser.get("/account/confirm/", {"next": path}).content.decode()


def test_tries_are_counted_with_those_at_sign_in(rosa_in, browser):
    for _ in range(5):
        browser.post("/account/confirm/", {"password": "wrong and long"})
    assert browser.post("/account/confirm/", {"password": PASSWORD}).status_code == 429
    assert not confirmed(browser)


def test_a_code_used_to_sign_in_does_not_confirm(rosa, browser):
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False) as clock:
        rosa.sign_in(browser)
        code = rosa.code()
        clock.shift(35)
        assert browser.post("/account/confirm/", {"code": code}).status_code == 422
