"""What PostgreSQL keeps of a crisis, whoever writes."""

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.foundation import reference
from alongside.foundation.messages import say
from alongside.foundation.tenancy import inside
from alongside.incidents import actions as incidents
from alongside.incidents.models import Crisis, CrisisClosing
from alongside.incidents.tests.scenes import ago, begun, mark, unknown


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_what_happened_never_changes(cast):
    crisis = begun(cast)
    mark(cast, crisis)
    incidents.close(by=cast.rosa, on=crisis)
    for table in ("incidents_crisis", "incidents_crisisline", "incidents_crisisclosing"):
        refused(f"delete from {table}")
    refused("update incidents_crisisline set words = 'other'")
    refused("update incidents_crisisclosing set closed_at = now()")


def test_of_a_crisis_only_whose_may_be_said_and_once(cast):
    crisis, known = unknown(cast), begun(cast)
    refused("update incidents_crisis set began_at = now() where id = %s", crisis.pk)
    refused("update incidents_crisis set client_id = %s, began_at = now() where id = %s", cast.theo.pk, crisis.pk)
    refused("update incidents_crisis set client_id = %s where id = %s", cast.lucia.pk, known.pk)
    refused("update incidents_crisis set client_id = null where id = %s", known.pk)
    with connection.cursor() as cursor:
        cursor.execute("update incidents_crisis set client_id = %s where id = %s", [cast.theo.pk, crisis.pk])


def test_it_is_closed_once(cast):
    crisis = begun(cast)
    incidents.close(by=cast.rosa, on=crisis)
    with pytest.raises(DatabaseError), transaction.atomic():
        CrisisClosing.objects.create(crisis=crisis, staff_id=cast.rosa.staff_id, closed_at=ago(1))


def test_another_agency_sees_none(cast):
    begun(cast)
    with inside(cast.elsewhere):
        assert not Crisis.objects.exists()


def test_every_line_has_its_words_and_group():
    known = reference.load("crisis")["line"]
    assert len({one["key"] for one in known}) == len(known)
    for one in known:
        assert say(f"incidents.line.{one['key']}") and say(f"incidents.group.{one['group']}")
