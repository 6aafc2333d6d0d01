"""Links by which somebody sets up how they sign in."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client as Browser

from alongside.accounts import invitations
from alongside.accounts.models import Account, Happening, Invitation
from alongside.accounts.tests.conftest import PASSWORD, code_of

NEW = "quiet lamps at the corner"


@pytest.fixture
def link(db) -> str:
    return invitations.invite(invitations.account_for("june@example.test")).path


def june() -> Account:
    return Account.objects.get(email="june@example.test")


def choose(browser, link, password=NEW):
    return browser.post(link, {"password": password, "again": password})


def set_up_an_app(browser):
    page = browser.get("/account/factor/app/")
    return browser.post("/account/factor/app/", {"code": code_of(page.context["key"])})


def test_an_account_is_made_without_any_way_in(link):
    assert not june().has_usable_password()
    assert Invitation.objects.filter(digest__contains=link.split("/")[3].encode()).count() == 0


def test_one_address_one_account(db):
    first = invitations.account_for("June@Example.test ")
    assert invitations.account_for("june@example.TEST") == first


def test_the_link_sets_a_password_and_then_asks_for_a_factor(link, browser):
    assert "june@example.test" in browser.get(link).content.decode()
    answer = choose(browser, link)
    assert (answer.status_code, answer["Location"]) == (303, "/account/factor/")
    assert browser.get("/account/seat/")["Location"] == "/account/factor/"
    assert set_up_an_app(browser)["Location"] == "/account/codes/"
    assert len(browser.get("/account/codes/").context["codes"]) == 10
    assert browser.get("/account/seat/").status_code == 403  # no seat yet: an agency gives it


def test_the_link_is_good_until_a_factor_is_set(link, browser):
    choose(browser, link)
    assert browser.get(link).status_code == 200
    set_up_an_app(browser)
    assert browser.get(link).status_code == 404
    assert choose(Browser(), link, "somebody else was here").status_code == 404
    assert june().check_password(NEW)


def test_a_link_ends_after_three_days(link, browser):
    with time_machine.travel(Invitation.objects.get().ends_at + timedelta(seconds=1)):
        assert browser.get(link).status_code == 404


def test_a_newer_link_ends_the_older(link, browser):
    newer = invitations.invite(june().pk).path
    assert browser.get(link).status_code == 404
    assert browser.get(newer).status_code == 200


def test_a_closed_account_has_no_link(link, browser):
    Account.objects.filter(pk=june().pk).update(is_active=False)
    assert browser.get(link).status_code == 404


@pytest.mark.parametrize("secret", ["x", "%00", "a" * 3000, "..%2f..%2fetc", "é" * 43])
def test_any_link_is_answered_the_same(db, browser, secret):
    assert browser.get(f"/account/invitation/{secret}/").status_code in (400, 404)


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [("short", "short", "at least 8"), ("password1", "password1", "try first"), (NEW, NEW + "!", "not the same")],
)
def test_a_password_that_will_not_do_is_said_so(link, browser, password, again, said):
    answer = browser.post(link, {"password": password, "again": again})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not june().has_usable_password()


def test_a_lost_phone_ends_everything_old(rosa, browser):
    """A link for an account that has a factor: nothing that opened it before opens it afterwards."""
    old = Browser()
    rosa.sign_in(old)
    link = invitations.invite(rosa.account.pk).path
    assert old.get("/account/security/").status_code == 200  # an invitation alone changes nothing
    choose(browser, link)
    assert old.get("/account/security/").status_code == 303
    assert not Authenticator.objects.filter(user=rosa.account).exists()
    rosa.account.refresh_from_db()
    assert not rosa.account.check_password(PASSWORD)
    whats = set(Happening.objects.filter(account=rosa.account).values_list("what", flat=True))
    assert whats >= {"invited", "password_set", "factors_removed", "ended"}


def test_who_is_signed_in_as_somebody_else_is_signed_out_by_the_link(rosa, link, browser):
    rosa.sign_in(browser)
    choose(browser, link)
    assert browser.session["_auth_user_id"] == str(june().pk)
    assert "seat" not in browser.session
