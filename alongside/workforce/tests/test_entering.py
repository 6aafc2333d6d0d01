"""Links for members of staff, and sitting down."""

from datetime import date

import pytest

from alongside.accounts.models import Account, Invitation, SignedIn
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.workforce import actions, lookups
from alongside.workforce.models import Seat

SINCE = date(2026, 1, 5)


@pytest.fixture
def newcomer(cast):
    return actions.hire(by=cast.ada, on=cast.agency, given="June", family="Park", began_on=SINCE)


def codes(caught) -> list[str]:
    return [fault.code for fault in caught.value.faults]


def test_a_newcomer_gets_an_account_a_seat_and_a_link(cast, newcomer):
    invited = actions.invite(by=cast.ada, on=newcomer, email="June@example.test")
    account = Account.objects.get(email="june@example.test")
    assert invited.account_id == account.pk
    assert lookups.mail_address(newcomer.pk) == "june@example.test"
    assert Entry.objects.filter(verb="workforce.invite", subject_id=newcomer.pk, outcome="done").count() == 1


def test_a_second_link_is_for_the_same_account(cast, newcomer):
    first = actions.invite(by=cast.ada, on=newcomer, email="june@example.test")
    again = actions.invite(by=cast.ada, on=newcomer)
    assert again.account_id == first.account_id
    assert again.path != first.path
    assert Seat.objects.filter(staff=newcomer).count() == 1
    assert Invitation.objects.filter(account_id=first.account_id, used_at=None).count() == 1


def test_without_an_account_an_address_is_needed(cast, newcomer):
    with pytest.raises(Unacceptable) as caught:
        actions.invite(by=cast.ada, on=newcomer)
    assert codes(caught) == ["workforce.fault.address"]


def test_nobody_gets_a_link_to_an_account_that_opens_another_agency(cast, newcomer):
    """Whoever holds a link opens the account: one agency's administrator must not get into another's records."""
    with inside(cast.elsewhere):
        from alongside.parties.models import Party  # noqa: PLC0415
        from alongside.workforce.models import Staff  # noqa: PLC0415

        theirs = Account.objects.create_user("both@example.test")
        party = Party.objects.create(legal_given="Sam", legal_family="Reyes")
        Seat.objects.create(account=theirs, staff=Staff.objects.create(party=party, began_on=SINCE))
    with pytest.raises(Unacceptable) as caught:
        actions.invite(by=cast.ada, on=newcomer, email="both@example.test")
    assert codes(caught) == ["workforce.fault.address_taken"]
    assert not Invitation.objects.filter(account=theirs).exists()
    assert not Seat.objects.filter(staff=newcomer).exists()


def test_nobody_gets_a_link_to_a_colleagues_account(cast, newcomer):
    rosas = Account.objects.get(pk=cast.accounts["rosa"]).email
    with pytest.raises(Unacceptable) as caught:
        actions.invite(by=cast.ada, on=newcomer, email=rosas)
    assert codes(caught) == ["workforce.fault.address_taken"]


def test_one_person_has_one_address(cast):
    with pytest.raises(Unacceptable) as caught:
        actions.invite(by=cast.ada, on=cast.staff["rosa"], email="another@example.test")
    assert codes(caught) == ["workforce.fault.other_address"]


@pytest.mark.parametrize("who", ["rosa", "imani", "dev", "nadia", "quinn", "amara"])
def test_only_the_administrator_makes_links(cast, newcomer, who):
    with pytest.raises(Refused):
        actions.invite(by=getattr(cast, who), on=newcomer, email="june@example.test")


def test_not_for_oneself(cast):
    with pytest.raises(Refused):
        actions.invite(by=cast.ada, on=cast.staff["ada"])


def test_who_sits_down_is_in_the_ledger(cast):
    actions.sit(by=cast.rosa, on=cast.staff["rosa"])
    entry = Entry.objects.get(verb="workforce.sit")
    assert (entry.staff_id, entry.subject_id) == (cast.staff["rosa"], cast.staff["rosa"])


def test_nobody_sits_down_as_somebody_else(cast):
    with pytest.raises(Refused):
        actions.sit(by=cast.rosa, on=cast.staff["ben"])


def test_who_leaves_is_out_on_every_device(cast, at):
    browser = at("rosa")
    assert SignedIn.objects.filter(account_id=cast.accounts["rosa"]).count() == 1
    actions.end_staff(by=cast.ada, on=cast.staff["rosa"], reason="Moved away")
    assert not SignedIn.objects.filter(account_id=cast.accounts["rosa"]).exists()
    assert browser.get("/clients/").status_code == 302


def test_the_administrator_makes_a_link_on_the_page(cast, newcomer, at):
    browser = at("ada")
    page = browser.post(f"/staff/{newcomer.pk}/invitation/", {"email": "june@example.test"})
    assert page.status_code == 200
    assert "http://testserver/account/invitation/" in page.content.decode()
    assert browser.post(f"/staff/{newcomer.pk}/invitation/", {"email": ""}).status_code == 200  # known by now


@pytest.mark.parametrize("email", ["", "x", "a@b\nBcc: c@d", "a" * 320 + "@example.test", "a\0@b.cd"])
def test_an_address_that_is_none_is_said_so(cast, newcomer, at, email):
    assert at("ada").post(f"/staff/{newcomer.pk}/invitation/", {"email": email}).status_code == 422
    assert not Seat.objects.filter(staff=newcomer).exists()


def test_others_do_not_see_the_page(cast, newcomer, at):
    assert at("rosa").get(f"/staff/{newcomer.pk}/invitation/").status_code == 403
