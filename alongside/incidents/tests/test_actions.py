"""A crisis: begun, marked, said whose, closed; refused, unacceptable, written down, told."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.behaviour.tests.scenes import session
from alongside.foundation import feeds
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry, Letter, ParkedReaction, Revision
from alongside.foundation.tenancy import inside
from alongside.incidents import actions as incidents
from alongside.incidents import lookups
from alongside.incidents.models import Crisis, CrisisClosing, CrisisLine
from alongside.incidents.tests.scenes import ago, begun, codes, mark, unknown
from alongside.project.reactions import FOLLOWER


def test_a_crisis_is_kept_step_by_step_and_written_down(cast):
    visit = session(cast)
    crisis = begun(cast, session_id=visit.pk)
    mark(cast, crisis, "called_911", at=ago(8))
    mark(cast, crisis, "gave_space", at=ago(9))
    incidents.close(by=cast.rosa, on=crisis, closed_at=ago(2))
    found = lookups.timeline(crisis.pk)
    assert [line.line for line in found.lines] == ["gave_space", "called_911"]
    assert (found.crisis.client_id, found.crisis.session_id) == (cast.theo.pk, visit.pk)
    assert (found.crisis.began_at, found.crisis.closed_at) == (crisis.began_at, ago(2))
    assert lookups.crises_of(cast.theo.pk) == lookups.of_session(visit.pk) == (found.crisis,)
    assert lookups.crises_of(cast.theo.pk, before=crisis.began_at) == ()
    kept = Entry.objects.filter(verb__startswith="incidents.").order_by("at", "id")
    assert [(e.verb, e.client_id, e.subject_id) for e in kept] == [
        (f"incidents.{verb}", cast.theo.pk, crisis.pk) for verb in ("begin", "mark", "mark", "close")
    ]


def test_nobody_who_works_with_clients_is_refused_beginning_one(cast):
    for who in ("rosa", "ben", "imani", "hana", "nadia", "amara"):
        assert begun(cast, by=getattr(cast, who)).client_id == cast.theo.pk
    for who in ("dev", "quinn", "ada"):
        with pytest.raises(Refused):
            begun(cast, by=getattr(cast, who))
    with pytest.raises(Refused):
        incidents.begin_unknown(by=cast.rosa, on=cast.ben.staff_id, id=uuid7())


def test_who_may_go_on_with_it(cast):
    crisis = begun(cast)
    for who in ("rosa", "imani", "amara"):
        mark(cast, crisis, by=getattr(cast, who))
    for who in ("ben", "hana", "nadia", "dev", "quinn", "ada"):
        for act, said in ((incidents.mark, {"id": uuid7(), "line": "gave_space"}), (incidents.close, {})):
            with pytest.raises(Refused):
                act(by=getattr(cast, who), on=crisis, **said)
    assert CrisisLine.objects.count() == 3 and not CrisisClosing.objects.exists()


def test_whose_it_was_is_said_once(cast):
    crisis, visit = unknown(cast), session(cast)
    mark(cast, crisis)
    assert lookups.crises_of(cast.theo.pk) == ()
    for _ in range(2):
        incidents.about(by=cast.rosa, on=crisis.pk, client_id=cast.theo.pk, session_id=visit.pk)
    assert [one.id for one in lookups.crises_of(cast.theo.pk)] == [crisis.pk]
    [kept] = Revision.objects.filter(subject_id=crisis.pk)
    assert kept.before == {"client_id": None, "session_id": None}
    with pytest.raises(Unacceptable) as no:
        incidents.about(by=cast.rosa, on=crisis.pk, client_id=cast.lucia.pk)
    assert codes(no) == [("said_already", "client")]


def test_whose_it_cannot_be(cast):
    crisis, visit = unknown(cast), session(cast)
    for client, said, fault in (
        (cast.omar.pk, {}, ("no_such_client", "client")),
        (uuid7(), {}, ("no_such_client", "client")),
        (cast.lucia.pk, {"session_id": visit.pk}, ("other_session", "session")),
    ):
        with pytest.raises(Unacceptable) as no:
            incidents.about(by=cast.rosa, on=crisis.pk, client_id=client, **said)
        assert codes(no) == [fault]
    with pytest.raises(Refused):
        incidents.about(by=cast.ben, on=crisis.pk, client_id=cast.theo.pk)


def test_the_same_id_is_there_once(cast):
    one, two = uuid7(), uuid7()
    for _ in range(2):
        crisis = begun(cast, id=one)
        mark(cast, crisis, id=two)
        incidents.close(by=cast.rosa, on=crisis)
    assert (Crisis.objects.count(), CrisisLine.objects.count(), CrisisClosing.objects.count()) == (1, 1, 1)
    for again in ({"by": cast.imani}, {"on": cast.lucia}):
        with pytest.raises(Unacceptable) as no:
            incidents.begin(**{"by": cast.rosa, "on": cast.theo, "id": one, **again})
        assert codes(no) == [("begun_otherwise", "")]


def test_begun_unknown_and_said_whose_the_same_tap_again_is_the_same(cast):
    crisis = unknown(cast)
    incidents.about(by=cast.rosa, on=crisis, client_id=cast.theo.pk)
    assert incidents.begin_unknown(by=cast.rosa, on=cast.rosa.staff_id, id=crisis.pk).pk == crisis.pk


@pytest.mark.parametrize(
    ("began", "expected"),
    [(ago(-20), "later"), (ago(60 * 24 * 31), "long_ago"), (datetime(2026, 1, 1), "no_zone")],  # noqa: DTZ001
)
def test_when_it_cannot_have_begun(cast, began, expected):
    with pytest.raises(Unacceptable) as no:
        incidents.begin(by=cast.rosa, on=cast.theo, id=uuid7(), began_at=began)
    assert codes(no) == [(expected, "began_at")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"line": "shouted"}, [("no_such_line", "line")]),
        ({"line": "other"}, [("words", "words")]),
        ({"words": "x" * 1001}, [("too_long", "words")]),
        ({"words": "a\x00b"}, [("unfit", "words")]),
        ({"at": ago(30)}, [("before_it_began", "at")]),
        ({"at": ago(-30)}, [("later", "at")]),
    ],
)
def test_what_is_no_step(cast, said, expected):
    with pytest.raises(Unacceptable) as no:
        mark(cast, begun(cast), **said)
    assert codes(no) == expected and not CrisisLine.objects.exists()


def test_a_step_that_arrives_after_the_end_is_kept_and_the_first_end_stays(cast):
    crisis = begun(cast)
    incidents.close(by=cast.rosa, on=crisis, closed_at=ago(3))
    mark(cast, crisis, "called_on_call", at=ago(4))
    assert incidents.close(by=cast.imani, on=crisis).closed_at == ago(3)
    with pytest.raises(Unacceptable) as no:
        incidents.close(by=cast.rosa, on=begun(cast), closed_at=ago(60))
    assert codes(no) == [("before_it_began", "closed_at")]


def test_what_is_not_here(cast):
    for act, said in ((incidents.mark, {"id": uuid7(), "line": "gave_space"}), (incidents.close, {})):
        with pytest.raises(NotHere):
            act(by=cast.rosa, on=uuid7(), **said)
    with pytest.raises(NotHere):
        incidents.begin(by=cast.rosa, on=cast.omar.pk, id=uuid7())
    with pytest.raises(NotHere):
        lookups.timeline(uuid7())


def letters(world, epoch):
    with inside(world.agency):
        feeds.sequence(world.agency, epoch)
    feeds.follow(world.agency, FOLLOWER)
    with inside(world.agency):
        assert not ParkedReaction.objects.exists()
        return {(letter.to_staff_id, letter.code, letter.path) for letter in Letter.objects.all()}


def test_supervisors_are_told_once_and_the_clients_when_it_is_said_whose(world):
    with inside(world.agency):
        epoch = feeds.ensure_epoch()
        crisis = unknown(world, by=world.ben)
    way = ("incidents.letter.begun", f"/crises/{crisis.pk}/")
    assert letters(world, epoch) == {(world.staff["hana"], *way)}
    with inside(world.agency):
        incidents.about(by=world.ben, on=crisis.pk, client_id=world.theo.pk)
    assert letters(world, epoch) == {(world.staff["hana"], *way), (world.staff["imani"], *way)}
    with inside(world.agency):
        assert Letter.objects.count() == 2


def test_a_crisis_with_nobody_above_is_told_to_whoever_may_see_any(world):
    with inside(world.agency):
        epoch = feeds.ensure_epoch()
        unknown(world, by=world.amara)
    told = {staff for staff, _, _ in letters(world, epoch)}
    assert told == {world.staff["amara"], world.staff["quinn"]}


def test_lines_are_ordered_by_the_devices_clock_whatever_came_first(cast):
    crisis = begun(cast, minutes=20)
    for minutes in (3, 9, 6):
        mark(cast, crisis, at=ago(minutes))
    at = [line.at for line in lookups.timeline(crisis.pk).lines]
    assert at == sorted(at) and datetime.now(UTC) - at[-1] < timedelta(minutes=5)
