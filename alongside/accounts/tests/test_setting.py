"""Setting factors, and what one sees of one's own account."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client as Browser

from alongside.accounts import factors
from alongside.accounts.tests.conftest import PASSWORD, code_of


@pytest.fixture
def bare(rosa, browser):
    """Rosa signed in with a password alone, before she has a factor."""
    Authenticator.objects.filter(user=rosa.account).delete()
    rosa.type_password(browser)
    return rosa


def confirm(browser):
    assert browser.post("/account/confirm/", {"password": PASSWORD}).status_code == 303


def test_a_wrong_first_code_keeps_the_same_key(bare, browser):
    key = browser.get("/account/factor/app/").context["key"]
    answer = browser.post("/account/factor/app/", {"code": "000000"})
    assert (answer.status_code, answer.context["key"]) == (422, key)
    assert browser.post("/account/factor/app/", {"code": code_of(key)}).status_code == 303


def test_the_first_code_cannot_be_used_again_to_sign_in(bare, browser):
    key = browser.get("/account/factor/app/").context["key"]
    code = code_of(key)
    browser.post("/account/factor/app/", {"code": code})
    other = Browser()
    bare.type_password(other)
    assert other.post("/account/login/code/", {"code": code}).status_code == 422


def test_a_factor_ends_what_a_password_alone_opened(bare, browser):
    other = Browser()
    bare.type_password(other)
    key = browser.get("/account/factor/app/").context["key"]
    browser.post("/account/factor/app/", {"code": code_of(key)})
    assert browser.get("/account/security/").status_code == 200
    assert other.get("/account/security/").status_code == 303


def test_recovery_codes_are_shown_once(bare, browser):
    key = browser.get("/account/factor/app/").context["key"]
    browser.post("/account/factor/app/", {"code": code_of(key)})
    shown = browser.get("/account/codes/").context["codes"]
    assert len(set(shown)) == 10
    again = browser.get("/account/codes/")
    assert again.context["codes"] == []
    assert not any(code in again.content.decode() for code in shown)


def test_new_codes_end_the_old_ones(rosa, browser):
    old = rosa.recovery_codes()
    rosa.sign_in(browser)
    confirm(browser)
    assert browser.post("/account/codes/").status_code == 303
    assert not set(old) & set(browser.get("/account/codes/").context["codes"])


@pytest.mark.parametrize("path", ["factor/app/", "factor/passkey/", "codes/", "password/"])
def test_changes_ask_first_who_sits_there(rosa, browser, path):
    rosa.sign_in(browser)
    assert browser.get(f"/account/{path}")["Location"].startswith("/account/confirm/?next=")
    assert browser.post(f"/account/{path}")["Location"].startswith("/account/confirm/?next=")


@pytest.mark.parametrize(
    "path", ["security/", "factor/", "factor/app/", "factor/passkey/", "codes/", "password/", "confirm/"]
)
def test_nobody_sees_an_account_without_signing_in(db, browser, path):
    assert browser.get(f"/account/{path}")["Location"].startswith("/account/login/")


def test_the_last_factor_stays(rosa, browser):
    Authenticator.objects.filter(user=rosa.account, type="totp").delete()
    key = Authenticator.objects.create(user=rosa.account, type="webauthn", data={"name": "Phone", "credential": {}})
    assert not factors.remove_passkey(rosa.account.pk, key.pk)
    spare = Authenticator.objects.create(user=rosa.account, type="webauthn", data={"name": "Ring", "credential": {}})
    assert factors.remove_passkey(rosa.account.pk, key.pk)
    assert [p.name for p in factors.factors(rosa.account.pk).passkeys] == ["Ring"]
    assert spare.pk


def test_nobody_removes_anothers_passkey(rosa, cast, browser):
    theirs = Authenticator.objects.create(
        user_id=cast.accounts["ben"], type="webauthn", data={"name": "Ben's", "credential": {}}
    )
    rosa.sign_in(browser)
    confirm(browser)
    browser.post(f"/account/factor/passkey/{theirs.pk}/removal/")
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_secrets_are_sealed_in_the_database(rosa):
    held = str(list(Authenticator.objects.filter(user=rosa.account).values_list("data", flat=True)))
    assert rosa.secret not in held
    assert not any(code in held for code in rosa.recovery_codes())


def test_a_factor_sealed_under_a_lost_secret_opens_nothing(rosa, browser, settings):
    code = rosa.code()
    settings.SECRET_KEY = "another installation's"
    rosa.type_password(browser)
    assert browser.post("/account/login/code/", {"code": code}).status_code == 422


def test_an_older_secret_still_opens_what_it_sealed(rosa, browser, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "the newer one", [settings.SECRET_KEY]
    rosa.type_password(browser)
    assert browser.post("/account/login/code/", {"code": rosa.code()}).status_code == 302


def test_a_new_password_ends_the_other_browsers(rosa, browser):
    other = Browser()
    rosa.type_password(other)
    other.post("/account/login/code/", {"code": rosa.recovery_codes()[0]})
    rosa.sign_in(browser)
    confirm(browser)
    new = "small boats cross at dawn"
    assert browser.post("/account/password/", {"password": new, "again": new}).status_code == 303
    assert browser.get("/account/security/").status_code == 200
    assert other.get("/account/security/").status_code == 303


def test_signing_out_everywhere_else(rosa, browser):
    other = Browser()
    rosa.type_password(other)
    other.post("/account/login/code/", {"code": rosa.recovery_codes()[0]})
    rosa.sign_in(browser)
    assert browser.post("/account/browsers/ending/").status_code == 303
    assert (browser.get("/account/security/").status_code, other.get("/account/security/").status_code) == (200, 303)


def test_the_overview_says_what_happened(rosa, browser):
    rosa.type_password(Browser(), password="wrong and long")
    rosa.sign_in(browser)
    page = browser.get("/account/security/").content.decode()
    assert "Signed in" in page
    assert "A try that did not match" in page
