"""Letters reach their addressee alone, once, and hold nothing of a client."""

from uuid import uuid4

import pytest

from alongside.desk.inbox import actions, queries
from alongside.foundation import outbox
from alongside.foundation.errors import Refused
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry, Letter, ParkedReaction


@pytest.fixture
def letter(cast):
    outbox.post(to=cast.staff["imani"], code="foundation.letter.subject", path="/to-cosign/", cause=uuid7())
    return Letter.objects.get()


def test_the_same_cause_is_told_once(cast, letter):
    outbox.post(to=letter.to_staff_id, code=letter.code, path=letter.path, cause=letter.cause_id)
    assert Letter.objects.count() == 1


def test_the_addressee_reads_and_acknowledges_it(cast, at, letter):
    imani = at("imani")
    assert "Something waits for you" in imani.get("/inbox/").content.decode()
    assert imani.post(f"/inbox/{letter.pk}/read/").status_code == 303
    assert "Nothing new" in imani.get("/inbox/").content.decode()


def test_nobody_else_does(cast, at, letter):
    assert queries.inbox(by=cast.rosa, on=cast.staff["rosa"]) == ()
    with pytest.raises(Refused):
        actions.acknowledge(by=cast.rosa, on=letter.pk)
    with pytest.raises(Refused):
        queries.inbox(by=cast.rosa, on=cast.staff["imani"])
    assert at("rosa").post(f"/inbox/{uuid4()}/read/").status_code == 404


def test_an_administrator_sees_what_could_not_be_carried_out(cast, at):
    entry = Entry.objects.create(
        verb="notes.sign", outcome="done", role="tss", relation="author", session_ref="", subject="notes.Note"
    )
    ParkedReaction.objects.create(entry_id=entry.pk, reaction="tell_cosigner", tries=5, fault="ValueError")
    assert "tell_cosigner" in at("ada").get("/inbox/").content.decode()
    assert "tell_cosigner" not in at("rosa").get("/inbox/").content.decode()


def test_the_menu_says_how_much_waits(cast, at, letter):
    assert 'class="count" aria-hidden="true">1<' in at("imani").get("/inbox/").content.decode()
