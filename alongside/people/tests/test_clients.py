"""Taking somebody in, the whole person, leaving and coming again."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Revision
from alongside.foundation.moments import today
from alongside.people import actions, queries
from alongside.people.models import Client, Enrolment, TeamPlace

TODAY = today("America/New_York")
NEW = {"given": "Baby Girl", "family": "Reyes", "identifier": "n-1", "born": TODAY - timedelta(20)}


def faults(call, **values):
    with pytest.raises(Unacceptable) as no:
        call(**values)
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def test_somebody_is_admitted_and_written_down(cast):
    client = actions.admit(by=cast.dev, on=cast.agency, programme=cast.programme.pk, **NEW)
    assert (client.identifier, client.party.name) == ("N-1", "Baby Girl")
    assert Enrolment.objects.get(client=client).programme_id == cast.programme.pk
    entry = Entry.objects.get(verb="people.admit", subject_id=client.pk)
    assert (entry.client_id, entry.role, entry.relation) == (client.pk, "scheduler", "agency")


@pytest.mark.parametrize("who", ["rosa", "imani", "nadia", "quinn", "ada"])
def test_others_do_not_admit(cast, who):
    with pytest.raises(Refused) as no:
        actions.admit(by=getattr(cast, who), on=cast.agency, **NEW)
    assert no.value.no.code == "foundation.policy.role_lacks"


def test_a_number_belongs_to_one_client_however_it_is_typed(cast):
    assert faults(actions.admit, by=cast.dev, on=cast.agency, **{**NEW, "identifier": "c-2"}) == [
        ("identifier_taken", "identifier")
    ]


def test_a_number_of_another_agency_is_free_here(cast):
    actions.admit(by=cast.dev, on=cast.agency, **{**NEW, "identifier": "C-1"})


def test_twins_are_asked_about_and_then_taken(cast):
    actions.admit(by=cast.dev, on=cast.agency, **NEW)
    twin = {**NEW, "identifier": "N-2", "given": "BABY girl"}
    assert faults(actions.admit, by=cast.dev, on=cast.agency, **twin) == [("known_already", "another")]
    assert actions.admit(by=cast.dev, on=cast.agency, another=True, **twin)


def test_nothing_is_half_written(cast):
    before = Client.objects.count()
    with pytest.raises(NotHere):
        actions.admit(by=cast.dev, on=cast.agency, programme=uuid4(), **NEW)
    assert Client.objects.count() == before
    assert not queries.find(by=cast.dev, on=cast.agency, typed="reyes").lines


@pytest.mark.parametrize(
    ("person", "fault"),
    [
        ({"given": "X"}, None),
        ({"given": "X" * 120, "family": ""}, None),
        ({"given": "Seán", "family": "D'Angelo-Smith III"}, None),
        ({"family": "de la Cruz"}, None),
        ({"family": "null"}, None),
        ({"given": "ياسمين", "family": ""}, None),
        ({"given": ""}, ("no_name", "given")),
        ({"given": "a" * 201}, ("too_long", "given")),
        ({"given": "a\x00b"}, ("unfit", "given")),
        ({"given": "\ud800"}, ("unfit", "given")),
        ({"given": "abc\u202egpj"}, ("direction", "given")),
        ({"pronouns": "x" * 2_000}, ("too_long", "pronouns")),
        ({"born": TODAY + timedelta(3)}, ("not_born", "born")),
        ({"born": date(1880, 1, 1)}, ("too_old", "born")),
        ({"language": "tlh"}, ("language", "language")),
    ],
)
def test_names_and_dates_as_people_have_them(cast, person, fault):
    values = {**NEW, **person}
    if fault:
        assert faults(actions.admit, by=cast.dev, on=cast.agency, **values) == [fault]
    else:
        assert actions.admit(by=cast.dev, on=cast.agency, **values).party.legal_given == values["given"]


def test_nobody_on_one_caseload_shares_a_pattern_while_patterns_last(cast):
    mine = [cast.theo, cast.lucia]
    for number in range(7):
        client = actions.admit(by=cast.dev, on=cast.agency, given=f"N{number}", identifier=f"N-{number}")
        actions.place_on_team(by=cast.dev, on=client.pk, staff=cast.staff["rosa"])
        mine.append(client)
    patterns = list(Client.objects.filter(pk__in=[c.pk for c in mine]).values_list("quilt_pattern", flat=True))
    assert sorted(patterns) == list(range(1, 10))


def test_the_whole_person_changes_and_what_it_was_is_kept(cast):
    changed = actions.change(
        by=cast.imani, on=cast.theo.pk, preferred="Theo", matters="Trains\r\nand his dog", diagnosis="f84.0 F90.2"
    )
    assert changed
    known, care = (q(by=cast.imani, on=cast.theo.pk) for q in (queries.know, queries.see))
    assert (known.banner.name, care.matters) == ("Theo Bell", "Trains\nand his dog")
    assert care.diagnosis == ("F84.0", "F90.2")
    kept = Revision.objects.get(subject="people.Client", subject_id=cast.theo.pk)
    assert kept.before["matters"] == "" and kept.staff_id == cast.staff["imani"]
    assert actions.change(by=cast.imani, on=cast.theo.pk, preferred="Theo") is False


def test_a_tss_does_not_change_the_person(cast):
    with pytest.raises(Refused):
        actions.change(by=cast.rosa, on=cast.theo.pk, preferred="Teddy")


def test_a_form_of_another_clients_page_is_stopped(cast):
    assert faults(actions.change, by=cast.imani, on=cast.theo.pk, preferred="Lucy", opened_for=str(cast.lucia.pk)) == [
        ("other_client", "")
    ]


@pytest.mark.parametrize(("former", "shown"), [("keep", ("Theodore Bell",)), ("seal", ()), ("mistake", ())])
def test_a_former_name_is_kept_sealed_or_was_a_mistake(cast, former, shown):
    actions.rename(by=cast.imani, on=cast.theo.pk, given="Theodore", family="Marsh", former=former)
    known = queries.know(by=cast.imani, on=cast.theo.pk)
    assert (known.banner.name, known.former_names) == ("Theodore Marsh", shown)
    found = queries.find(by=cast.imani, on=cast.agency, typed="theodore bell").lines
    assert len(found) == (1 if former == "keep" else 0)


def test_a_discharge_ends_programs_and_places_and_the_record_comes_again(cast):
    ended = actions.discharge(by=cast.amara, on=cast.theo.pk)
    assert ended == {"programs": 1, "places": 1}
    with pytest.raises(Refused):
        queries.know(by=cast.rosa, on=cast.theo.pk)
    assert faults(actions.place_on_team, by=cast.dev, on=cast.theo.pk, staff=cast.staff["rosa"]) == [
        ("discharged", "staff")
    ]
    assert faults(actions.discharge, by=cast.amara, on=cast.theo.pk) == [("discharged", "discharged_on")]
    actions.readmit(by=cast.dev, on=cast.theo.pk)
    actions.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["rosa"])
    assert queries.know(by=cast.rosa, on=cast.theo.pk).banner.pattern == cast.theo.quilt_pattern
    assert faults(actions.readmit, by=cast.dev, on=cast.theo.pk) == [("here_already", "")]


def test_somebody_not_discharged_later_than_today(cast):
    tomorrow = TODAY + timedelta(1)
    assert faults(actions.discharge, by=cast.amara, on=cast.theo.pk, discharged_on=tomorrow) == [
        ("to_come", "discharged_on")
    ]
    assert TeamPlace.objects.filter(client=cast.theo, ended_on=None).exists()


def test_alerts_begin_and_end(cast):
    alert = actions.raise_alert(by=cast.rosa, on=cast.theo.pk, kind="danger", text="Peanut allergy", icon="pill")
    assert queries.card(by=cast.rosa, on=cast.theo.pk).alerts[0].text == "Peanut allergy"
    with pytest.raises(Refused):
        actions.end_alert(by=cast.rosa, on=alert.pk)
    actions.end_alert(by=cast.imani, on=alert.pk, reason="Tested")
    assert queries.card(by=cast.rosa, on=cast.theo.pk).alerts == ()
    bad = {"kind": "loud", "text": "", "icon": "skull"}
    assert faults(actions.raise_alert, by=cast.rosa, on=cast.theo.pk, **bad) == [
        ("no_alert", "text"), ("offered", "kind"), ("offered", "icon"),
    ]  # fmt: skip
