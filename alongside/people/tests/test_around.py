"""Who and what is around a client: contacts and their rights, homes, team, programs."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.foundation.moments import start_of, today
from alongside.people import actions, lookups, queries
from alongside.people.around import around
from alongside.people.models import Contact, ContactRight, TeamPlace
from alongside.workforce import actions as workforce
from alongside.workforce.models import Staff

TODAY = today("America/New_York")


def faults(call, **values):
    with pytest.raises(Unacceptable) as no:
        call(**values)
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


@pytest.fixture
def june(cast):
    return actions.connect(
        by=cast.imani, on=cast.theo.pk, given="June", family="Bell", relation="mother", in_law="parent",
        phone="(215) 555-0134",
    )  # fmt: skip


def rights_of(cast):
    (line,) = queries.know(by=cast.imani, on=cast.theo.pk).contacts
    return {cell.right: cell.state for cell in line.rights}


def test_a_contact_is_known_with_a_way_to_reach_them(cast, june):
    (line,) = queries.know(by=cast.rosa, on=cast.theo.pk).contacts
    assert (line.name, line.relation, line.in_law) == ("June Bell", "mother", "parent")
    assert [(way.kind, way.value, way.safe) for way in line.ways] == [("phone", "(215) 555-0134", True)]
    assert set(rights_of(cast).values()) == {"none"}
    assert Entry.objects.get(verb="people.connect").client_id == cast.theo.pk


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"relation": ""}, ("no_relation", "relation")),
        ({"in_law": "king"}, ("offered", "in_law")),
        ({"given": ""}, ("no_name", "given")),
        ({"phone": "40 letters"}, ("phone", "phone")),
        ({"email": "a@b\nBcc:x@y"}, ("one_line", "email")),
    ],
)
def test_what_a_contact_cannot_be(cast, values, fault):
    whole = {"given": "June", "relation": "mother", **values}
    assert fault in faults(actions.connect, by=cast.imani, on=cast.theo.pk, **whole)
    assert not Contact.objects.exists()


def test_rights_are_separate_dated_and_rest_on_something(cast, june):
    actions.grant_right(by=cast.imani, on=june.pk, right="consent")
    actions.deny_right(by=cast.imani, on=june.pk, right="pick_up", order="Custody order, 12 Mar 2026")
    assert rights_of(cast) == {
        "consent": "granted", "pick_up": "denied", "portal": "none", "be_told": "none", "safe_contact": "none",
    }  # fmt: skip
    assert faults(actions.deny_right, by=cast.imani, on=june.pk, right="portal", order="") == [
        ("denial_needs_order", "order")
    ]


def test_a_new_decision_replaces_the_one_before(cast, june):
    actions.grant_right(by=cast.imani, on=june.pk, right="consent")
    actions.deny_right(by=cast.imani, on=june.pk, right="consent", order="Order of 1 Nov 2026")
    assert rights_of(cast)["consent"] == "denied"
    actions.grant_right(by=cast.imani, on=june.pk, right="consent")
    assert rights_of(cast)["consent"] == "granted"
    assert ContactRight.objects.count() == 3


def test_an_order_ends_at_local_midnight(cast, june):
    zone, ends = cast.imani.zone, TODAY + timedelta(days=100)
    actions.grant_right(by=cast.imani, on=june.pk, right="consent", order="Order of 1 Feb 2026", ended_on=ends)
    midnight = start_of(ends, zone)
    with time_machine.travel(midnight - timedelta(minutes=1), tick=False):
        assert lookups.holders(cast.theo.pk, "consent", zone=zone) == [june.pk]
    with time_machine.travel(midnight, tick=False):
        assert lookups.holders(cast.theo.pk, "consent", zone=zone) == []


def test_a_denial_that_lapses_grants_nothing(cast, june):
    actions.grant_right(by=cast.imani, on=june.pk, right="consent", began_on=TODAY - timedelta(30))
    actions.deny_right(
        by=cast.imani, on=june.pk, right="consent", order="Emergency order", began_on=TODAY - timedelta(20),
        ended_on=TODAY,
    )  # fmt: skip
    assert rights_of(cast)["consent"] == "none"


def test_rights_end_with_the_contact_and_with_life(cast, june):
    actions.grant_right(by=cast.imani, on=june.pk, right="consent", began_on=TODAY - timedelta(9))
    june.party.died_on = TODAY
    june.party.save(update_fields=["died_on"])
    assert lookups.holders(cast.theo.pk, "consent", zone="America/New_York", on=TODAY + timedelta(1)) == []
    actions.end_contact(by=cast.imani, on=june.pk)
    assert ContactRight.objects.get(contact=june).ended_on is not None
    assert faults(actions.grant_right, by=cast.imani, on=june.pk, right="portal") == [("contact_ended", "right")]


def test_rights_are_decided_by_supervisors_not_by_the_office(cast, june):
    for who in (cast.dev, cast.rosa):
        with pytest.raises(Refused):
            actions.grant_right(by=who, on=june.pk, right="consent")
    with pytest.raises(Refused):
        actions.grant_right(by=cast.hana, on=june.pk, right="consent")


def test_ways_to_reach_somebody_come_and_go(cast, june):
    way = actions.add_way(by=cast.dev, on=june.pk, kind="email", value="june@example.org", safe=False)
    (line,) = queries.know(by=cast.rosa, on=cast.theo.pk).contacts
    assert [(w.value, w.safe) for w in line.ways] == [("june@example.org", False), ("(215) 555-0134", True)]
    actions.end_way(by=cast.dev, on=june.pk, way=way.pk)
    other = actions.connect(by=cast.dev, on=cast.ida.pk, given="Al", relation="son", phone="215 555 0199")
    theirs = queries.know(by=cast.dev, on=cast.ida.pk).contacts[0].ways[0]
    with pytest.raises(NotHere):
        actions.end_way(by=cast.dev, on=june.pk, way=theirs.id)
    assert other.client_id == cast.ida.pk


def test_a_guardian_who_works_here_is_typed_once_and_kept_off_the_team(cast):
    ben = Staff.objects.get(pk=cast.staff["ben"])
    actions.connect(by=cast.imani, on=cast.lucia.pk, party=ben.party_id, relation="uncle", in_law="guardian")
    (line,) = queries.know(by=cast.imani, on=cast.lucia.pk).contacts
    assert (line.name, line.works_here) == ("Ben Ruiz", True)
    assert faults(actions.place_on_team, by=cast.dev, on=cast.lucia.pk, staff=cast.staff["ben"]) == [("kin", "staff")]
    assert faults(actions.connect, by=cast.dev, on=cast.ida.pk, party=ben.party_id, relation="son") == [
        ("kin", "party")
    ]
    again = {"party": ben.party_id, "relation": "uncle"}
    assert faults(actions.connect, by=cast.imani, on=cast.lucia.pk, **again) == [("contact_already", "party")]
    own = {"party": cast.lucia.party_id, "relation": "herself"}
    assert faults(actions.connect, by=cast.imani, on=cast.lucia.pk, **own) == [("own_contact", "party")]


def test_two_households_and_one_of_them_confidential(cast):
    mother = actions.house(by=cast.imani, on=cast.theo.pk, name="Mother's home", share="weekdays")
    actions.house(
        by=cast.imani, on=cast.theo.pk, name="Shelter", address="Apt #&;--", confidential=True, share="weekends"
    )
    homes = queries.know(by=cast.rosa, on=cast.theo.pk).homes
    assert {(home.name, home.note, home.confidential) for home in homes} == {
        ("Mother's home", "weekdays", False), ("Shelter", "weekends", True),
    }  # fmt: skip
    again = {"household": mother.household_id}
    assert faults(actions.house, by=cast.imani, on=cast.theo.pk, **again) == [("lives_there", "household")]
    actions.house(by=cast.imani, on=cast.lucia.pk, **again)
    assert faults(actions.house, by=cast.imani, on=cast.theo.pk, name=" ") == [("no_household", "name")]
    actions.leave_house(by=cast.imani, on=mother.pk)
    assert [home.over for home in queries.know(by=cast.rosa, on=cast.theo.pk).homes] == [False, True]
    elsewhere = {"household": mother.household_id, "given": "A", "relation": "aunt"}
    assert faults(actions.connect, by=cast.dev, on=cast.ida.pk, **elsewhere) == [("offered", "household")]


def test_a_place_on_the_team_opens_the_record_and_its_end_closes_it_at_once(cast):
    place = actions.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["nadia"], part="nurse")
    assert queries.know(by=cast.nadia, on=cast.theo.pk)
    actions.end_place(by=cast.dev, on=place.pk)
    with pytest.raises(Refused) as no:
        queries.know(by=cast.nadia, on=cast.theo.pk)
    assert (no.value.no.code, no.value.no.values["name"]) == ("people.refusal.ask", "Dev")


def test_a_place_to_come_opens_nothing_yet(cast):
    actions.place_on_team(
        by=cast.dev, on=cast.theo.pk, staff=cast.staff["nadia"], part="nurse", began_on=TODAY + timedelta(3)
    )
    with pytest.raises(Refused):
        queries.know(by=cast.nadia, on=cast.theo.pk)


def test_what_a_place_cannot_be(cast):
    rosa = {"staff": cast.staff["rosa"]}
    assert faults(actions.place_on_team, by=cast.dev, on=cast.theo.pk, **rosa) == [("placed", "staff")]
    early = {**rosa, "part": "chef", "began_on": date(2025, 1, 1)}
    assert faults(actions.place_on_team, by=cast.dev, on=cast.theo.pk, **early)[:2] == [
        ("offered", "part"), ("before_admission", "began_on"),
    ]  # fmt: skip
    with pytest.raises(Refused):
        actions.place_on_team(by=cast.hana, on=cast.theo.pk, staff=cast.staff["hana"], part="supervisor")


def test_programs_begin_and_end(cast):
    (enrolment,) = queries.know(by=cast.dev, on=cast.theo.pk).programs
    again = {"programme": cast.programme.pk}
    assert faults(actions.enrol, by=cast.dev, on=cast.theo.pk, **again) == [("enrolled", "programme")]
    actions.end_enrolment(by=cast.dev, on=enrolment.id)
    actions.enrol(by=cast.dev, on=cast.theo.pk, **again)
    assert [line.over for line in queries.know(by=cast.dev, on=cast.theo.pk).programs] == [False, True]


def test_somebody_who_left_loses_every_place(cast):
    rosa = cast.staff["rosa"]
    assert faults(actions.release, by=cast.ada, on=rosa) == [("works_here", "")]
    workforce.end_staff(by=cast.ada, on=rosa)
    assert set(actions.release(by=cast.ada, on=rosa)) == {cast.theo.pk, cast.lucia.pk}
    assert all(place.over for place in queries.know(by=cast.dev, on=cast.theo.pk).team)
    assert faults(actions.place_on_team, by=cast.dev, on=cast.ida.pk, staff=rosa) == [("staff_left", "staff")]


def test_the_places_of_somebody_are_seen_as_far_as_one_may_find(cast):
    rosa = cast.staff["rosa"]
    both = {"Theodore Bell", "Lucía Fernández"}
    for who, seen in (("dev", both), ("rosa", both), ("hana", set())):
        assert {place.line.name for place in queries.places(by=getattr(cast, who), on=rosa)} == seen


def test_who_is_around_is_told_by_the_day_of_the_agency(cast):
    """Half past midnight by UTC, it is still the evening before in New York: the place on the team ends tomorrow."""
    with time_machine.travel(datetime(2026, 12, 8, 0, 30, tzinfo=UTC), tick=False):
        (place,) = TeamPlace.objects.filter(client=cast.theo, staff=cast.staff["rosa"])
        actions.end_place(by=cast.dev, on=place.pk, ended_on=date(2026, 12, 8))
        assert [near.name for near in around(cast.theo.pk, zone="America/New_York").team] == ["Rosa Delgado"]
        assert around(cast.theo.pk, zone="UTC").team == ()
