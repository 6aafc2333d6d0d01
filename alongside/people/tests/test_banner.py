"""The banner of a client: who it is, alerts in force, and a mark where a name is like another's."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from alongside.foundation.errors import NotHere
from alongside.foundation.moments import today
from alongside.people import actions
from alongside.people.lookups import banner, emergencies
from alongside.people.models import Alert
from tests.cast import SINCE

TODAY = today("America/New_York")


def test_it_says_who_it_is(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        seen = banner(cast.theo.pk)
    assert (seen.name, seen.given, seen.family) == ("Theodore Bell", "Theodore", "Bell")
    assert (seen.pronouns, seen.born, seen.identifier) == ("he / him", date(2017, 3, 4), cast.theo.identifier)
    assert (seen.mark.pattern, seen.mark.hue) == (cast.theo.quilt_pattern, cast.theo.quilt_hue)
    assert seen.age in (TODAY.year - 2017, TODAY.year - 2018)


def test_only_alerts_in_force_are_told_the_grave_ones_first(cast):
    for kind, text, began, ended in (
        ("warn", "bites when held", SINCE, None),
        ("danger", "peanut allergy", SINCE, None),
        ("warn", "over", SINCE, TODAY - timedelta(days=2)),
        ("warn", "to come", TODAY + timedelta(days=2), None),
    ):
        Alert.objects.create(client=cast.theo, kind=kind, text=text, began_on=began, ended_on=ended)
    assert [(a.text, a.grave) for a in banner(cast.theo.pk).alerts] == [
        ("peanut allergy", True),
        ("bites when held", False),
    ]


def test_another_agencys_client_is_as_absent_as_a_random_one(cast):
    for stranger in (cast.omar.pk, uuid4()):
        with pytest.raises(NotHere):
            banner(stranger)


def test_a_name_like_another_on_one_caseload_is_marked(cast):
    assert not banner(cast.theo.pk).also
    cast.lucia.party.preferred_name = "Theodora"
    cast.lucia.party.save(update_fields=["preferred_name"])
    assert banner(cast.theo.pk).also and banner(cast.lucia.pk).also
    assert not banner(cast.ida.pk).also


def test_what_a_paramedic_asks_is_grave_and_found_of_several_clients_at_once(cast, django_assert_num_queries):
    for kind, text in (("first_aid", "On her side"), ("allergy", "Peanuts"), ("warn", "Shy"), ("rescue", "Inhaler")):
        actions.raise_alert(by=cast.imani, on=cast.theo.pk, kind=kind, text=text)
    ended = actions.raise_alert(
        by=cast.imani, on=cast.theo.pk, kind="seizure", text="Absences", began_on=date(2026, 1, 5)
    )
    actions.end_alert(by=cast.imani, on=ended.pk)
    with django_assert_num_queries(1):
        found = emergencies([cast.theo.pk, cast.lucia.pk], zone="America/New_York")
    assert [a.text for a in found[cast.theo.pk]] == ["Peanuts", "Inhaler", "On her side"]
    assert found[cast.lucia.pk] == () and all(a.grave for a in found[cast.theo.pk])
    assert [a.grave for a in banner(cast.theo.pk).alerts] == [True, True, True, False]
