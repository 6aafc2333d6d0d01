"""Booking, moving, calling off: done, refused, unacceptable, written down."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from alongside.agencies.models import Programme
from alongside.foundation import reference
from alongside.foundation.errors import Fault, NotHere, Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.foundation.models import Entry, Revision
from alongside.people.models import TeamPlace
from alongside.schedule import actions as schedule
from alongside.schedule import fitness, lookups
from alongside.schedule.models import Calloff, Visit
from alongside.workforce.models import Staff

NOON = datetime(2026, 6, 9, 16, 0, tzinfo=UTC)


def codes(caught):
    return [fault.code.split(".", 1)[1] for fault in caught.value.faults]


def book(cast, who="rosa", client=None, by=None, **values):
    begins = values.pop("begins_at", NOON)
    values = {
        "programme_id": cast.programme.pk, "ends_at": begins + timedelta(hours=1), "zone": "America/New_York",
        "site_id": cast.site.pk, **values,
    }  # fmt: skip
    client_id = (client or cast.theo).pk
    return schedule.book(by=by or cast.dev, on=client_id, staff_id=cast.staff[who], begins_at=begins, **values)


def test_a_visit_is_booked_and_written_down(cast):
    visit = book(cast, place="room 12")
    assert (visit.service_day, visit.place, visit.zone) == (date(2026, 6, 9), "room 12", "America/New_York")
    [entry] = Entry.objects.filter(verb="schedule.book")
    assert (entry.subject_id, entry.client_id, entry.role) == (visit.pk, cast.theo.pk, "scheduler")


@pytest.mark.parametrize("who", ["rosa", "ben", "nadia", "quinn", "ada", "hana"])
def test_who_may_not_book(cast, who):
    with pytest.raises(Refused):
        book(cast, by=getattr(cast, who))


@pytest.mark.parametrize("who", ["dev", "amara", "imani"])
def test_who_may_book(cast, who):
    assert book(cast, by=getattr(cast, who)).pk


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ends_at": NOON}, "fault.ends_first"),
        ({"ends_at": NOON - timedelta(minutes=1)}, "fault.ends_first"),
        ({"ends_at": NOON + timedelta(hours=25)}, "fault.too_long"),
        ({"begins_at": datetime(9999, 12, 30, tzinfo=UTC)}, "fault.too_far"),
        ({"begins_at": datetime(2026, 6, 9, 12, 0)}, "fault.no_zone"),
        ({"zone": "America/Nowhere"}, "fault.zone"),
        ({"zone": ""}, "fault.zone"),
        ({"programme_id": uuid7()}, "fault.programme"),
        ({"site_id": uuid7()}, "fault.site"),
        ({"place": "a\u202eb"}, "field.direction"),
        ({"begins_at": datetime(2026, 1, 1, 15, 0, tzinfo=UTC)}, "unfit.not_employed"),
        ({"begins_at": datetime(1, 1, 1, tzinfo=UTC)}, "fault.too_early"),
    ],
)
def test_what_cannot_be_booked(cast, values, code):
    with pytest.raises(Unacceptable) as no:
        book(cast, **values)
    assert code in codes(no)
    assert not Visit.objects.exists()


def test_somebody_whose_place_on_the_team_ended(cast):
    with pytest.raises(Unacceptable) as no:
        book(cast, who="ben")
    [fault] = no.value.faults
    assert (fault.code, fault.values) == ("schedule.unfit.not_on_the_team", {"name": "Ben Ruiz"})
    assert say(fault.code, **fault.values).startswith("Ben Ruiz is not on this client’s team")


def test_every_reason_not_to_is_named_at_once(cast):
    Staff.objects.filter(pk=cast.staff["ben"]).update(ended_on=date(2026, 5, 1))
    Programme.objects.filter(pk=cast.programme.pk).update(ended_on=date(2026, 5, 1))
    type(cast.theo).objects.filter(pk=cast.theo.pk).update(discharged_on=date(2026, 6, 1))
    with pytest.raises(Unacceptable) as no:
        book(cast, who="ben")
    assert codes(no) == [
        "unfit.not_employed", "unfit.not_on_the_team", "unfit.programme_ended", "unfit.discharged",
    ]  # fmt: skip


def test_the_day_of_the_place_decides(cast):
    """The place on the team ends on 10 June: 11:30 pm on the 9th in New York is 10 June in UTC, and still inside."""
    TeamPlace.objects.filter(client=cast.theo, staff=cast.staff["rosa"]).update(ended_on=date(2026, 6, 10))
    assert book(cast, begins_at=datetime(2026, 6, 10, 3, 30, tzinfo=UTC)).service_day == date(2026, 6, 9)
    with pytest.raises(Unacceptable):
        book(cast, begins_at=datetime(2026, 6, 10, 4, 30, tzinfo=UTC))


def test_a_later_floor_adds_its_reason(cast, monkeypatch):
    def lapsed(staff, client, programme, begins_at, ends_at):
        return [Fault("schedule.unfit.not_employed", "staff", {"name": staff.party.name})]

    monkeypatch.setattr(fitness, "REASONS", [*fitness.REASONS, lapsed])
    with pytest.raises(Unacceptable):
        book(cast)


def test_one_person_in_two_places_is_refused_by_name(cast):
    other = book(cast, client=cast.lucia)
    with pytest.raises(Unacceptable) as no:
        book(cast, begins_at=NOON + timedelta(minutes=30), overlap_reason="both at once")
    [fault] = no.value.faults
    assert (fault.code, fault.place) == ("schedule.overlap.staff", f"/visits/{other.pk}/")
    assert say(fault.code, **fault.values) == "Rosa Delgado is with Lucía then: Tue 9 Jun, 12:00–1:00 pm."
    book(cast, begins_at=NOON + timedelta(hours=1))  # end to end is no overlap


def test_a_group_setting_serves_several_at_once(cast):
    Programme.objects.filter(pk=cast.programme.pk).update(setting="residential")
    book(cast, client=cast.lucia)
    with pytest.raises(Unacceptable) as no:
        book(cast)
    assert codes(no) == ["overlap.needs_reason"]
    assert book(cast, overlap_reason="evening shift").overlap_reason == "evening shift"


def test_two_staff_with_one_client_need_a_reason(cast):
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], began_on=date(2026, 1, 5))
    book(cast)
    with pytest.raises(Unacceptable) as no:
        book(cast, who="imani")
    assert codes(no) == ["overlap.needs_reason"]
    assert book(cast, who="imani", overlap_reason="on-site supervision").pk


def test_a_visit_called_off_overlaps_nothing(cast):
    schedule.call_off(by=cast.dev, on=book(cast, client=cast.lucia).pk, kind="cancelled", reason="weather")
    assert book(cast).pk


def test_over_midnight_and_into_the_next_month(cast):
    night = book(cast, begins_at=datetime(2026, 7, 1, 3, 0, tzinfo=UTC), ends_at=datetime(2026, 7, 1, 6, 0, tzinfo=UTC))
    assert night.service_day == date(2026, 6, 30)
    with pytest.raises(Unacceptable) as no:
        book(cast, client=cast.lucia, begins_at=datetime(2026, 7, 1, 5, 30, tzinfo=UTC))
    assert codes(no) == ["overlap.staff"]


def test_moving_keeps_what_it_was(cast):
    visit = book(cast)
    later = NOON + timedelta(days=1)
    schedule.move(by=cast.dev, on=visit.pk, begins_at=later, ends_at=later + timedelta(hours=2), reason="family asked")
    moved = Visit.objects.get(pk=visit.pk)
    assert (moved.begins_at, moved.service_day) == (later, date(2026, 6, 10))
    [before] = Revision.objects.filter(subject_id=visit.pk)
    assert before.before["service_day"] == "2026-06-09" and before.reason == "family asked"


def test_moving_asks_the_same_question(cast):
    visit = book(cast)
    book(cast, client=cast.lucia, begins_at=NOON + timedelta(hours=2))
    into = {"begins_at": NOON + timedelta(hours=2), "ends_at": NOON + timedelta(hours=3)}
    with pytest.raises(Unacceptable) as no:
        schedule.move(by=cast.dev, on=visit.pk, **into)
    assert codes(no) == ["overlap.staff"]
    with pytest.raises(Unacceptable) as no:
        schedule.move(by=cast.dev, on=visit.pk, staff_id=cast.staff["ben"], **into)
    assert codes(no) == ["unfit.not_on_the_team"]


def test_calling_off_once_with_a_reason_of_its_kind(cast):
    visit = book(cast, begins_at=NOON - timedelta(days=60))
    call = {"by": cast.rosa, "on": visit.pk}
    for kind, reason, code in (
        ("vanished", "weather", "fault.kind"),
        ("no-show", "weather", "fault.reason"),
        ("cancelled", "other", "fault.say_what"),
    ):
        with pytest.raises(Unacceptable) as no:
            schedule.call_off(**call, kind=kind, reason=reason)
        assert codes(no) == [code]
    schedule.call_off(**call, kind="no-show", reason="not_there")
    with pytest.raises(Unacceptable) as no:
        schedule.call_off(**call, kind="cancelled", reason="weather")
    assert codes(no) == ["fault.called_off_already"]
    assert lookups.planned(visit.pk).called_off == "no-show"


def test_nobody_misses_a_visit_before_it_begins(cast):
    ahead = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
    visit = book(cast, begins_at=ahead)
    with pytest.raises(Unacceptable) as no:
        schedule.call_off(by=cast.rosa, on=visit.pk, kind="no-show", reason="not_there")
    assert codes(no) == ["fault.no_show_early"]


def test_who_may_not_call_off(cast):
    visit = book(cast)
    for who in ("ben", "hana", "nadia", "quinn", "ada"):
        with pytest.raises(Refused):
            schedule.call_off(by=getattr(cast, who), on=visit.pk, kind="cancelled", reason="weather")
    for stranger in (cast.omar.pk, uuid7()):
        with pytest.raises(NotHere):
            schedule.call_off(by=cast.dev, on=stranger, kind="cancelled", reason="weather")


def test_the_page_of_another_client_books_nothing(cast):
    with pytest.raises(Unacceptable) as no:
        book(cast, opened_for=cast.lucia.pk)
    assert codes(no) == ["fault.other_client"]


def test_every_reason_has_its_words(cast):
    for kind, reasons in reference.load("visits")["calloff"].items():
        assert say(f"schedule.kind.{kind.replace('-', '_')}") and all(say(f"schedule.reason.{r}") for r in reasons)


def test_promises_of_the_tables(cast):
    visit = book(cast)
    with pytest.raises(IntegrityError, match="visit_ends_later"), transaction.atomic():
        Visit.objects.filter(pk=visit.pk).update(ends_at=visit.begins_at)
    schedule.call_off(by=cast.dev, on=visit.pk, kind="cancelled", reason="weather")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Calloff.objects.update(reason="other")
    with pytest.raises(IntegrityError, match="calloff_once"), transaction.atomic():
        Calloff.objects.create(visit=visit, client=cast.theo, kind="cancelled", reason="weather")


def test_two_bookings_of_one_person_take_turns(world):
    """Two schedulers book Rosa for two clients at the same moment: one of them is told."""
    import threading  # noqa: PLC0415

    from django.db import connection  # noqa: PLC0415

    from alongside.foundation.tenancy import inside  # noqa: PLC0415

    told = []

    def try_to_book(client):
        try:
            with inside(world.agency):
                book(world, client=client)
        except Unacceptable as no:
            told.append(no)
        finally:
            connection.close()

    threads = [threading.Thread(target=try_to_book, args=[client]) for client in (world.theo, world.lucia)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 1
