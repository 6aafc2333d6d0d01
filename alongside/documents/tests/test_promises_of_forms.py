"""What PostgreSQL promises about forms, tried as the application's role."""

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.documents import lookups, shelving
from alongside.documents.models import Approval, Edition, Retirement

ASKED = {
    "resourceType": "Questionnaire", "title": "Sleep", "url": "urn:sleep", "version": "1",
    "item": [{"linkId": "a", "type": "string", "text": "How was the night?"}],
}  # fmt: skip


def refused(sql, *values):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def shipped(cast):
    return Edition.objects.get(pk=shelving.shipped("sleep", ASKED, title="Sleep", kind="survey", ages=(6, None)))


@pytest.fixture
def ours(cast, shipped):
    """An imported edition of the same form."""
    body = shelving.plain({**ASKED, "version": "2"})
    asked = lookups.read_edition(shipped.pk)
    return shelving.shelve(shipped.form, body, asked, source="imported", made_by_id=cast.staff["quinn"])


def test_what_is_shipped_is_published_once_and_again_with_another_content(shipped):
    assert shelving.shipped("sleep", ASKED, title="Other", kind="other") == shipped.pk
    line = lookups.edition_of("sleep")
    assert (line.id, line.number, line.published, line.title) == (shipped.pk, 1, True, "Sleep")
    newer = shelving.shipped("sleep", {**ASKED, "version": "2"}, title="Sleep", kind="survey")
    [line] = lookups.published_editions(kinds=["survey"])
    assert (line.id, line.number, line.version) == (newer, 2, "2")
    assert lookups.published_editions(kinds=["consent"]) == () and lookups.edition_of("none") is None
    assert lookups.edition_bytes(newer) == shelving.plain({**ASKED, "version": "2"})


def test_the_same_bytes_are_read_once(shipped, django_assert_num_queries):
    first = lookups.read_edition(shipped.pk)
    with django_assert_num_queries(1):
        assert lookups.read_edition(shipped.pk) is first


def test_an_edition_of_others_needs_two_people(cast, ours):
    def agree(number, who, role):
        return Approval.objects.create(edition=ours, number=number, staff_id=cast.staff[who], name=who, role=role)

    agree(1, "amara", "director")
    assert lookups.edition("00000000-0000-7000-8000-00000000000a") is None
    assert not lookups.edition(ours.pk).published
    for number, who, role in ((2, "ada", "admin"), (2, "amara", "quality"), (1, "imani", "supervisor"),
                              (3, "imani", "supervisor")):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            agree(number, who, role)
    agree(2, "imani", "supervisor")
    assert lookups.edition_of("sleep").id == ours.pk
    Retirement.objects.create(edition=ours, staff_id=cast.staff["imani"], name="Imani", reason="Superseded")
    assert lookups.edition_of("sleep").id != ours.pk


def test_nobody_approves_what_was_shipped_or_retired(cast, ours, shipped):
    Retirement.objects.create(edition=ours, staff_id=cast.staff["imani"], name="Imani", reason="Wrong")
    for edition in (ours, shipped):
        with pytest.raises(DatabaseError), transaction.atomic():
            Approval.objects.create(edition=edition, number=1, staff_id=cast.staff["quinn"], name="Q", role="quality")
    with pytest.raises(DatabaseError), transaction.atomic():
        Retirement.objects.create(edition=ours, staff_id=cast.staff["quinn"], name="Q", reason="Twice")


@pytest.mark.parametrize("table", ["documents_edition", "documents_approval", "documents_retirement"])
def test_it_stays(cast, ours, table):
    Approval.objects.create(edition=ours, number=1, staff_id=cast.staff["quinn"], name="Q", role="quality")
    Retirement.objects.create(edition=ours, staff_id=cast.staff["imani"], name="Imani", reason="Wrong")
    refused(f"update {table} set id = id")
    refused(f"delete from {table}")
    refused(f"truncate {table}")


def test_a_digest_is_that_of_its_bytes_and_numbers_follow(cast, ours):
    words = (
        "insert into documents_edition (id, form_id, number, body, sha256, source, made_by_id, questions, file_name,"
        " url, version, title, language, copyright) values (gen_random_uuid(), %s, %s, %s, %s, %s, %s, 1, '', '', '',"
        " '', '', '')"
    )
    right = hashlib.sha256(b"x").hexdigest()
    me = cast.staff["quinn"]
    refused(words, ours.form_id, 3, b"x", "0" * 64, "imported", me)
    refused(words, ours.form_id, 5, b"x", right, "imported", me)
    refused(words, ours.form_id, 3, b"x", right, "imported", None)
    refused(words, ours.form_id, 3, b"x", right, "shipped", me)
    refused(words, ours.form_id, 3, b"x", right, "derived", me)
    with connection.cursor() as cursor:
        cursor.execute(words, [ours.form_id, 3, b"x", right, "imported", me])
