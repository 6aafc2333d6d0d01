"""Signing in as a member of the cast with one click: only while every agency is a demo."""

import psycopg
import pytest
from django.db import ProgrammingError, transaction
from django.test import Client as Browser

from alongside.accounts import demo
from alongside.accounts.models import DemoPerson
from alongside.foundation.ids import uuid7


def offer(world) -> None:
    demo.cast(
        demo.Person(world.accounts[who], who.title(), role, look)
        for who, role, look in (("rosa", "TSS", "Start the visit."), ("imani", "Supervisor", "Co-sign a note."))
    )


@pytest.fixture
def one_real_agency(committed, world):
    """The demo's installation, into which a real agency moves."""
    offer(world)

    def move_in() -> None:
        with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
            owner.execute(
                "insert into agencies_agency (id, name, is_demo, zone, jurisdiction)"
                " values (%s, 'Real', false, 'America/New_York', 'US-PA')",
                [uuid7()],
            )

    return move_in


def test_the_cast_is_offered_and_signs_in_with_one_click(cast, browser):
    offer(cast)
    page = browser.get("/account/login/").content.decode()
    assert "Rosa" in page
    assert "Co-sign a note." in page
    answer = browser.post(f"/account/login/demo/{cast.accounts['rosa']}/", {"next": "/clients/"})
    assert answer.status_code == 303
    assert browser.get(answer["Location"])["Location"] == "/clients/"
    assert browser.session["seat"]["staff"] == str(cast.staff["rosa"])


def test_one_confirms_with_one_click(cast, browser):
    offer(cast)
    browser.post(f"/account/login/demo/{cast.accounts['rosa']}/")
    answer = browser.post("/account/confirm/", {"next": "/notes/1/"})
    assert (answer.status_code, answer["Location"]) == (303, "/notes/1/")
    assert "confirmed_at" in browser.session


def test_a_visitor_cannot_shut_the_others_out(cast, browser):
    offer(cast)
    browser.post(f"/account/login/demo/{cast.accounts['rosa']}/")
    for path in ("factor/app/", "factor/passkey/", "codes/", "password/"):
        assert browser.get(f"/account/{path}").status_code in (404, 303)
        assert browser.post(f"/account/{path}", {"password": "x" * 20, "again": "x" * 20}).status_code in (404, 303)
    assert demo.account_of(cast.accounts["rosa"]).password == ""


def test_with_one_real_agency_nobody_is_offered_and_nobody_signs_in(one_real_agency, world):
    one_real_agency()
    browser = Browser()
    page = browser.get("/account/login/").content.decode()
    assert "Rosa" not in page
    answer = browser.post(f"/account/login/demo/{world.accounts['rosa']}/")
    assert answer.status_code == 404
    assert "_auth_user_id" not in browser.session


def test_who_is_in_when_a_real_agency_moves_in_is_out(one_real_agency, world):
    browser = Browser()
    browser.post(f"/account/login/demo/{world.accounts['rosa']}/")
    browser.get("/account/seat/")
    one_real_agency()
    assert browser.get("/account/security/")["Location"].startswith("/account/login/")
    assert "_auth_user_id" not in browser.session


def test_the_database_itself_keeps_it(one_real_agency, world):
    assert DemoPerson.objects.count() == 2
    one_real_agency()
    assert DemoPerson.objects.count() == 0
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        DemoPerson.objects.create(account_id=world.accounts["ben"], position=1, name="Ben", role="", look_at="")


@pytest.mark.parametrize("who", ["ben", None])
def test_nobody_else_signs_in_so(cast, browser, who):
    offer(cast)
    account = cast.accounts[who] if who else uuid7()
    assert browser.post(f"/account/login/demo/{account}/").status_code == 404
    assert browser.get(f"/account/login/demo/{account}/").status_code == 405
