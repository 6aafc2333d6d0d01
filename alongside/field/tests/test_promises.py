"""What PostgreSQL promises about what was handed in, tried as the application's role."""

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.field.models import Enrolment, Hold, Receipt


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def copied(table, **changed):
    """Insert a copy of the table's row with some columns changed."""
    with connection.cursor() as cursor:
        cursor.execute(f"select column_name from information_schema.columns where table_name = '{table}'")
        names = [name for (name,) in cursor.fetchall() if name != "agency_id"]
    values = ", ".join("%s" if name in changed else name for name in names)
    given = [changed[name] for name in names if name in changed]
    refused(f"insert into {table} ({', '.join(names)}) select {values} from {table}", *given)


@pytest.fixture
def held(shift):
    """One operation that is held, with its receipt."""
    shift.give(shift.start(details={"zone": "Mars/Olympus"}))
    return Hold.objects.get()


NEW = "00000000-0000-7000-8000-00000000000a"


def test_one_receipt_for_each_turn_of_an_operation(held):
    copied("field_receipt", id=NEW, seq=7)


def test_a_number_is_claimed_once(held):
    copied("field_receipt", id=NEW, operation_id=NEW)


def test_numbers_and_turns_begin_at_one(held):
    copied("field_receipt", id=NEW, operation_id=NEW, seq=0)
    copied("field_receipt", id=NEW, seq=7, turn=0)


def test_one_hold_for_each_body(held):
    copied("field_hold", id=NEW)


@pytest.mark.parametrize("table", ["field_receipt", "field_decision"])
def test_what_was_answered_and_decided_stays(held, table):
    refused(f"update {table} set id = id")
    refused(f"delete from {table}")
    refused(f"truncate {table}")


@pytest.mark.parametrize(
    "table", ["field_hold", "field_device", "field_enrolment", "field_outboxkey", "field_serverkey"]
)
def test_nothing_of_it_can_be_deleted(held, table):
    refused(f"delete from {table}")


def test_a_decision_other_than_to_apply_says_why_and_comes_once(held, cast):
    words = "insert into field_decision (id, hold_id, way, by_id, reason) values (gen_random_uuid(), %s, %s, %s, %s)"
    refused(words, held.pk, "set_aside", cast.staff["imani"], "")
    with connection.cursor() as cursor:
        cursor.execute(words, [held.pk, "applied", cast.staff["imani"], ""])
    refused(words, held.pk, "set_aside", cast.staff["imani"], "Twice")


def test_keys_carry_the_agency(held, cast):
    assert Enrolment.objects.count() == 1 and Receipt.objects.count() == 1
    with connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.agency', %s, true)", [str(cast.elsewhere)])
    assert not Enrolment.objects.exists() and not Receipt.objects.exists() and not Hold.objects.exists()
    refused(
        "insert into field_enrolment (id, device_id, staff_id, public_key, began_at, next_seq)"
        " values (gen_random_uuid(), %s, %s, '', now(), 1)", held.device_id, held.staff_id,
    )  # fmt: skip
