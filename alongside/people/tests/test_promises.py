"""What the database keeps about clients, tried as the application's own role."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from alongside.people import actions
from alongside.people.models import Alert, Client, Contact, ContactRight, Enrolment, TeamPlace
from tests.cast import SINCE


def refused(call):
    with pytest.raises(IntegrityError), transaction.atomic():
        call()


def test_a_quilt_mark_is_for_good_once_there_was_a_team(cast):
    other = cast.theo.quilt_pattern % 9 + 1
    refused(lambda: Client.objects.filter(pk=cast.theo.pk).update(quilt_pattern=other))
    new = actions.admit(by=cast.dev, on=cast.agency, given="New", identifier="N-1")
    assert Client.objects.filter(pk=new.pk).update(quilt_pattern=other) == 1


@pytest.mark.parametrize("values", [{"quilt_pattern": 10}, {"quilt_hue": 0}, {"identifier": ""}, {"identifier": "c-9"}])
def test_marks_and_numbers_exist(cast, values):
    whole = {"identifier": "N-1", "quilt_pattern": 1, "quilt_hue": 1, "admitted_on": SINCE, **values}
    party = cast.theo.party
    party.pk, party._state.adding = None, True
    refused(lambda: (party.save(), Client.objects.create(party=party, **whole)))


def test_one_number_one_person(cast):
    refused(lambda: Client.objects.filter(pk=cast.theo.pk).update(identifier="C-3"))


def test_nothing_ends_before_it_begins(cast):
    before = SINCE - timedelta(1)
    for rows in (TeamPlace, Enrolment):
        refused(lambda rows=rows: rows.objects.filter(client=cast.theo).update(ended_on=before))
    refused(lambda: Alert.objects.create(client=cast.theo, kind="warn", text="x", began_on=SINCE, ended_on=before))
    june = actions.connect(by=cast.imani, on=cast.theo.pk, given="June", relation="mother")
    refused(lambda: Contact.objects.filter(pk=june.pk).update(ended_on=date(2020, 1, 1)))
    refused(lambda: ContactRight.objects.create(
        contact=june, right="consent", granted=True, began_on=SINCE, ended_on=before
    ))  # fmt: skip


def test_one_open_place_for_one_part(cast):
    refused(lambda: TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["rosa"], part="tss", began_on=SINCE))
