"""The wall, tried as the application's own role."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.people.models import Client, TeamPlace


def test_another_agency_is_invisible(cast):
    assert Client.objects.filter(pk=cast.omar.pk).count() == 0
    with inside(cast.elsewhere):
        assert [c.pk for c in Client.objects.all()] == [cast.omar.pk]
    assert Client.objects.filter(pk=cast.theo.pk).exists()


def test_nothing_is_visible_outside_any_agency(cast):
    with connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.agency', '', true)")
    assert Client.objects.count() == 0


def test_a_row_cannot_be_put_in_another_agency(cast):
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Client.objects.create(
            party_id=cast.theo.party_id, identifier="X", quilt_pattern=1, quilt_hue=1,
            admitted_on=date(2026, 1, 1), agency_id=cast.elsewhere,
        )  # fmt: skip


def test_a_row_cannot_point_into_another_agency(cast):
    with pytest.raises(IntegrityError, match="_here"), transaction.atomic():
        TeamPlace.objects.create(client_id=cast.omar.pk, staff_id=cast.staff["rosa"], began_on=date(2026, 1, 1))


def test_the_ledger_cannot_be_rewritten(cast):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Entry.objects.update(verb="x")
