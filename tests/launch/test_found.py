"""An agency begins from the command line; who lost every way in gets a link from there."""

import pytest
from django.test import Client as Browser

from alongside.accounts import proof
from alongside.accounts.models import Account
from alongside.agencies.models import Agency
from alongside.project import found, invite
from alongside.project.troubles import Trouble

WORDS = ["Harbor Family Services", "Ada@Example.test", "--given", "Ada", "--family", "Lind"]


@pytest.fixture
def as_owner(committed, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_OWNER_DATABASE_URL", committed.url("owner"))


def link_in(text: str) -> str:
    return text.split("http://127.0.0.1:8000")[1].strip()


def test_an_agency_begins_with_an_administrator_and_a_link(as_owner, capsys):
    assert found.main(WORDS) == 0
    browser = Browser()
    link = link_in(capsys.readouterr().out)
    words = "quiet lamps at the corner"
    assert browser.post(link, {"password": words, "again": words}).status_code == 303
    session = browser.session
    session[proof.PROOF] = {"account": session["_auth_user_id"], "by": "totp"}
    session.save()
    assert browser.get("/account/seat/")["Location"] == "/"
    assert browser.get("/staff/").status_code == 200
    assert not Agency.objects.get().is_demo


def test_an_address_founds_one_agency(as_owner):
    found.main(WORDS)
    with pytest.raises(Trouble, match="signs in here already"):
        found.main(["Another", *WORDS[1:]])
    assert Agency.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "said"), [(["--zone", "Mars/Base"], "no time zone"), (["--given", "x" * 500], "characters")]
)
def test_what_is_wrong_is_said_and_nothing_half_made(as_owner, words, said):
    with pytest.raises(Trouble, match=said):
        found.main([*WORDS, *words])
    assert Agency.objects.count() == 0


def test_without_the_owners_address_no_agency_is_made(committed, monkeypatch):
    monkeypatch.delenv("ALONGSIDE_OWNER_DATABASE_URL", raising=False)
    with pytest.raises(Trouble, match="ALONGSIDE_OWNER_DATABASE_URL"):
        found.main(WORDS)


def test_a_link_for_who_lost_every_way_in(world, capsys):
    account = Account.objects.get(pk=world.accounts["rosa"])
    assert invite.main([account.email.upper()]) == 0
    assert Browser().get(link_in(capsys.readouterr().out)).status_code == 200


def test_nobody_is_no_account(committed):
    with pytest.raises(Trouble, match="Nobody signs in"):
        invite.main(["nobody@example.test"])
