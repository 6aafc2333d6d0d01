"""The pack: the clients of one's team and no others, in a bounded number of statements, small, written down."""

import gzip
import json
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.agencies import actions as agencies
from alongside.behaviour import actions as behaviour
from alongside.behaviour.models import Observation
from alongside.field.keys import server_key, signed_by
from alongside.field.packing import queries
from alongside.field.tests.packs import ZONE, booked, of_kind, whole_day
from alongside.field.wire import canonical, unpacked
from alongside.foundation.errors import Refused
from alongside.foundation.ids import uuid7
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.incidents import actions as incidents
from alongside.notes.tests.scenes import confirmed
from alongside.parties.models import ContactPoint
from alongside.people import actions as people
from alongside.plans import actions as plan
from alongside.sessions.models import Session
from alongside.workforce.models import Staff
from tests import plans

MOST_STATEMENTS, MOST_BYTES = 57, 300_000
TOMORROW = timedelta(days=1)


def pack_of(actor):
    return queries.pack(by=actor, on=actor.staff_id)


def left_with_a_visit(cast, client, who):
    """Somebody who left the team today, and whose visit of tomorrow nobody took over yet."""
    place = people.place_on_team(by=cast.dev, on=client.pk, staff=cast.staff[who], began_on=date(2026, 9, 7))
    booked(cast, client, today(ZONE) + TOMORROW, time(9), staff=who)
    people.end_place(by=cast.dev, on=place, ended_on=today(ZONE))


def test_it_holds_ones_own_clients_and_nobody_elses(cast):
    whole_day(cast)
    pack = pack_of(cast.rosa)
    assert set(of_kind(pack, "client/1")) == {str(cast.theo.pk), str(cast.lucia.pk)}
    said = json.dumps(pack)
    assert "Moss" not in said and str(cast.ida.pk) not in said and "Saleh" not in said
    assert pack_of(cast.ben)["sections"] != [] and set(of_kind(pack_of(cast.ben), "client/1")) == {str(cast.ida.pk)}


def test_a_place_that_has_ended_takes_the_client_out_of_the_next_pack(cast):
    whole_day(cast)
    place = people.place_on_team(by=cast.dev, on=cast.ida.pk, staff=cast.staff["rosa"], began_on=date(2026, 1, 5))
    assert str(cast.ida.pk) in of_kind(pack_of(cast.rosa), "client/1")
    people.end_place(by=cast.dev, on=place, ended_on=today(ZONE))
    assert str(cast.ida.pk) not in json.dumps(pack_of(cast.rosa)["sections"])


def test_a_visit_with_somebody_elses_client_brings_the_visit_alone(cast):
    left_with_a_visit(cast, cast.ida, "rosa")
    pack = pack_of(cast.rosa)
    [visit] = [v for v in of_kind(pack, "today/1")[None]["visits"] if v["client"] == str(cast.ida.pk)]
    assert visit["cover"] and "Moss" not in json.dumps(pack)
    assert [s["kind"] for s in pack["sections"] if s["client"] == str(cast.ida.pk)] == []


def test_a_supervisor_takes_along_whom_she_visits_of_those_she_supervises(cast):
    assert of_kind(pack_of(cast.imani), "client/1") == {}
    left_with_a_visit(cast, cast.theo, "imani")
    assert set(of_kind(pack_of(cast.imani), "client/1")) == {str(cast.theo.pk)}


def test_a_broken_glass_opens_no_pack(cast):
    people.break_glass(by=confirmed(cast.ben), on=cast.theo.pk, reason="Covering for Rosa at short notice today.")
    left_with_a_visit(cast, cast.theo, "ben")
    assert str(cast.theo.pk) not in of_kind(pack_of(cast.ben), "client/1")


@pytest.mark.parametrize("who", ["dev", "quinn", "ada"])
def test_whoever_visits_nobody_has_no_pack(cast, who):
    with pytest.raises(Refused):
        pack_of(getattr(cast, who))


def test_a_nurse_takes_along_what_she_reads_and_nothing_to_record_with(cast):
    whole_day(cast)
    people.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["nadia"], part="nurse")
    kinds = {s["kind"] for s in pack_of(cast.nadia)["sections"] if s["client"] == str(cast.theo.pk)}
    assert kinds == {"client/1", "card/1", "crisis/1", "cover/1", "forms/1"}  # she may ask


def test_what_is_known_of_theo(cast):
    whole_day(cast)
    pack, theo = pack_of(cast.rosa), str(cast.theo.pk)
    client = of_kind(pack, "client/1")[theo]
    assert (client["legal_name"], client["identifier"], client["born"]) == ("Theodore Bell", "C-2", "2017-03-04")
    assert "feel unsafe" in client["culture"]
    assert client["alerts"] == [{"kind": "danger", "text": "Runs toward roads"}]
    assert [t["name"] for t in of_kind(pack, "targets/1")[theo]["targets"]] == ["Aggression", "Asks for a break"]
    assert [s["key"] for s in of_kind(pack, "card/1")[theo]["stages"]][:2] == ["calm", "trigger"]
    assert of_kind(pack, "crisis/1")[theo]["steps"][0] == {"text": "Clear the room.", "who": "Any staff"}
    assert of_kind(pack, "crisis/1")[theo]["calls"] == [
        {"name": "June Bell", "relation": "mother", "number": "+1 215 555 0142"}
    ]
    note = of_kind(pack, "note/1")[theo]
    assert note["plan_number"] == 1 and note["objectives"][0]["number"] == "1.1"
    assert note["next"] == note["coming"][0] and len(note["coming"]) == 1
    assert theo not in of_kind(pack, "cover/1")
    assert of_kind(pack, "cover/1")[str(cast.lucia.pk)]["questions"]


def test_a_session_that_runs_goes_along_with_what_was_recorded(cast):
    whole_day(cast)
    [session] = of_kind(pack_of(cast.rosa), "session/1").values()
    kinds = [operation["kind"] for operation in session["recorded"]]
    assert kinds[:2] == ["behaviour.record/1", "behaviour.correct/1"]
    assert set(kinds[2:]) == {"behaviour.use_strategy/1", "sessions.note_presence/1"}


def test_what_was_recorded_beside_the_targets_goes_along_and_of_a_crisis_that_it_was(cast):
    whole_day(cast)
    session, began = Session.objects.values_list("pk", "began_at").get(client=cast.theo)
    at = began + timedelta(seconds=30)
    behaviour.notice(by=cast.rosa, on=session, id=uuid7(), area="sleep", at=at)
    crisis = incidents.begin(by=cast.rosa, on=cast.theo.pk, id=uuid7(), session_id=session, began_at=at).pk
    incidents.mark(by=cast.rosa, on=crisis, id=uuid7(), line="gave_space")
    incidents.close(by=cast.rosa, on=crisis, closed_at=at + timedelta(minutes=1))
    plan.note_preference(
        by=cast.rosa, on=cast.theo.pk, method="paired", done_on=today(cast.rosa.zone), ranked=["Trains", "Swing"]
    )
    pack = pack_of(cast.rosa)
    recorded = of_kind(pack, "session/1")[str(cast.theo.pk)]["recorded"]
    told = {one["kind"]: one["details"] for one in recorded if one["kind"].startswith(("incidents", "behaviour.n"))}
    assert set(told) == {"behaviour.notice/1", "incidents.begin/1", "incidents.close/1"}
    assert told["incidents.begin/1"]["session"] == str(session)
    [found] = of_kind(pack, "note/1")[str(cast.theo.pk)]["preferences"]
    assert (found["method"], found["ranked"]) == ("paired", ["Trains", "Swing"])


def test_a_second_observer_is_told_nothing_of_what_the_first_one_saw(cast):
    whole_day(cast)
    people.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["ben"])
    [session] = of_kind(pack_of(cast.ben), "session/1").values()
    assert session["staff"] == str(cast.staff["rosa"]) and session["recorded"] == []


def test_reading_it_is_written_down_with_each_client(cast):
    whole_day(cast)
    pack_of(cast.rosa)
    rows = Entry.objects.filter(verb="field.pack", staff_id=cast.rosa.staff_id)
    assert {(r.subject, r.relation) for r in rows} == {("workforce.Staff", "self"), ("people.Client", "team")}
    assert {r.client_id for r in rows} == {None, cast.theo.pk, cast.lucia.pk}


def test_eight_clients_take_as_many_statements_as_two_and_less_than_300_kb(cast):
    whole_day(cast)
    with CaptureQueriesContext(connection) as two:
        pack_of(cast.rosa)
    for n in range(6):
        person = {"given": f"Sam{n}", "family": "Long", "identifier": f"C-1{n}", "born": date(2015, 2, n + 1)}
        client = people.admit(
            by=cast.dev, on=cast.agency, programme=cast.programme.pk, admitted_on=date(2026, 1, 5), **person
        )
        people.place_on_team(by=cast.dev, on=client.pk, staff=cast.staff["rosa"], began_on=date(2026, 1, 5))
        booked(cast, client, today(ZONE) + TOMORROW, time(8 + n))
        plans.published(cast, client=client)
    with CaptureQueriesContext(connection) as eight:
        pack = pack_of(cast.rosa)
    assert len(of_kind(pack, "client/1")) == len(of_kind(pack, "card/1")) == 8
    assert len(eight) <= len(two) <= MOST_STATEMENTS
    assert len(gzip.compress(json.dumps(pack).encode(), 9)) < MOST_BYTES


def test_a_session_with_3000_records_still_fits(cast):
    """One every ten seconds for eight hours."""
    whole_day(cast)
    one = Observation.objects.filter(follows=None, retracts=False).first()
    Observation.objects.bulk_create(
        Observation(
            session_id=one.session_id, client_id=one.client_id, target_id=one.target_id, measure=one.measure,
            details=one.details, happened_at=one.happened_at + timedelta(milliseconds=10_007 * n), zone=one.zone,
            service_day=one.service_day, observer_id=one.observer_id,
        )
        for n in range(3_000)
    )  # fmt: skip
    with CaptureQueriesContext(connection) as sent:
        pack = pack_of(cast.rosa)
    assert len(of_kind(pack, "session/1")[str(cast.theo.pk)]["recorded"]) > 3_000
    assert len(sent) <= MOST_STATEMENTS
    assert len(gzip.compress(json.dumps(pack).encode(), 9)) < MOST_BYTES


def test_the_door_signs_it_and_compresses_it_where_asked(cast, at):
    whole_day(cast)
    plain, zipped = at("rosa").get("/field/pack/"), at("rosa").get("/field/pack/", HTTP_ACCEPT_ENCODING="gzip, br")
    pack, same = plain.json(), json.loads(gzip.decompress(zipped.content))
    assert zipped["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain
    assert "Accept-Encoding" in plain["Vary"] and "no-store" in plain["Cache-Control"]
    assert len(zipped.content) < len(plain.content) / 2 and same["sections"] == pack["sections"]
    told = pack.pop("signature")
    assert told["key"] == str(server_key().id)
    assert signed_by(server_key().signing, unpacked(told["value"]), canonical(pack))
    pack["staff"] = str(cast.staff["ben"])
    assert not signed_by(server_key().signing, unpacked(told["value"]), canonical(pack))


def test_nothing_that_was_asked_stands_in_the_answer(cast, at):
    """What BREACH would need."""
    answer = at("rosa").get("/field/pack/?canary=d41d8cd98f00b204", HTTP_REFERER="https://d41d8cd98f00b204.test/")
    assert b"d41d8cd98f00b204" not in answer.content and b"csrf" not in answer.content


def test_nobody_signed_in_and_whoever_has_no_pack_gets_none(cast, at, client):
    assert client.get("/field/pack/").status_code in (302, 303, 401)
    assert at("quinn").get("/field/pack/").status_code == 403


def on_call(cast):
    pack = queries.pack(by=cast.rosa, on=cast.rosa.staff_id)
    return [(one["name"], one["number"]) for one in of_kind(pack, "places/1")[None]["on_call"]]


def test_whom_to_call_is_the_agencys_number_for_these_places_else_the_supervisor(cast):
    booked(cast, cast.theo, today(ZONE) + timedelta(days=1), time(15))
    party = Staff.objects.get(pk=cast.staff["imani"]).party_id
    ContactPoint.objects.create(party_id=party, kind="phone", value="215 555 0177", safe=True)
    elm = agencies.add_site(by=cast.dev, on=cast.agency, name="Elm", zone=ZONE).pk
    agencies.add_on_call(by=cast.dev, on=cast.agency, name="Elm alone", number="215 555 0100", site=elm)
    assert [number for _, number in on_call(cast)] == ["215 555 0177"]
    agencies.add_on_call(by=cast.dev, on=cast.agency, name="On call", number="215 555 0101", site=cast.site.pk)
    assert on_call(cast) == [("On call", "215 555 0101")]
