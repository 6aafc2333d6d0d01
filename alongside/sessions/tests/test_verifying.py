"""Evidence for a visit: what is a place, what needs a word, kept once and for good; nobody is asked for more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.behaviour.tests.scenes import session
from alongside.foundation import reference
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.sessions import actions as sessions
from alongside.sessions import lookups
from alongside.sessions.models import Verification
from alongside.sessions.verifying import Evidence, faults

AT = datetime(2026, 11, 2, 15, 4, tzinfo=UTC)
HERE = Evidence("begin", "device_place", AT, 39.95, -75.16, 12.5)
NOWHERE = Evidence("begin", "place_refused", AT)
LIMITS = reference.load("visits")


def codes(this):
    known = LIMITS["verification"]
    return [f.code.rpartition(".")[2] for f in faults(this, known=known, fewest=LIMITS["fewest_reason_letters"])]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, None), ({"moment": "middle"}, "verify_moment"), ({"how": "web"}, "place_told"),
        ({"latitude": None}, "coordinates"), ({"longitude": 180.1}, "coordinates"),
        ({"latitude": -91.0}, "coordinates"),
        ({"latitude": float("nan")}, "coordinates"), ({"accuracy_m": -1.0}, "coordinates"),
        ({"accuracy_m": float("inf")}, "coordinates"), ({"accuracy_m": None}, None),
        ({"device_at": AT.replace(tzinfo=None)}, "no_zone"), ({"exception": "mood"}, "exception"),
        ({"exception": "no_signal"}, None), ({"exception": "forgot"}, "exception_reason"),
        ({"exception": "forgot", "reason": "Rang at the door"}, None),
    ],
)  # fmt: skip
def test_what_counts_as_evidence(change, code):
    assert codes(replace(HERE, **change)) == ([code] if code else [])


@pytest.mark.parametrize("how", ["no_place", "place_refused", "web"])
def test_a_place_is_never_required_and_told_by_the_device_alone(how):
    assert codes(Evidence("end", how, AT)) == []
    assert codes(replace(HERE, how=how)) == ["place_told"]


@given(st.floats(), st.floats(), st.floats() | st.none())
def test_no_number_is_kept_that_is_no_place(latitude, longitude, accuracy):
    if not codes(replace(HERE, latitude=latitude, longitude=longitude, accuracy_m=accuracy)):
        assert abs(latitude) <= 90 and abs(longitude) <= 180 and (accuracy is None or 0 <= accuracy <= 100_000)


def test_an_unknown_way_of_knowing_is_refused():
    assert codes(Evidence("begin", "psychic", AT)) == ["verify_how"]


def test_every_code_has_words():
    known, said = LIMITS["verification"], reference.FOLDER.parent / "alongside/sessions/messages/en.toml"
    text = said.read_text(encoding="utf-8")
    assert all(f"\n{code} = " in text for code in (*known["hows"], *known["exceptions"]))
    assert set(known["in_words"]) <= set(known["exceptions"])


def test_it_is_kept_once_and_written_down(cast):
    running, id = session(cast), uuid7()
    first = sessions.verify(by=cast.rosa, on=running.pk, id=id, evidence=HERE)
    assert sessions.verify(by=cast.rosa, on=running.pk, id=id, evidence=HERE).pk == first.pk
    assert sessions.verify(by=cast.rosa, on=running.pk, id=uuid7(), evidence=HERE).pk == first.pk
    [told] = lookups.verified(running.pk)
    assert (told.how, told.latitude, told.device_at) == ("device_place", 39.95, AT)
    assert Entry.objects.filter(verb="sessions.verify", client_id=cast.theo.pk).exists()


def test_another_account_of_the_same_moment_in_the_same_way_is_refused_another_way_is_kept(cast):
    running = session(cast)
    sessions.verify(by=cast.rosa, on=running.pk, id=uuid7(), evidence=HERE)
    with pytest.raises(Unacceptable) as no:
        sessions.verify(by=cast.rosa, on=running.pk, id=uuid7(), evidence=replace(HERE, latitude=1.0))
    assert no.value.faults[0].code == "sessions.fault.verified_already"
    sessions.verify(by=cast.rosa, on=running.pk, id=uuid7(), evidence=replace(HERE, moment="end"))
    sessions.verify(by=cast.rosa, on=running.pk, id=uuid7(), evidence=NOWHERE)
    assert len(lookups.verified(running.pk)) == 3


def test_nobody_else_tells_where_she_was(cast):
    running = session(cast)
    for who in (cast.ben, cast.dev, cast.quinn):
        with pytest.raises(Refused):
            sessions.verify(by=who, on=running.pk, id=uuid7(), evidence=NOWHERE)


@pytest.mark.parametrize("change", ["latitude = 3", "how = 'web'"])
def test_evidence_does_not_change(cast, change):
    sessions.verify(by=cast.rosa, on=session(cast).pk, id=uuid7(), evidence=HERE)
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"update sessions_verification set {change}")


def test_the_table_refuses_what_the_rule_would(cast):
    running = session(cast)
    wrong = {"session": running, "client_id": running.client_id, "staff_id": running.staff_id, "moment": "begin"}
    for place in ({"latitude": 91, "longitude": 0}, {"latitude": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Verification.objects.create(**wrong, how="device_place", device_at=AT, **place)


def test_what_began_on_the_web_says_so_on_the_page_of_the_visit(cast, at):
    began, browser = session(cast, began_at=datetime.now(UTC) - timedelta(minutes=20)), at("rosa")
    sessions.verify(by=cast.rosa, on=began.pk, id=uuid7(), evidence=replace(HERE, exception="no_signal"))
    page = browser.get(f"/sessions/{began.pk}/record/").content.decode()
    assert "place of the device, 39.95000, −75.16000, within 12 m" in page and "no signal" in page
    operation = uuid7()
    form = {
        "client": cast.theo.pk,
        "operation": operation,
        "programme": cast.programme.pk,
        "overlap_reason": "Both run",
    }
    assert browser.post(f"/clients/{cast.theo.pk}/sessions/new/", form).status_code == 303
    [told] = lookups.verified(operation)
    assert (told.moment, told.how) == ("begin", "web")
    assert "recorded on the web" in browser.get(f"/sessions/{operation}/record/").content.decode()
