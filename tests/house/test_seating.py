"""Choosing where one works."""

from datetime import UTC, datetime

import pytest
from django.test import Client as Browser

from alongside.accounts import proof
from alongside.accounts.models import Account
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.parties.models import Party
from alongside.workforce.models import Role, Seat, Staff
from tests.cast import SINCE


@pytest.fixture
def browser(cast) -> Browser:
    """Rosa, signed in with a code, before she sits."""
    made = Browser()
    made.force_login(Account.objects.get(pk=cast.accounts["rosa"]))
    session = made.session
    session[proof.PROOF] = {"account": str(cast.accounts["rosa"]), "by": "totp"}
    session.save()
    return made


@pytest.fixture
def second_seat(cast) -> Staff:
    """Rosa works for the other agency too."""
    with inside(cast.elsewhere):
        party = Party.objects.create(legal_given="Rosa", legal_family="Delgado")
        staff = Staff.objects.create(party=party, credential="RBT", began_on=SINCE)
        Role.objects.create(staff=staff, role="tss", began_on=SINCE)
        Seat.objects.create(staff=staff, account_id=cast.accounts["rosa"])
    return staff


def sits(browser) -> str:
    return browser.session.get("seat", {}).get("agency", "")


def test_with_one_seat_one_sits_at_once(cast, browser):
    answer = browser.get("/account/seat/?next=/clients/")
    assert (answer.status_code, answer["Location"]) == (303, "/clients/")
    assert sits(browser) == str(cast.agency)
    entry = Entry.objects.get(verb="workforce.sit")
    assert (entry.staff_id, entry.session_ref) == (cast.staff["rosa"], browser.session.session_key[:8])


def test_with_several_one_chooses_and_may_change(cast, browser, second_seat):
    page = browser.get("/account/seat/?next=/clients/")
    assert page.status_code == 200
    assert "Harbor Family Services" in page.content.decode()
    assert sits(browser) == ""
    for agency in (cast.elsewhere, cast.agency):
        answer = browser.post("/account/seat/", {"agency": str(agency), "next": "/clients/"})
        assert (answer.status_code, answer["Location"]) == (303, "/clients/")
        assert sits(browser) == str(agency)


@pytest.mark.parametrize("agency", ["", "x", "a" * 10_000, "00000000-0000-7000-8000-000000000000"])
def test_no_other_agency_can_be_chosen(cast, browser, second_seat, agency):
    assert browser.post("/account/seat/", {"agency": agency}).status_code == 200
    assert sits(browser) == ""


def test_a_seat_in_another_agency_shows_nothing_of_this_one(cast, browser, second_seat):
    browser.post("/account/seat/", {"agency": str(cast.elsewhere)})
    assert browser.get(f"/clients/{cast.theo.pk}/person/").status_code == 404


@pytest.mark.parametrize("what", ["seat", "role"])
def test_without_a_seat_or_a_role_there_is_no_place(cast, browser, what):
    if what == "seat":
        Seat.objects.filter(staff_id=cast.staff["rosa"]).update(ended_at=datetime(2026, 1, 5, tzinfo=UTC))
    else:
        Role.objects.filter(staff_id=cast.staff["rosa"]).update(ended_on=SINCE)
    answer = browser.get("/account/seat/")
    assert answer.status_code == 403
    assert "You have no place here today" in answer.content.decode()


def test_a_password_alone_does_not_sit(cast, browser):
    session = browser.session
    del session[proof.PROOF]
    session.save()
    assert browser.get("/account/seat/")["Location"] == "/account/factor/"


def test_anothers_proof_does_not_sit(cast, browser):
    session = browser.session
    session[proof.PROOF] = {"account": str(cast.accounts["ben"]), "by": "totp"}
    session.save()
    assert browser.get("/account/seat/")["Location"] == "/account/factor/"


def test_health_says_what_is_well(db):
    assert Browser().get("/livez").json() == {"alive": True}
    answer = Browser().get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"database": True, "migrations": True, "disk": True})


@pytest.mark.parametrize("ill", ["database", "migrations", "disk"])
def test_health_says_what_is_not(db, monkeypatch, ill):
    from alongside.project import health  # noqa: PLC0415

    monkeypatch.setitem(health.CHECKS, ill, lambda: False)
    answer = Browser().get("/readyz")
    assert (answer.status_code, answer.json()[ill]) == (503, False)


def test_commits_that_do_not_wait_for_the_disk_are_noticed(db):
    from django.db import connection  # noqa: PLC0415

    from alongside.project import health  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("set local synchronous_commit = off")
    assert not health.database()
