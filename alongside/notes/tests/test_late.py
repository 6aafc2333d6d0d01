"""What arrives after signing is marked for what it is: observed before, arrived after, or a change; the note stays."""

from datetime import timedelta

import pytest

from alongside.behaviour import actions as behaviour
from alongside.behaviour.models import Observation
from alongside.behaviour.tests.scenes import Seen
from alongside.documents.lookups import newest
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry, Letter
from alongside.foundation.tenancy import inside
from alongside.living import actions as living
from alongside.notes import arriving, queries
from alongside.notes.models import Note
from alongside.notes.tests import scenes
from alongside.plans.models import Strategy
from alongside.project.reactions import REACTIONS


@pytest.fixture
def note(world):
    """A signed note, committed: what is written next is received after it."""
    with inside(world.agency):
        return scenes.signed(world).pk


def everything(world, note):
    """One of each kind; the second observer's came from another device that was without signal."""
    at, session = note.session.began_at + timedelta(minutes=40), note.session_id
    target = scenes.Target.objects.get(client=world.theo, name="Aggression")
    about = {"by": world.rosa, "on": session}
    first, wrong, theirs = (Seen(uuid7(), target.pk, {"count": 1}, at, "") for _ in range(3))
    behaviour.record(**about, observations=[first, wrong])
    behaviour.record(by=world.imani, on=session, observations=[theirs], second=True, recorded_at=at)
    behaviour.correct(by=world.rosa, on=first.id, id=uuid7(), details={"count": 2}, reason="Two in a row.")
    behaviour.retract(by=world.rosa, on=wrong.id, id=uuid7(), reason="A slip of the thumb.")
    behaviour.notice(**about, id=uuid7(), area="mood", words="", at=at)
    behaviour.give_token(**about, id=uuid7(), count=1, at=at)
    living.help(**about, id=uuid7(), activity="dishes", level="verbal", at=at)
    strategy = Strategy.objects.filter(version=note.session.plan_version_id).first().pk
    behaviour.use_strategy(**about, id=uuid7(), strategy_id=strategy, at=at)
    behaviour.use_strategy(**about, id=uuid7(), strategy_id=strategy, undone=True, at=at)
    behaviour.deviate(**about, id=uuid7(), what="We went outside.", reason="A fire drill.", at=at)


KINDS = {"observed": 2, "second": 1, "corrected": 1, "taken_back": 1, "notice": 1, "token": 1, "help": 1}
KINDS |= {"strategy": 1, "strategy_undone": 1, "deviation": 1}


def test_each_is_named_with_when_it_was_recorded_and_whether_before_the_signature(world, note, at):
    with inside(world.agency):
        everything(world, Note.objects.get(pk=note))
    with inside(world.agency):
        read = queries.see(by=world.rosa, on=note)
    assert read.arrived == len(read.late) == sum(KINDS.values())
    assert {kind: sum(one.kind == kind for one in read.late) for kind in KINDS} == KINDS
    assert all(one.before and one.received_at > read.newest.at >= one.at for one in read.late)
    assert {one.kind for one in read.late if one.is_change} == {"corrected", "taken_back"}
    who = {one.kind: one.who for one in read.late}
    assert who["second"] and who["second"] != who["token"]
    page = at("rosa").get(f"/notes/{note}/arrived/").content.decode()
    for words in ("An observation of the second observer", "before you signed", "The change arrived", "Tokens"):
        assert words in page


def test_the_note_stays_as_it_was_signed(world, note):
    with inside(world.agency):
        before = newest(Note.objects.get(pk=note).document_id)
        everything(world, Note.objects.get(pk=note))
    with inside(world.agency):
        assert newest(Note.objects.get(pk=note).document_id) == before


def test_nothing_is_late_that_was_here(world, note):
    with inside(world.agency):
        read = queries.see(by=world.rosa, on=note)
        assert Observation.objects.filter(session=read.session_id).exists()
    assert (read.arrived, read.late) == (0, ())


@pytest.mark.parametrize(
    "verb", ["behaviour.notice", "behaviour.give_token", "behaviour.use_strategy", "behaviour.deviate", "living.help"]
)
def test_its_author_is_told_of_what_stands_beside_the_targets_too(world, note, verb):
    assert arriving.tell_late in REACTIONS[verb]
    with inside(world.agency):
        everything(world, Note.objects.get(pk=note))
    with inside(world.agency):
        arriving.tell_late(Entry.objects.filter(verb=verb).last())
        assert Letter.objects.get(code="notes.letter.arrived").to_staff_id == world.staff["rosa"]
