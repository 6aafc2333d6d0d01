"""A call for help is told within the act: an older transaction that is still open anywhere holds nothing of it back."""

from functools import partial
from uuid import UUID

import psycopg
import pytest

from alongside.foundation import feeds, outbox
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry, Letter
from alongside.foundation.tenancy import inside
from alongside.incidents import actions as incidents
from alongside.instruments.models import Alarm, Answering
from alongside.instruments.tests.scenes import signed
from alongside.instruments.tests.test_actions import PHQ, adult
from alongside.project.reactions import FOLLOWER
from alongside.safety import actions as safety


def letters(world) -> set[tuple[UUID, str]]:
    with inside(world.agency):
        return set(Letter.objects.values_list("to_staff_id", "code"))


def settled(world, epoch) -> None:
    with inside(world.agency):
        feeds.sequence(world.agency, epoch)
    feeds.follow(world.agency, FOLLOWER)


@pytest.fixture
def epoch(world):
    with inside(world.agency):
        return feeds.ensure_epoch()


@pytest.fixture
def busy(committed):
    """An older transaction that wrote and has not ended, as an import or an analysis of tables would be."""
    with psycopg.connect(committed.url("app")) as other:
        other.execute("select pg_current_xact_id()")
        yield other


def about_suicide(world):
    signed(world, "phq-9", PHQ, **adult(world))


def crisis(world):
    incidents.begin(by=world.ben, on=world.ida.pk, id=uuid7())


def duress(world):
    safety.duress(by=world.ben, on=world.ben.staff_id, id=uuid7())


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (about_suicide, "instruments.letter.alarm"), (crisis, "incidents.letter.begun"),
        (duress, "safety.letter.duress"),
    ],
)  # fmt: skip
def test_who_supervises_has_the_letter_while_the_feed_waits(world, epoch, busy, act, code):
    with inside(world.agency):
        act(world)
    settled(world, epoch)
    assert (world.staff["hana"], code) in letters(world), "the entry has not settled, and she is told all the same"
    early = letters(world)
    busy.commit()
    settled(world, epoch)
    assert letters(world) == early
    with inside(world.agency):
        assert Letter.objects.filter(code=code).count() == len([to for to, what in early if what == code])


def test_what_was_not_told_at_once_is_told_from_the_feed(world, epoch, monkeypatch):
    monkeypatch.setattr(outbox, "at_once", lambda tell: None)
    with inside(world.agency):
        about_suicide(world)
    assert letters(world) == set()
    settled(world, epoch)
    assert letters(world) == {(world.staff["hana"], "instruments.letter.alarm")}


def test_telling_that_fails_does_not_undo_the_act(world, caplog):
    def breaks(client):
        Alarm.objects.filter(pk="no id at all").exists()

    with inside(world.agency):
        about_suicide(world)
        outbox.at_once(partial(breaks, world.ida))
        assert Answering.objects.get().state == "signed" and Entry.objects.exists()
    assert "not told at once" in caplog.text and "no id at all" not in caplog.text
