"""Signing in and out over HTTP."""

import time

import pytest
import time_machine
from django.test import Client as Browser

from alongside.accounts.models import Account, Happening
from alongside.accounts.tests.conftest import PASSWORD, sent_while


def signed_in(browser) -> bool:
    return "_auth_user_id" in browser.session


def told(account) -> list[str]:
    return list(Happening.objects.filter(account=account).order_by("at").values_list("what", flat=True))


def test_a_password_and_a_code_open_the_door(rosa, browser):
    answer = rosa.type_password(browser, next="/clients/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/code/")
    assert not signed_in(browser)
    answer = browser.post("/account/login/code/", {"code": rosa.code()})
    assert answer["Location"].startswith("/account/seat/")
    answer = browser.get(answer["Location"])
    assert (answer.status_code, answer["Location"]) == (303, "/clients/")
    assert told(rosa.account) == ["signed_in"]


def test_the_address_may_be_typed_in_any_case(rosa, browser):
    answer = browser.post("/account/login/", {"login": f" {rosa.account.email.upper()} ", "password": PASSWORD})
    assert answer["Location"] == "/account/login/code/"


def test_a_password_alone_opens_nothing(rosa, browser):
    rosa.type_password(browser)
    assert browser.get("/account/security/")["Location"].startswith("/account/login/")
    assert browser.get("/account/seat/")["Location"].startswith("/account/login/")


def test_an_account_without_a_factor_must_set_one_first(rosa, browser):
    rosa.account.authenticator_set.all().delete()
    rosa.type_password(browser)
    assert signed_in(browser)
    assert browser.get("/account/seat/?next=/clients/")["Location"] == "/account/factor/"
    assert browser.get("/account/factor/").status_code == 200


def test_a_recovery_code_is_good_once(rosa, browser):
    code = rosa.recovery_codes()[0]
    rosa.type_password(browser)
    assert browser.post("/account/login/code/", {"code": code}).status_code == 302
    other = Browser()
    rosa.type_password(other)
    assert other.post("/account/login/code/", {"code": code}).status_code == 422
    assert not signed_in(other)


@pytest.mark.parametrize("later", [0, 20, 35, 59])
def test_a_code_of_the_app_is_good_once(rosa, later):
    with time_machine.travel("2026-11-20T12:00:05Z", tick=False) as clock:
        code = rosa.code(step=1)  # a phone whose clock is ahead
        first, second = Browser(), Browser()
        rosa.type_password(first)
        assert first.post("/account/login/code/", {"code": code}).status_code == 302
        rosa.type_password(second)
        clock.shift(later)
        assert second.post("/account/login/code/", {"code": f" {code[:3]} {code[3:]}"}).status_code == 422


@pytest.mark.parametrize("step", [-3, -2, 2, 3])
def test_an_old_or_a_coming_code_is_wrong(rosa, browser, step):
    rosa.type_password(browser)
    assert browser.post("/account/login/code/", {"code": rosa.code(step=step)}).status_code == 422


@pytest.mark.parametrize("code", ["", " ", "12345", "0" * 41, "١٢٣٤٥٦", "12\x003456", "' or 1=1 --", "9" * 5000])
def test_any_code_is_answered(rosa, browser, code):
    rosa.type_password(browser)
    assert browser.post("/account/login/code/", {"code": code}).status_code == 422


def test_the_same_words_for_a_wrong_password_and_for_nobody(rosa, browser):
    known = rosa.type_password(browser, password="not this one at all")
    unknown = browser.post("/account/login/", {"login": "nobody@example.test", "password": "not this one at all"})
    assert known.status_code == unknown.status_code == 422
    assert faults(known) == faults(unknown) == ["The e-mail address or the password is not right."]
    assert told(rosa.account) == told(None) == ["failed"]


def test_the_same_work_for_a_wrong_password_and_for_nobody(rosa, browser, django_assert_num_queries, hashed):
    rosa.type_password(browser, password="not this one at all")
    for_somebody, statements = list(hashed), sent_while(lambda: rosa.type_password(browser, password="nor this one"))
    hashed.clear()
    for_nobody = sent_while(
        lambda: browser.post("/account/login/", {"login": "nobody@example.test", "password": "nor this one"})
    )
    assert len(for_somebody) == len(hashed) == 1
    assert statements == for_nobody


def test_five_wrong_passwords_hold_the_account_whoever_asks(rosa):
    for _ in range(5):
        assert rosa.type_password(Browser(), password="wrong and long").status_code == 422
    answer = rosa.type_password(Browser())
    assert answer.status_code == 429
    assert faults(answer) == ["Too many tries. Wait five minutes, then try again."]
    with time_machine.travel(5 * 60 + 1 + time.time()):
        assert rosa.type_password(Browser()).status_code == 302


def test_another_name_of_ours_gives_no_more_tries(rosa):
    for host in ("localhost", "127.0.0.1", "testserver", "localhost", "127.0.0.1"):
        rosa.type_password(Browser(HTTP_HOST=host), password="wrong and long")
    assert rosa.type_password(Browser()).status_code == 429


def test_a_forged_address_of_origin_gives_no_more_tries(rosa):
    for number in range(25):
        browser = Browser(HTTP_X_FORWARDED_FOR=f"10.0.0.{number}")
        browser.post("/account/login/", {"login": f"nobody{number}@example.test", "password": "wrong and long"})
    assert rosa.type_password(Browser()).status_code == 429


def test_behind_a_proxy_its_word_counts(rosa, settings):
    settings.ALONGSIDE_PROXIES = 1
    for number in range(25):
        browser = Browser(HTTP_X_FORWARDED_FOR=f"6.6.6.6, 10.0.0.{number}")
        browser.post("/account/login/", {"login": f"nobody{number}@example.test", "password": "wrong and long"})
    assert rosa.type_password(Browser(HTTP_X_FORWARDED_FOR="10.1.1.1")).status_code == 302


def test_five_wrong_codes_hold_the_account(rosa):
    for _ in range(5):
        browser = Browser()
        rosa.type_password(browser)
        assert browser.post("/account/login/code/", {"code": "000000"}).status_code == 422
    browser = Browser()
    rosa.type_password(browser)
    assert browser.post("/account/login/code/", {"code": rosa.code()}).status_code == 429


def test_a_closed_account_stays_out(rosa, browser):
    Account.objects.filter(pk=rosa.account.pk).update(is_active=False)
    answer = rosa.type_password(browser)
    assert answer["Location"] == "/account/closed/"
    assert browser.get("/account/closed/").status_code == 403
    assert not signed_in(browser)


ELSEWHERE = ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "\0/", "evil"]
ELSEWHERE += ["/a\r\nX: y", "http://testserver/", "///evil.example", "/" + "a" * 3000]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_nobody_is_led_elsewhere(rosa, browser, path):
    rosa.type_password(browser, next=path)
    answer = browser.post("/account/login/code/", {"code": rosa.code()})
    assert browser.get(answer["Location"])["Location"] == "/"


def test_signing_out_ends_the_browser_at_the_server(rosa, browser):
    rosa.sign_in(browser)
    assert browser.get("/account/logout/").status_code == 200
    kept = browser.cookies["alongside_session"].value
    assert browser.post("/account/logout/").status_code == 303
    other = Browser()
    other.cookies["alongside_session"] = kept
    assert other.get("/account/security/").status_code == 303
    assert told(rosa.account) == ["signed_in", "signed_out"]


def test_what_was_typed_is_kept_but_never_a_password(rosa, browser):
    page = rosa.type_password(browser, password="wrong and long").content.decode()
    assert rosa.account.email in page
    assert "wrong and long" not in page


@pytest.mark.parametrize("field", ["login", "password"])
@pytest.mark.parametrize(
    "text", ["", " ", "a\0b", "a" * 100_000, "\U0001f600", "a@b\nBcc: x@y", '"@x', "\u202eab@cd.ef"]
)
def test_any_text_is_answered(rosa, browser, field, text):
    typed = {"login": rosa.account.email, "password": "wrong and long", field: text}
    assert browser.post("/account/login/", typed).status_code == 422


THEIRS = ["signup/", "email/", "password/reset/", "password/set/", "confirm-email/x/", "2fa/", "2fa/totp/activate/"]


@pytest.mark.parametrize("path", [*THEIRS, "reauthenticate/", "inactive/"])
def test_no_page_of_the_sign_in_package_is_reachable(db, browser, path):
    assert browser.get(f"/account/{path}").status_code == 404


def faults(answer) -> list[str]:
    summary = answer.content.decode().split('class="error-summary"')[1].split("</ul>")[0]
    return [part.split("</")[0].split(">")[-1] for part in summary.split("<li>")[1:]]
