"""Beginning, who was there, ending: done, refused, unacceptable, written down."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.people.models import TeamPlace
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions
from alongside.sessions import lookups, queries
from alongside.sessions.models import Ending, Presence, Session


def ago(**span):
    return datetime.now(UTC).replace(microsecond=0) - timedelta(**span)


def codes(caught):
    return [fault.code.split(".", 1)[1] for fault in caught.value.faults]


@pytest.fixture
def visit(cast):
    begins = ago(minutes=30)
    return schedule.book(
        by=cast.dev, on=cast.theo.pk, staff_id=cast.staff["rosa"], programme_id=cast.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(hours=1), zone="America/New_York", site_id=cast.site.pk, place="room 12",
    )  # fmt: skip


def start(cast, by=None, client=None, **values):
    values = {"id": uuid7(), "began_at": ago(minutes=29), "programme_id": cast.programme.pk, **values}
    return sessions.start(by=by or cast.rosa, on=(client or cast.theo).pk, **values)


def test_a_session_takes_from_its_visit_what_is_not_said(cast, visit):
    session = start(cast, visit_id=visit.pk, programme_id=None)
    assert (session.site_id, session.place, session.zone) == (cast.site.pk, "room 12", "America/New_York")
    assert (session.place_of_service, session.programme_id) == ("03", cast.programme.pk)
    [entry] = Entry.objects.filter(verb="sessions.start")
    assert (entry.subject_id, entry.client_id, entry.relation) == (session.pk, cast.theo.pk, "team")


def test_beginning_twice_is_beginning_once(cast, visit):
    first = start(cast, visit_id=visit.pk)
    assert start(cast, visit_id=visit.pk, id=first.pk).pk == first.pk
    assert start(cast, visit_id=visit.pk).pk == first.pk  # another tab, another id, the same visit
    assert Session.objects.count() == 1


def test_the_same_id_for_another_client_is_refused(cast):
    first = start(cast)
    with pytest.raises(Unacceptable) as no:
        start(cast, client=cast.lucia, id=first.pk)
    assert codes(no) == ["fault.begun_otherwise"]


def test_the_service_day_is_that_of_the_place(cast):
    late = datetime(2026, 3, 10, 3, 30, tzinfo=UTC)  # 11:30 pm on the 9th in New York
    assert str(start(cast, began_at=late, site_id=cast.site.pk).service_day) == "2026-03-09"
    assert str(start(cast, began_at=late - timedelta(days=30), zone="Asia/Tokyo").service_day) == "2026-02-08"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"began_at": datetime(2126, 1, 1, tzinfo=UTC)}, "fault.begins_in_the_future"),
        ({"zone": "Mars/Olympus"}, "fault.zone"),
        ({"programme_id": None}, "fault.no_programme"),
        ({"programme_id": uuid7()}, "fault.no_programme"),
        ({"place": "a\x00b"}, "field.unfit"),
    ],
)
def test_what_cannot_begin(cast, values, code):
    with pytest.raises(Unacceptable) as no:
        start(cast, **values)
    assert codes(no) == [code]


def test_who_may_not_begin(cast):
    for who in ("ben", "hana", "dev", "nadia", "quinn", "amara", "ada"):
        with pytest.raises(Refused):
            start(cast, by=getattr(cast, who))
    with pytest.raises(Refused):
        start(cast, client=cast.ida)


def test_a_visit_of_another_client_or_agency(cast, visit):
    with pytest.raises(Unacceptable) as no:
        start(cast, client=cast.lucia, visit_id=visit.pk)
    assert codes(no) == ["fault.other_client"]
    for stranger in (cast.omar.pk, uuid7()):
        with pytest.raises(NotHere):
            sessions.start(by=cast.rosa, on=stranger, id=uuid7(), began_at=ago(minutes=1))
        with pytest.raises(NotHere):
            start(cast, visit_id=stranger)


def test_a_visit_of_somebody_else(cast, visit):
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], began_on="2026-01-05")
    with pytest.raises(Unacceptable) as no:
        start(cast, by=cast.imani, visit_id=visit.pk)
    assert codes(no) == ["fault.somebody_elses_visit"]


def test_a_visit_that_was_called_off(cast, visit):
    schedule.call_off(by=cast.dev, on=visit.pk, kind="cancelled", reason="client_ill")
    with pytest.raises(Unacceptable) as no:
        start(cast, visit_id=visit.pk)
    assert codes(no) == ["fault.called_off"]


def test_two_sessions_at_once_are_named(cast):
    start(cast, site_id=cast.site.pk)
    with pytest.raises(Unacceptable) as no:
        start(cast, client=cast.lucia, began_at=ago(minutes=5))
    [fault] = no.value.faults
    assert (fault.code, fault.values["place"]) == ("sessions.fault.overlaps_mine", "Willow Street School")
    start(cast, client=cast.lucia, began_at=ago(minutes=5), overlap_reason="two siblings at once")


def test_a_visit_once_begun_stays(cast, visit):
    start(cast, visit_id=visit.pk)
    for move in (
        lambda: schedule.call_off(by=cast.dev, on=visit.pk, kind="cancelled", reason="weather"),
        lambda: schedule.move(by=cast.dev, on=visit.pk, begins_at=ago(minutes=10), ends_at=ago(minutes=-50)),
    ):
        with pytest.raises(Unacceptable) as no:
            move()
        assert codes(no) == ["fault.visit_begun"]


def test_ending_once(cast):
    session = start(cast)
    at = ago(minutes=1)
    first = sessions.end(by=cast.rosa, on=session.pk, ended_at=at)
    assert sessions.end(by=cast.rosa, on=session.pk, ended_at=at).pk == first.pk
    with pytest.raises(Unacceptable) as no:
        sessions.end(by=cast.rosa, on=session.pk, ended_at=ago(minutes=2))
    assert codes(no) == ["fault.ended_already"]
    assert lookups.hours_of(session.pk) == pytest.approx((at - session.began_at).total_seconds() / 3600)


def test_ending_early_says_why(cast, visit):
    session = start(cast, visit_id=visit.pk)
    with pytest.raises(Unacceptable) as no:
        sessions.end(by=cast.rosa, on=session.pk, ended_at=ago(minutes=1))
    assert codes(no) == ["fault.early_reason"]
    sessions.end(by=cast.rosa, on=session.pk, ended_at=ago(minutes=1), early_reason="fire drill")
    assert Ending.objects.get(session=session).early_reason == "fire drill"


def test_who_may_not_end(cast):
    session = start(cast)
    for who in ("ben", "hana", "quinn", "amara"):
        with pytest.raises(Refused):
            sessions.end(by=getattr(cast, who), on=session.pk, ended_at=ago(minutes=1))
    sessions.end(by=cast.imani, on=session.pk, ended_at=ago(minutes=1))  # her supervisor, when she cannot


def test_who_was_there(cast):
    session, id = start(cast), uuid7()
    note = {"by": cast.rosa, "on": session.pk}
    sessions.note_presence(**note, id=id, who="June, mother", took_part=True)
    sessions.note_presence(**note, id=id, who="June, mother", took_part=True)
    sessions.note_presence(**note, id=uuid7(), who="teacher")
    assert [(p.who, p.took_part) for p in lookups.presences(session.pk)] == [("June, mother", True), ("teacher", False)]
    sessions.note_presence(**note, id=uuid7(), who="Teacher", undone=True)
    assert [p.who for p in lookups.presences(session.pk)] == ["June, mother"]
    with pytest.raises(Unacceptable) as no:
        sessions.note_presence(**note, id=uuid7(), who=" \u00a0 ")
    assert codes(no) == ["fault.nobody"]


def test_nothing_of_a_session_changes(cast):
    session = start(cast)
    sessions.end(by=cast.rosa, on=session.pk, ended_at=ago(minutes=1))
    for change in (
        lambda: Session.objects.filter(pk=session.pk).update(place="x"),
        lambda: Ending.objects.filter(session=session).update(early_reason="x"),
        lambda: Ending.objects.filter(session=session).delete(),
        lambda: Presence.objects.update(who="x"),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            change()
    with pytest.raises(IntegrityError, match="ending_once"), transaction.atomic():
        Ending.objects.create(session=session, client=cast.theo, staff_id=cast.staff["rosa"], ended_at=ago(minutes=1))


def test_one_session_per_visit_in_the_database(cast, visit):
    session = start(cast, visit_id=visit.pk)
    with pytest.raises(IntegrityError, match="session_of_visit"), transaction.atomic():
        session.pk = uuid7()
        session.save(force_insert=True)


def test_the_week_takes_the_same_statements_however_many_visits(cast, visit, django_assert_max_num_queries):
    rosa, dev = cast.rosa, cast.dev
    with django_assert_max_num_queries(4):
        week = queries.my_week(by=rosa, on=rosa.staff_id)
    assert [s.visit.id for _, standings in week.days for s in standings] == [visit.pk]
    with django_assert_max_num_queries(4):
        assert len(queries.week(by=dev, on=cast.agency).days) == 7
    with pytest.raises(Refused):
        queries.my_week(by=rosa, on=cast.staff["ben"])
    with pytest.raises(Refused):
        queries.week(by=rosa, on=cast.agency)


def test_a_supervisor_sees_the_week_of_their_own_staff(cast, visit):
    def seen(who):
        week = queries.week(by=getattr(cast, who), on=cast.agency)
        return [s.visit.id for _, standings in week.days for s in standings]

    assert seen("imani") == [visit.pk] and seen("hana") == [] and seen("dev") == [visit.pk]
