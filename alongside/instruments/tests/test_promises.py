"""What PostgreSQL keeps of answers, whoever writes."""

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.foundation.tenancy import inside
from alongside.instruments import actions
from alongside.instruments.models import Alarm, Answering, Asking, Score
from alongside.instruments.tests.scenes import signed
from alongside.instruments.tests.test_actions import PHQ, adult


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_what_was_answered_never_changes(cast):
    one = signed(cast, "phq-9", PHQ, **adult(cast))
    alarm = Alarm.objects.get()
    actions.look_after(by=cast.hana, on=alarm, words="Went to see her at once.")
    actions.void(by=cast.ben, on=one, reason="It was about somebody else.")
    for table in ("score", "answer", "alarm", "alarmanswer", "voided"):
        refused(f"delete from instruments_{table}")
        refused(f"update instruments_{table} set id = id")


def test_it_is_looked_after_voided_and_asked_once(cast):
    one = signed(cast, "phq-9", PHQ, **adult(cast))
    score = Score.objects.filter(answering=one).values().first()
    with pytest.raises(DatabaseError), transaction.atomic():
        Score.objects.create(**{**score, "id": None})
    asked = {"client": cast.theo, "form": "x", "title": "X", "respondent": "self", "occasion": "intake",
             "began_on": one.taken_on, "made_by_id": cast.imani.staff_id}  # fmt: skip
    Asking.objects.create(**asked)
    with pytest.raises(DatabaseError), transaction.atomic():
        Asking.objects.create(**asked)
    refused("update instruments_asking set ended_on = began_on - 1")


def test_another_agency_sees_none(cast):
    signed(cast)
    with inside(cast.elsewhere):
        assert not Answering.objects.exists() and not Score.objects.exists()
