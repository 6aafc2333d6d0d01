"""Programs and sites: added, changed, ended; each refused and unacceptable."""

import pytest
from django.db import IntegrityError, transaction

from alongside.agencies import actions, queries
from alongside.agencies.models import Programme, Site
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Revision
from alongside.foundation.tenancy import inside

PROGRAM = {"name": "Home support", "population": "adults", "setting": "home"}
SITE = {"name": "Elm Street", "zone": "America/Chicago"}


def faults(call, **values):
    with pytest.raises(Unacceptable) as no:
        call(**values)
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def test_a_program_is_added_changed_and_ended(cast):
    program = actions.add_programme(by=cast.amara, on=cast.agency, service_code="h2014", **PROGRAM)
    assert program.service_code == "H2014"
    actions.change_programme(by=cast.amara, on=program.pk, note_format="SOAP")
    assert Revision.objects.get(subject_id=program.pk).before == {"note_format": "BIRP"}
    actions.end_programme(by=cast.amara, on=program.pk)
    assert [line.name for line in queries.programmes(by=cast.rosa, on=cast.agency)] == [
        "School support",
        "Home support",
    ]
    actions.add_programme(by=cast.amara, on=cast.agency, **PROGRAM)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"name": ""}, ("no_name", "name")),
        ({"name": "SCHOOL support"}, ("name_taken", "name")),
        ({"population": "cats"}, ("offered", "population")),
        ({"payer": "nobody"}, ("offered", "payer")),
        ({"note_format": "ABC"}, ("offered", "note_format")),
        ({"service_code": "H20"}, ("service_code", "service_code")),
        ({"name": "a\x00"}, ("unfit", "name")),
    ],
)
def test_what_a_program_cannot_be(cast, values, fault):
    assert faults(actions.add_programme, by=cast.amara, on=cast.agency, **{**PROGRAM, **values}) == [fault]


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"zone": "EST"}, ("zone", "zone")),
        ({"zone": "../../etc/passwd"}, ("zone", "zone")),
        ({"zone": "Mars/Olympus"}, ("zone", "zone")),
        ({"place_of_service": "00"}, ("place", "place_of_service")),
        ({"name": "willow street school"}, ("name_taken", "name")),
        ({"address": "x" * 301}, ("too_long", "address")),
    ],
)
def test_what_a_site_cannot_be(cast, values, fault):
    assert faults(actions.add_site, by=cast.dev, on=cast.agency, **{**SITE, **values}) == [fault]


def test_a_site_is_added_changed_and_ended(cast):
    site = actions.add_site(by=cast.dev, on=cast.agency, address="12 Elm St\r\nRear", place_of_service="12", **SITE)
    assert site.address == "12 Elm St\nRear"
    actions.change_site(by=cast.dev, on=site.pk, zone="America/Denver")
    actions.end_site(by=cast.amara, on=site.pk)
    line = queries.sites(by=cast.rosa, on=cast.agency)[-1]
    assert (line.zone, line.place, line.ended_on is not None) == ("America/Denver", "Home", True)


def test_others_do_not_set_up_the_agency(cast):
    for who in (cast.rosa, cast.imani, cast.nadia, cast.quinn):
        with pytest.raises(Refused):
            actions.add_programme(by=who, on=cast.agency, **PROGRAM)
    with pytest.raises(Refused):
        actions.end_site(by=cast.dev, on=cast.site.pk)


def test_another_agencys_program_is_not_here(cast):
    with inside(cast.elsewhere):
        theirs = Programme.objects.create(name="Theirs", population="adults", setting="home").pk
    with pytest.raises(NotHere):
        actions.end_programme(by=cast.amara, on=theirs)


def test_two_of_one_name_cannot_be(cast):
    for broken in (
        lambda: Programme.objects.create(name="SCHOOL SUPPORT", population="adults", setting="home"),
        lambda: Site.objects.create(name="willow street school", zone="UTC"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            broken()
