"""The numbers that answer: kept, changed, ended; found for a day and a place; where there is none, supervisors."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.agencies import actions, queries
from alongside.agencies.lookups import on_call
from alongside.agencies.models import OnCall, Site
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Revision
from alongside.foundation.moments import today
from alongside.foundation.tenancy import inside

DAY = today("America/New_York")
LINE = {"name": "On call", "number": "215 555 0100"}


def added(cast, **values):
    return actions.add_on_call(by=cast.dev, on=cast.agency, **{**LINE, **values})


def names(day=DAY, **where):
    return [one.name for one in on_call(day, **where)]


def test_a_number_is_kept_changed_and_ended(cast):
    line = added(cast)
    assert (line.began_on, Entry.objects.filter(verb="agencies.add_on_call").count()) == (DAY, 1)
    actions.change_on_call(by=cast.amara, on=line.pk, number="988", site=cast.site.pk)
    assert Revision.objects.get(subject_id=line.pk).before["number"] == "215 555 0100"
    shown = queries.on_call(by=cast.rosa, on=cast.agency)[0]
    assert (shown.number, shown.place, shown.program) == ("988", "Willow Street School", "")
    actions.end_on_call(by=cast.ada, on=line.pk)
    assert names() == []


def test_it_answers_from_its_day_until_its_day(cast):
    added(cast, began_on=DAY, ended_on=DAY + timedelta(days=2))
    assert [names(DAY + timedelta(days=n)) for n in (-1, 0, 1, 2)] == [[], ["On call"], ["On call"], []]


def test_the_near_ones_stand_first_and_those_of_other_places_nowhere(cast):
    other = actions.add_site(by=cast.dev, on=cast.agency, name="Elm", zone="America/New_York").pk
    added(cast, name="Everybody")
    added(cast, name="Willow", site=cast.site.pk)
    added(cast, name="Elm", site=other)
    added(cast, name="School program", programme=cast.programme.pk)
    assert names(sites={cast.site.pk}, programmes=set()) == ["Willow", "Everybody"]
    assert names(sites=set(), programmes={cast.programme.pk}) == ["School program", "Everybody"]
    assert set(names()) == {"Everybody", "Willow", "Elm", "School program"}


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"name": ""}, ("no_name", "name")),
        ({"name": "x" * 81}, ("too_long", "name")),
        ({"number": "ring Imani"}, ("number", "number")),
        ({"number": "12"}, ("number", "number")),
        ({"number": "tel:911;ext=1"}, ("number", "number")),
        ({"number": "٢١٥ ٥٥٥ ٠١٠٠"}, ("number", "number")),
        ({"ended_on": DAY - timedelta(days=1)}, ("ends_before", "ended_on")),
    ],
)
def test_what_a_number_cannot_be(cast, values, fault):
    with pytest.raises(Unacceptable) as no:
        added(cast, **values)
    assert [(one.code.rsplit(".")[-1], one.field) for one in no.value.faults] == [fault]


def test_a_place_of_another_agency_is_no_choice(cast):
    with inside(cast.elsewhere):
        theirs = Site.objects.create(name="There", zone="America/New_York").pk
    with pytest.raises(Unacceptable):
        added(cast, site=theirs)
    with pytest.raises(NotHere):
        actions.change_on_call(by=cast.dev, on=theirs, name="x")


def test_who_only_calls_does_not_change_them(cast):
    line = added(cast)
    for who in (cast.rosa, cast.imani, cast.nadia, cast.quinn):
        with pytest.raises(Refused):
            actions.end_on_call(by=who, on=line.pk)


def test_the_database_keeps_the_days_and_the_keys(cast):
    line = added(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        OnCall.objects.filter(pk=line.pk).update(ended_on=line.began_on - timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        OnCall.objects.filter(pk=line.pk).update(site_id=cast.programme.pk)
