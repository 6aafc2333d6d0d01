"""Consents: recorded, taken back once, kept for good; who may, and the pages."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.consents import actions, lookups, queries
from alongside.consents.models import TELLING, WHAT, Consent, End
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.reports.tests.scenes import released

YES = {"what": "treatment", "given": True, "way": "paper"}


def recorded(cast, **more):
    return actions.record(by=cast.imani, on=cast.theo, **{**YES, **more})


def words(answer):
    return " ".join(answer.content.decode().split())


def test_who_said_it_is_the_client_a_contact_or_as_typed(cast):
    assert recorded(cast).by_whom == "Theodore Bell"
    assert recorded(cast, by_whom="Family Court, 26-1041").by_whom == "Family Court, 26-1041"
    with pytest.raises(Unacceptable) as no:
        recorded(cast, contact=uuid4())
    assert [fault.field for fault in no.value.faults] == ["contact"]
    assert Entry.objects.filter(verb="consents.record", outcome="done", client_id=cast.theo.pk).count() == 2


def test_it_is_taken_back_once_and_a_release_says_why(cast):
    treatment, release = recorded(cast), released(cast)
    actions.end(by=cast.imani, on=treatment.pk)
    with pytest.raises(Refused, match="ended"):
        actions.end(by=cast.imani, on=treatment.pk)
    with pytest.raises(Unacceptable, match="reason"):
        actions.end(by=cast.imani, on=release.pk, reason="No")
    actions.end(by=cast.imani, on=release.pk, reason="June took it back today.")
    day = today("America/New_York")
    states = {one.what: (one.state, one.why_ended) for one in lookups.consents_of(cast.theo.pk, day)}
    assert states == {"treatment": ("ended", ""), "release": ("ended", "June took it back today.")}
    assert [one.id for one in lookups.telling(cast.theo.pk, "school", day)] == [release.pk]
    assert lookups.telling(cast.theo.pk, "court", day) == ()


def test_who_may(cast):
    consent = recorded(cast)
    for who in ("rosa", "ben", "nadia", "dev"):
        with pytest.raises(Refused):
            actions.record(by=getattr(cast, who), on=cast.theo, **YES)
        with pytest.raises(Refused):
            actions.end(by=getattr(cast, who), on=consent.pk)
    assert queries.see(by=cast.rosa, on=cast.theo.pk).may_record is False
    with pytest.raises(Refused):
        queries.see(by=cast.ben, on=cast.theo.pk)
    with pytest.raises(NotHere):
        queries.see(by=cast.imani, on=cast.omar.pk)


@pytest.mark.parametrize("table", ["consent", "end"])
def test_what_was_decided_stays(cast, table):
    actions.end(by=cast.imani, on=recorded(cast).pk)
    for sql in (f"update consents_{table} set at = now()", f"delete from consents_{table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert Consent.objects.count() == End.objects.count() == 1


def test_the_database_keeps_a_release_limited_and_named(cast):
    day = today("America/New_York")
    row = {"client": cast.theo, "what": "release", "given": True, "by_whom": "June", "way": "paper",
           "decided_on": day, "begins_on": day, "staff_id": cast.imani.staff_id}  # fmt: skip
    for wrong in ({"reader": "school"}, {"reader": "school", "recipient": "Lea"}, {"recipient": "Lea"}):
        with pytest.raises(DatabaseError, match="consents_telling"), transaction.atomic():
            Consent.objects.create(**row, **wrong)


def test_recording_and_taking_back_over_http(cast, at):
    imani, page = at("imani"), f"/clients/{cast.theo.pk}/consents/"
    assert "Nothing is recorded yet" in words(imani.get(page)) and imani.get(f"{page}new/").status_code == 200
    said = {"client": cast.theo.pk, "what": "release", "given": "yes", "way": "paper", "by_whom": "June Kept Bell",
            "reader": "school", "recipient": "Lea <b>Elementary</b>", "decided_on": "2026-01-05"}  # fmt: skip
    kept = imani.post(f"{page}new/", said)
    assert kept.status_code == 422 and "June Kept Bell" in words(kept) and "Say its last day." in words(kept)
    said["until"] = "2036-12-31"
    assert imani.post(f"{page}new/", {**said, "client": cast.lucia.pk}).status_code == 422
    assert imani.post(f"{page}new/", said).status_code == 303
    shown = words(imani.get(page))
    assert "Lea &lt;b&gt;Elementary" in shown and "Holds" in shown
    [consent] = Consent.objects.all()
    assert imani.get(f"{page}{consent.pk}/end/").status_code == 200
    assert imani.post(f"{page}{consent.pk}/end/", {"client": cast.theo.pk, "reason": "x"}).status_code == 422
    taken = {"client": cast.theo.pk, "reason": "June took it back."}
    assert imani.post(f"{page}{consent.pk}/end/", taken).status_code == 303
    assert "Taken back" in words(imani.get(page)) and imani.get(f"{page}{consent.pk}/end/").status_code == 403
    assert imani.get(f"{page}{uuid4()}/end/").status_code == 404


@pytest.mark.parametrize("what", [one for one in WHAT if one not in TELLING])
@pytest.mark.parametrize("typed", [{"reader": "school"}, {"recipient": "Lea Elementary"}])
def test_who_may_be_told_is_named_by_a_release_alone(cast, at, what, typed):
    """Refused beside its field, and what was typed stands there again: it was meant as a release, or is taken out."""
    said = {"client": cast.theo.pk, "what": what, "given": "yes", "way": "paper", "decided_on": "2026-01-05"}
    answer = at("imani").post(f"/clients/{cast.theo.pk}/consents/new/", {**said, **typed})
    assert answer.status_code == 422 and Consent.objects.count() == 0
    [(name, [sentence])] = answer.context["form"].errors.items()
    assert [name] == list(typed) and sentence in words(answer) and typed[name] in words(answer)


def test_who_sees_the_pages(cast, at):
    page = f"/clients/{cast.theo.pk}/consents/"
    for who, status in {"rosa": 200, "amara": 200, "hana": 403, "ben": 403, "dev": 403}.items():
        assert at(who).get(page).status_code == status, who
    assert at("rosa").get(f"{page}new/").status_code == 403
    for id in (cast.omar.pk, uuid4()):
        assert at("imani").get(f"/clients/{id}/consents/").status_code == 404


def test_pages_take_few_statements(cast, at, django_assert_max_num_queries):
    for _ in range(12):
        recorded(cast)
    with django_assert_max_num_queries(22):
        assert at("imani").get(f"/clients/{cast.theo.pk}/consents/").status_code == 200
