"""Letters about notes: to whoever co-signs today, to an author whose note came back, without a word of the client."""

from datetime import timedelta

import pytest

from alongside.foundation import outbox
from alongside.foundation.messages import say
from alongside.foundation.models import Entry, Letter
from alongside.foundation.moments import today
from alongside.notes import actions as notes
from alongside.notes.models import Note
from alongside.notes.telling import tell_author, tell_cosigner, tell_no_more
from alongside.notes.tests import scenes
from alongside.workforce import actions as workforce

FOLLOWS = {
    "notes.sign": tell_cosigner, "notes.add": tell_cosigner, "notes.give_back": tell_author,
    "notes.cosign": tell_no_more,
}  # fmt: skip


def react(verb):
    """What the worker does with the newest entry of a verb (tests/house/test_reactions.py asks for the same)."""
    FOLLOWS[verb](Entry.objects.filter(verb=verb, outcome="done").order_by("at").last())


def told():
    return [(letter.to_staff_id, letter.code, letter.path) for letter in Letter.objects.order_by("made_at")]


@pytest.fixture
def note(cast):
    return scenes.signed(cast)


def give_back(cast, note):
    digest = scenes.digest(note)
    notes.give_back(by=cast.imani, on=note.pk, digest=digest, reason="Say where the second hit happened.")


def test_the_supervisor_is_told_once(cast, note):
    react("notes.sign")
    react("notes.sign")
    assert told() == [(cast.staff["imani"], "notes.letter.cosign", f"/notes/{note.pk}/cosign/")]


def test_whoever_stands_in_for_her_today_is_told_instead(cast, note):
    day = today("America/New_York")
    workforce.cover(by=cast.ada, on=cast.staff["imani"], stand_in=cast.staff["hana"], began_on=day, ends_on=day)
    react("notes.sign")
    assert [who for who, _, _ in told()] == [cast.staff["hana"]]


def test_a_cover_that_is_over_or_to_come_tells_nobody_else(cast, note):
    day = today("America/New_York")
    for first in (day - timedelta(9), day + timedelta(1)):
        last = first + timedelta(5)
        workforce.cover(by=cast.ada, on=cast.staff["imani"], stand_in=cast.staff["hana"], began_on=first, ends_on=last)
    react("notes.sign")
    assert [who for who, _, _ in told()] == [cast.staff["imani"]]


def test_the_author_is_told_what_came_back_and_the_supervisor_of_the_correction(cast, note):
    give_back(cast, note)
    react("notes.sign")  # late: it was answered meanwhile, so nobody is asked to co-sign it
    react("notes.give_back")
    assert told() == [(cast.staff["rosa"], "notes.letter.returned", f"/notes/{note.pk}/")]
    notes.correct(by=cast.rosa, on=note.pk)
    scenes.sign(note, by=cast.rosa)
    react("notes.sign")
    assert told()[1:] == [(cast.staff["imani"], "notes.letter.cosign", f"/notes/{note.pk}/cosign/")]


def unread(cast, who):
    return [letter.code for letter in outbox.waiting_for(cast.staff[who])]


def test_what_was_asked_and_done_leaves_the_inbox(cast, note):
    react("notes.sign")
    assert unread(cast, "imani") == ["notes.letter.cosign"]
    give_back(cast, note)
    react("notes.give_back")
    assert (unread(cast, "imani"), unread(cast, "rosa")) == ([], ["notes.letter.returned"])
    notes.correct(by=cast.rosa, on=note.pk)
    scenes.sign(note, by=cast.rosa)
    react("notes.sign")
    assert (unread(cast, "imani"), unread(cast, "rosa")) == (["notes.letter.cosign"], [])
    notes.cosign(by=scenes.confirmed(cast.imani), on=note.pk, digest=scenes.digest(note))
    react("notes.cosign")
    assert unread(cast, "imani") == []


def test_an_addendum_asks_again(cast, note):
    notes.cosign(by=scenes.confirmed(cast.imani), on=note.pk, digest=scenes.digest(note))
    notes.add(by=scenes.confirmed(cast.rosa), on=note.pk, text="His aide was there too.", reason="I had left it out.")
    react("notes.add")
    assert [who for who, _, _ in told()] == [cast.staff["imani"]]


def test_without_a_supervisor_nobody_is_asked(cast, note):
    Note.objects.filter(pk=note.pk).update(cosigner=None)
    react("notes.sign")
    assert told() == []


def test_a_letter_says_nothing_of_the_client_and_leads_to_the_page(cast, at, note):
    react("notes.sign")
    page = at("imani").get("/inbox/").content.decode()
    said = say("notes.letter.cosign")
    assert said in page and f'href="/notes/{note.pk}/cosign/"' in page
    for word in ("Theo", "Bell", "C-2", "Rosa"):
        assert word not in said and word not in say("notes.letter.returned")
    assert at("imani").get(f"/notes/{note.pk}/cosign/").status_code == 200
