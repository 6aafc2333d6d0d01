"""That a device's clock was wrong: kept once and for good beside what was recorded, and said wherever that is read."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import ProgrammingError, transaction

from alongside.foundation.errors import Refused
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.notes.tests import scenes
from alongside.plans.models import Target
from alongside.sessions import actions as sessions
from alongside.sessions.clocks import Off, OffRecord, clock_of, clocks_of
from alongside.sessions.models import ClockOff
from alongside.sessions.wording import clock_records, clock_said

HOUR = 3_600_000
AT = datetime(2026, 11, 20, 21, 10, tzinfo=UTC)


def recorded(*, ahead_ms=2 * HOUR + 180_000, at=AT, kind="behaviour.record/1", record=None):
    received = at - timedelta(milliseconds=ahead_ms) + timedelta(minutes=5)
    return sessions.Recorded(record or uuid7(), kind, at, ahead_ms, received)


def test_it_is_kept_once_and_written_down(cast):
    visit, one = scenes.visit(cast), recorded()
    for _ in range(2):
        sessions.note_clock(by=cast.rosa, on=visit.pk, records=[one])
    found = clock_of(visit.pk)
    assert found.records == (OffRecord(one.kind, one.at, one.received_at, one.ahead_ms),)
    assert clocks_of(cast.theo.pk) == {visit.pk: found}
    entry = Entry.objects.filter(verb="sessions.note_clock").latest("at")
    assert (entry.outcome, entry.client_id) == ("done", cast.theo.pk)


@pytest.mark.parametrize("who", ["ben", "dev", "quinn"])
def test_others_may_not_say_it(cast, who):
    visit = scenes.visit(cast)
    with pytest.raises(Refused):
        sessions.note_clock(by=getattr(cast, who), on=visit.pk, records=[recorded()])
    assert clock_of(visit.pk) is None


def test_it_stays(cast):
    visit = scenes.visit(cast)
    sessions.note_clock(by=cast.rosa, on=visit.pk, records=[recorded()])
    for change in (lambda rows: rows.update(ahead_ms=0), lambda rows: rows.delete()):
        with pytest.raises(ProgrammingError), transaction.atomic():
            change(ClockOff.objects.filter(session=visit))


def off(*records):
    return Off(uuid7(), "America/New_York", tuple(OffRecord(r.kind, r.at, r.received_at, r.ahead_ms) for r in records))


AUTUMN = datetime(2026, 11, 1, 5, 40, tzinfo=UTC)
ONE = "when 1 record of this visit was made: recorded as"
MORE = "when 2 records of this visit were made: the first recorded as"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, ""),
        (off(recorded()), f"about 2 h 3 min ahead {ONE} 20 Nov, 4:10 pm; received 20 Nov, 2:12 pm."),
        (
            off(recorded(ahead_ms=-HOUR), recorded(ahead_ms=-600_000)),
            f"about 1 h behind {MORE} 20 Nov, 4:10 pm; received 20 Nov, 5:15 pm.",
        ),
        (
            off(recorded(at=AUTUMN, ahead_ms=-HOUR)),
            f"about 1 h behind {ONE} 1 Nov, 1:40 am EDT; received 1 Nov, 1:45 am EST.",
        ),
    ],
)
def test_both_times_are_said(found, said):
    assert clock_said(found) == (said and f"The clock of the device was {said}")


def test_each_record_is_said_with_both_its_times():
    assert clock_records(None) == []
    assert clock_records(off(recorded()))[0] == "recorded as 20 Nov, 4:10 pm; received 20 Nov, 2:12 pm"


def test_the_record_of_the_visit_its_note_and_the_graph_say_so(cast, at):
    note = scenes.signed(cast)
    target = Target.objects.get(client=cast.theo, name="Aggression")
    pages = {
        "imani": (f"/sessions/{note.session_id}/record/", f"/notes/{note.pk}/cosign/", f"/notes/{note.pk}/"),
        "rosa": (f"/behaviors/{target.pk}/",),
    }
    words = "The clock of the device was about 2 h 3 min ahead when 1 record of this visit was made: recorded as"

    def said():
        return {page: words in at(who).get(page).content.decode() for who, some in pages.items() for page in some}

    assert set(said().values()) == {False}
    sessions.note_clock(by=cast.rosa, on=note.session_id, records=[recorded()])
    assert set(said().values()) == {True}, said()


def test_its_author_reads_it_while_the_note_is_written(cast, at):
    note = scenes.note(cast)
    sessions.note_clock(by=cast.rosa, on=note.session_id, records=[recorded()])
    assert "about 2 h 3 min ahead" in at("rosa").get(f"/notes/{note.pk}/").content.decode()


def test_the_record_names_every_time(cast, at):
    visit = scenes.visit(cast)
    sessions.note_clock(by=cast.rosa, on=visit.pk, records=[recorded(), recorded(at=AT + timedelta(minutes=7))])
    page = at("rosa").get(f"/sessions/{visit.pk}/record/").content.decode()
    assert "when 2 records of this visit were made" in page and page.count("; received 20 Nov, 2:") == 3
    assert "Nothing was changed. Look at the times before they are billed." in page
