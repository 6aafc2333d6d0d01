"""What follows from what: the table itself, and the worker's way from an act to a letter and a settled rate."""

from datetime import timedelta

from alongside.behaviour import actions as behaviour
from alongside.behaviour.models import Tally
from alongside.behaviour.tests.scenes import seen, session, target
from alongside.foundation import feeds
from alongside.foundation.doing import ACTIONS
from alongside.foundation.models import Letter, ParkedReaction
from alongside.foundation.tenancy import inside
from alongside.notes.tests import scenes
from alongside.project.reactions import FOLLOWER, REACTIONS
from alongside.project.where import load_rooms
from alongside.sessions import actions as sessions

FOLLOWS = {
    "people.break_glass": ["tell_of_glass"],
    "intake.sign": ["tell_addressed"],
    "intake.acknowledge": ["tell_no_more"],
    "sessions.start": ["watch_by_place"],
    "sessions.end": ["settle_ended", "follow"],
    "instruments.sign": ["tell_of_alarm"],
    "instruments.look_after": ["no_more_alarm"],
    "safety.duress": ["tell_of_duress"],
    "safety.answer": ["no_more_duress"],
    "incidents.begin": ["tell_of_crisis"],
    "incidents.begin_unknown": ["tell_of_crisis"],
    "incidents.about": ["tell_of_crisis"],
    "workforce.end_staff": ["end_with_work"],
    "workforce.end_seat": ["end_with_work"],
    "notes.sign": ["tell_cosigner"],
    "notes.add": ["tell_cosigner", "tell_decided"],
    "notes.leave": ["tell_decided"],
    "behaviour.record": ["tell_late"],
    "behaviour.correct": ["tell_late", "follow"],
    "behaviour.retract": ["tell_late", "follow"],
    "behaviour.notice": ["tell_late"],
    "behaviour.give_token": ["tell_late"],
    "behaviour.use_strategy": ["tell_late"],
    "behaviour.deviate": ["tell_late"],
    "behaviour.exchange": ["tell_late"],
    "living.help": ["tell_late"],
    "notes.cosign": ["tell_no_more"],
    "notes.give_back": ["tell_author"],
    "notes.put_aside": ["tell_supervisors"],
    "plans.withdraw_phase": ["follow"],
    "plans.correct_phase": ["follow"],
    "plans.begin_phase": ["follow"],
    "plans.end": ["no_more_of_plan", "follow"],
    "plans.take_over": ["follow"],
    "plans.publish": ["no_more_of_plan", "tell_of_signing", "follow"],
    "plans.sign": ["no_more_signing"],
    "plans.note_signature": ["no_more_signing"],
    "plans.hold_review": ["no_more_reviewing"],
    "behaviour.take_over": ["follow"],
    "fidelity.check": ["follow"],
    "fidelity.correct": ["follow"],
}


def test_the_table():
    load_rooms()
    assert {verb: [reaction.__name__ for reaction in some] for verb, some in REACTIONS.items()} == FOLLOWS
    assert set(REACTIONS) <= set(ACTIONS), "a reaction to a verb that nobody does"


def test_the_worker_settles_a_session_and_tells_who_cosigns(world):
    with inside(world.agency):
        scenes.signed(world)
        hands, visit = target(world, "rate", name="Hits"), session(world)
        behaviour.record(by=world.rosa, on=visit.pk, observations=[seen(hands, count=3)])
        sessions.end(by=world.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=30))  # and no settle
        epoch = feeds.ensure_epoch()
        assert Tally.objects.get(target=hands).value is None and not Letter.objects.exists()
    with inside(world.agency):
        feeds.sequence(world.agency, epoch)
    feeds.follow(world.agency, FOLLOWER)
    with inside(world.agency):
        assert not ParkedReaction.objects.exists()
        assert Tally.objects.get(target=hands).value == 6.0
        assert [letter.to_staff_id for letter in Letter.objects.all()] == [world.staff["imani"]]
