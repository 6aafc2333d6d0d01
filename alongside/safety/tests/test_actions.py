"""Working alone: watched, overdue, told; the quiet signal; refused, unacceptable, permanent."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction

from alongside.behaviour.tests.scenes import session
from alongside.foundation import feeds
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry, Letter, ParkedReaction
from alongside.foundation.tenancy import inside
from alongside.project import worker
from alongside.project.reactions import FOLLOWER
from alongside.safety import actions as safety
from alongside.safety import lookups
from alongside.safety.models import CheckIn, Duress, Escalation, Watch
from alongside.safety.overdue import escalate
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions


def ahead(minutes):
    return datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=minutes)


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def watched(cast, visit=None, minutes=30, **more):
    visit = visit or session(cast)
    return safety.watch(by=cast.rosa, on=visit.pk, due_at=ahead(minutes), **{"id": uuid7(), **more})


def say(cast, row, by=None, **more):
    return safety.check_in(by=by or cast.rosa, on=row.pk, **{"id": uuid7(), **more})


def told():
    return {(row.told_id, row.step) for row in Escalation.objects.all()}


def test_a_watch_goes_on_until_a_word_or_the_end(cast):
    row = watched(cast)
    [out] = lookups.own(cast.rosa.staff_id)
    assert (out.id, out.due_at, out.place) == (row.pk, row.due_at, "Willow Street School")
    say(cast, row, due_at=ahead(45))
    assert lookups.own(cast.rosa.staff_id)[0].due_at == ahead(45)
    say(cast, row)
    assert lookups.own(cast.rosa.staff_id) == []
    assert lookups.of_session(row.session_id) == row.pk
    [entry] = Entry.objects.filter(verb="safety.watch")
    assert (entry.subject_id, entry.client_id, entry.relation) == (row.pk, cast.theo.pk, "author")


def test_the_end_of_the_session_is_a_word(cast):
    visit = session(cast)
    watched(cast, visit)
    sessions.end(by=cast.rosa, on=visit.pk, ended_at=visit.began_at + timedelta(minutes=30))
    assert lookups.own(cast.rosa.staff_id) == [] and escalate(ahead(600)) == 0


def test_a_word_that_arrives_late_counts_by_its_own_time(cast):
    row = watched(cast)
    say(cast, row, at=ahead(0))
    say(cast, row, due_at=ahead(20), at=ahead(-10))
    assert lookups.own(cast.rosa.staff_id) == []


def test_a_second_watch_of_a_session_is_a_word(cast):
    visit, id = session(cast), uuid7()
    row = watched(cast, visit)
    for _ in range(2):
        assert watched(cast, visit, 50, id=id).pk == row.pk
    assert lookups.own(cast.rosa.staff_id)[0].due_at == ahead(50)
    assert (Watch.objects.count(), CheckIn.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"due_at": ahead(-1)}, ("not_later", "due_at")),
        ({"due_at": ahead(60 * 25)}, ("too_long", "due_at")),
        ({"due_at": datetime(2030, 1, 1)}, ("no_zone", "due_at")),  # noqa: DTZ001
        ({"due_at": ahead(60), "at": ahead(30)}, ("later", "at")),
    ],
)
def test_until_when_nobody_is_watched(cast, said, expected):
    visit, row = session(cast), watched(cast)
    for act, on in ((safety.watch, visit.pk), (safety.check_in, row.pk)):
        with pytest.raises(Unacceptable) as no:
            act(by=cast.rosa, on=on, id=uuid7(), **said)
        assert codes(no) == [expected]


def test_who_may(cast):
    visit, row = session(cast), watched(cast)
    for who in ("ben", "hana", "nadia", "dev", "quinn", "ada"):
        by = getattr(cast, who)
        with pytest.raises(Refused):
            safety.watch(by=by, on=visit.pk, id=uuid7(), due_at=ahead(9))
        with pytest.raises(Refused):
            say(cast, row, by=by)
    say(cast, row, by=cast.imani)
    say(cast, row, by=cast.amara)
    for who in ("dev", "quinn", "ada"):
        with pytest.raises(Refused):
            safety.duress(by=getattr(cast, who), on=cast.staff[who], id=uuid7())
    with pytest.raises(Refused):
        safety.duress(by=cast.rosa, on=cast.staff["ben"], id=uuid7())


def test_who_is_overdue_is_looked_for_step_by_step_each_told_once(cast):
    row = watched(cast)
    assert escalate(ahead(29)) == 0 and told() == set()
    assert [escalate(ahead(n)) for n in (31, 32, 39)] == [1, 0, 0]
    assert told() == {(cast.staff["imani"], 1)}
    assert [escalate(ahead(n)) for n in (41, 90)] == [1, 0]
    assert told() == {(cast.staff["imani"], 1), (cast.staff["amara"], 2)}
    assert {letter.code for letter in Letter.objects.all()} == {"safety.letter.overdue"}
    assert [one.step for one in lookups.told_of([row.pk])[row.pk]] == [1, 2]


def test_after_more_time_they_are_looked_for_anew(cast):
    row = watched(cast)
    escalate(ahead(31))
    say(cast, row, due_at=ahead(60))
    assert escalate(ahead(50)) == 0 and escalate(ahead(61)) == 1
    assert Letter.objects.filter(to_staff_id=cast.staff["imani"]).count() == 2


def test_with_nobody_above_whoever_may_look_after_anybody_is_told_at_once(cast):
    hers = session(cast, by=cast.imani)
    safety.watch(by=cast.imani, on=hers.pk, id=uuid7(), due_at=ahead(10))
    escalate(ahead(11))
    assert told() == {(cast.staff["amara"], 1)}


def planned(world, place, minutes=60):
    """A visit that has begun, with so many minutes left, at a place with this code."""
    type(world.site).objects.filter(pk=world.site.pk).update(place_of_service=place)
    begins = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=10)
    visit = schedule.book(
        by=world.dev, on=world.theo.pk, staff_id=world.staff["rosa"], programme_id=world.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(minutes=minutes + 10), zone="America/New_York", site_id=world.site.pk,
        overlap_reason="test",
    )  # fmt: skip
    sessions.start(by=world.rosa, on=world.theo.pk, id=uuid7(), began_at=begins, visit_id=visit.pk)
    return begins + timedelta(minutes=minutes + 20)


def settle(world, epoch):
    with inside(world.agency):
        feeds.sequence(world.agency, epoch)
    feeds.follow(world.agency, FOLLOWER)


def test_a_visit_in_a_home_is_watched_without_anybody_asking_and_the_worker_looks(world):
    with inside(world.agency):
        epoch = feeds.ensure_epoch()
        due = planned(world, "12")
    settle(world, epoch)
    with inside(world.agency):
        assert not ParkedReaction.objects.exists()
        row = Watch.objects.get()
        assert (row.due_at, row.by_rule, row.staff_id) == (due, True, world.staff["rosa"])
    with time_machine.travel(due + timedelta(minutes=1)):
        for _ in range(2):
            worker.serve_agency(world.agency, epoch, seal_now=False)
    with inside(world.agency):
        assert told() == {(world.staff["imani"], 1)}


@pytest.mark.parametrize(("place", "minutes"), [("03", 60), ("12", -60)])
def test_a_school_and_a_visit_long_over_are_not_watched(world, place, minutes):
    with inside(world.agency):
        epoch = feeds.ensure_epoch()
        if minutes < 0:
            with time_machine.travel(datetime.now(UTC) - timedelta(hours=3)):
                planned(world, place)
        else:
            planned(world, place, minutes)
    settle(world, epoch)
    with inside(world.agency):
        assert not Watch.objects.exists() and not ParkedReaction.objects.exists()


def test_a_quiet_signal_is_told_to_everybody_above_until_it_is_answered(world):
    with inside(world.agency):
        epoch, visit, id = feeds.ensure_epoch(), session(world), uuid7()
        for _ in range(2):
            signal = safety.duress(by=world.rosa, on=world.staff["rosa"], id=id, session_id=visit.pk)
        assert (signal.client_id, Duress.objects.count()) == (world.theo.pk, 1)
    settle(world, epoch)
    with inside(world.agency):
        letters = Letter.objects.filter(code="safety.letter.duress", acknowledged_at=None)
        assert {letter.to_staff_id for letter in letters} == {world.staff["imani"], world.staff["amara"]}
        safety.answer(by=world.imani, on=signal.pk, words="Called her. She had left the house.")
        with pytest.raises(Unacceptable) as no:
            safety.answer(by=world.amara, on=signal.pk, words="I too.")
        assert codes(no) == [("answered", "words")]
    settle(world, epoch)
    with inside(world.agency):
        assert [(p.reaction, p.fault) for p in ParkedReaction.objects.all()] == []
        assert not letters.all().exists()


def test_a_signal_is_never_refused_for_its_place_its_visit_or_its_clock(cast):
    for said in (
        {"latitude": 91.0, "longitude": 0.0}, {"latitude": 39.9}, {"latitude": float("nan"), "longitude": 1.0},
        {"session_id": uuid7()}, {"at": ahead(600)}, {"at": datetime(2026, 1, 1)},  # noqa: DTZ001
    ):  # fmt: skip
        row = safety.duress(by=cast.rosa, on=cast.staff["rosa"], id=uuid7(), **said)
        assert (row.latitude, row.session_id) == (None, None) and row.at <= datetime.now(UTC)
    kept = safety.duress(by=cast.rosa, on=cast.staff["rosa"], id=uuid7(), latitude=39.95, longitude=-75.16)
    assert (kept.latitude, kept.longitude) == (39.95, -75.16)


@pytest.mark.parametrize("change", ["update {} set id = id", "delete from {}"])
@pytest.mark.parametrize("table", ["watch", "checkin", "escalation", "duress", "duressanswer"])
def test_what_was_written_never_changes(cast, table, change):
    row = watched(cast)
    escalate(ahead(31))
    say(cast, row)
    signal = safety.duress(by=cast.rosa, on=cast.staff["rosa"], id=uuid7())
    safety.answer(by=cast.amara, on=signal, words="Called.")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(f"safety_{table}"))
