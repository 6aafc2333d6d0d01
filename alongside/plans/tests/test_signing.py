"""Signatures and reviews: who has to, what may be said, what stands, what is due, the pages."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, ProgrammingError, connection, transaction

from alongside.foundation import reference
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Letter
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans import letters, queries
from alongside.plans.models import Objective, PlanReview, PlanSignature, PlanVersion, ReviewLine
from alongside.plans.rules import signing
from tests import plans as planned

LAW = {"client_from_age": 14, "caregiver_until_age": 18, "prescriber": True}
KNOWN = {"sign_within_days": 30, "hows": ["device", "paper", "refused", "unavailable"]}
DAY = date(2026, 11, 1)
PDF = b"%PDF-1.7 a scan"


@pytest.mark.parametrize(
    ("age", "decided_for", "found"),
    [
        (9, False, ("caregiver", "clinician", "prescriber")),
        (13, False, ("caregiver", "clinician", "prescriber")),
        (14, False, ("client", "caregiver", "clinician", "prescriber")),
        (17, False, ("client", "caregiver", "clinician", "prescriber")),
        (18, False, ("client", "clinician", "prescriber")),
        (40, True, ("client", "caregiver", "clinician", "prescriber")),
        (None, False, ("client", "clinician", "prescriber")),
    ],
)
def test_who_has_to_sign_by_age(age, decided_for, found):
    assert signing.signers(age=age, decided_for=decided_for, law=LAW) == found


def test_pennsylvania_asks_from_fourteen_and_others_from_eighteen():
    laws = reference.load("treatment")["signing"]
    assert laws["US-PA"]["client_from_age"] == 14 and laws["default"]["client_from_age"] == 18


@pytest.mark.parametrize(
    ("rows", "until"),
    [
        ([], date(2026, 12, 1)),
        ([signing.Signed("client", "device")], None),
        ([signing.Signed("client", "refused")], date(2026, 12, 1)),
        ([signing.Signed("client", "unavailable", date(2026, 11, 9))], date(2026, 11, 9)),
        ([signing.Signed("client", "refused", date(2026, 11, 9)), signing.Signed("client", "paper")], None),
    ],
)
def test_until_when_a_signature_is_due(rows, until):
    assert signing.waits_until(rows, begins_on=DAY, known=KNOWN) == until


@pytest.fixture
def version(cast):
    return planned.published(cast, kind="treatment")


@pytest.fixture
def june(cast):
    return people.connect(by=cast.dev, on=cast.theo.pk, relation="mother", in_law="parent", given="June", family="Bell")


def confirmed(actor):
    return replace(actor, confirmed_at=datetime.now(UTC))


def note(cast, version, *, by=None, **said):
    said = {"capacity": "caregiver", "how": "device", "name": "June Bell", "agreed": True, **said}
    return plans.note_signature(by=by or cast.imani, on=version, base=version.digest, **said)


def codes(no):
    return [fault.code for fault in no.value.faults]


def test_a_signature_stands_on_the_text_that_was_published(cast, version, june):
    row = note(cast, version, name="", contact_id=june.pk)
    assert (row.name, row.relation, row.digest) == ("June Bell", "mother", version.digest)
    [entry] = Entry.objects.filter(verb="plans.note_signature")
    assert (entry.subject_id, entry.client_id) == (row.pk, cast.theo.pk)
    values = {name: getattr(row, name) for name in ("version_id", "client_id", "signed_on", "noted_by_id")}
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanSignature.objects.create(capacity="client", how="device", name="Theo", digest="0" * 64, **values)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"agreed": False}, "plans.fault.agreed"),
        ({"name": ""}, "plans.fault.needed"),
        ({"capacity": "neighbor"}, "plans.fault.choice"),
        ({"how": "own"}, "plans.fault.choice"),
        ({"how": "refused"}, "plans.fault.needed"),
        ({"how": "unavailable"}, "plans.fault.needed"),
        ({"how": "paper", "signed_on": date(2030, 1, 1)}, "plans.fault.later"),
        ({"how": "paper", "signed_on": date(2020, 1, 1)}, "plans.fault.before_version"),
        ({"how": "refused", "reason": "Wants to think.", "try_on": DAY}, "plans.fault.try_past"),
        ({"how": "paper", "scan": ("x.txt", b"only text")}, "plans.fault.scan"),
        ({"name": "a\u202eb"}, "foundation.field.direction"),
    ],
)
def test_what_is_no_signature(cast, version, said, code):
    with pytest.raises(Unacceptable) as no:
        note(cast, version, **said)
    assert code in codes(no)
    assert not PlanSignature.objects.exists()


def test_another_text_a_stranger_and_a_second_time(cast, version):
    with pytest.raises(Unacceptable) as no:
        plans.note_signature(by=cast.imani, on=version, base="0" * 64, capacity="client", how="device", name="Theo")
    assert codes(no) == ["plans.fault.other_text"]
    other = people.connect(by=cast.dev, on=cast.lucia.pk, relation="mother", given="Ana", family="F")
    with pytest.raises(Unacceptable) as no:
        note(cast, version, contact_id=other.pk)
    assert codes(no) == ["plans.fault.choice"]
    note(cast, version)
    with pytest.raises(Unacceptable) as no:
        note(cast, version, name="june bell")
    assert codes(no) == ["plans.fault.signed_twice"]


def test_a_refusal_is_kept_and_asked_again(cast, version):
    row = note(cast, version, how="unavailable", reason="Nobody opened.", agreed=False)
    assert row.try_on == datetime.now(UTC).date() + timedelta(days=7) or row.try_on is not None
    shown = queries.signatures(by=cast.imani, on=version.pk)
    caregiver = next(one for one in shown.signers if one.capacity == "caregiver")
    assert caregiver.due_on == row.try_on and [r.how for r in caregiver.rows] == ["unavailable"]
    note(cast, version)
    assert queries.signatures(by=cast.imani, on=version.pk).waiting == shown.waiting - 1


def test_the_clinician_signs_with_a_license_and_a_fresh_proof(cast, version):
    with pytest.raises(Refused) as no:
        plans.sign(by=cast.imani, on=version, base=version.digest)
    assert no.value.no.code == "plans.no.confirm"
    with pytest.raises(Refused):
        plans.sign(by=confirmed(replace(cast.imani, credential="TSS")), on=version, base=version.digest)
    row = plans.sign(by=confirmed(cast.imani), on=version, base=version.digest)
    assert (row.how, row.name, row.relation) == ("own", "Imani Okafor", "LPC")


@pytest.mark.parametrize("who", ["rosa", "ben", "dev", "hana", "quinn", "nadia", "ada"])
def test_who_may_not_note_a_signature_or_hold_a_review(cast, version, who):
    with pytest.raises(Refused):
        note(cast, version, by=getattr(cast, who))
    with pytest.raises(Refused):
        hold(cast, version, by=getattr(cast, who))


def test_nobody_changes_what_was_signed_or_decided(cast, version):
    note(cast, version)
    hold(cast, version)
    for table in ("plans_plansignature", "plans_planreview", "plans_reviewline"):
        for sql in (f"delete from {table}", f"update {table} set client_id = client_id"):
            with (
                pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic(), connection.cursor() as cursor
            ):  # fmt: skip
                cursor.execute(sql)


def hold(cast, version, *, by=None, verdict="continue", why="", **said):
    ids = Objective.objects.filter(version=version).values_list("pk", flat=True)
    lines = [signing.Line(id, verdict, why) for id in ids]
    said = {"cause": "due", "took_part": "June Bell, Theo", "decision": "continue", **said}
    said.setdefault("next_on", planned.IN_THREE_MONTHS)
    return plans.hold_review(by=by or cast.imani, on=version, **{"lines": lines, **said})


def test_a_review_is_kept_and_moves_the_next_one(cast, version):
    before = queries.reviews(by=cast.imani, on=version.pk).due_on
    later = planned.IN_THREE_MONTHS + timedelta(days=30)
    row = hold(cast, version, verdict="change", why="Too easy.", next_on=later)
    shown = queries.reviews(by=cast.imani, on=version.pk)
    assert (before, shown.due_on) == (planned.IN_THREE_MONTHS, later)
    [review] = shown.reviews
    assert (review.by, review.lines[0][1:]) == ("Imani Okafor, LPC", ("change", "Too easy."))
    assert ReviewLine.objects.filter(review=row).count() == 1


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"lines": []}, "plans.fault.choice"),
        ({"lines": [signing.Line(uuid4(), "continue")]}, "plans.fault.choice"),
        ({"verdict": "stop"}, "plans.fault.verdict_reason"),
        ({"verdict": "well"}, "plans.fault.choice"),
        ({"cause": "mood"}, "plans.fault.choice"),
        ({"decision": "wait"}, "plans.fault.choice"),
        ({"took_part": " "}, "plans.fault.needed"),
        ({"next_on": None}, "plans.missing.review"),
        ({"next_on": date(2031, 1, 1)}, "plans.missing.review_late"),
        ({"reviewed_on": date(2030, 1, 1), "next_on": date(2030, 2, 1)}, "plans.fault.later"),
    ],
)
def test_what_is_no_review(cast, version, said, code):
    with pytest.raises(Unacceptable) as no:
        hold(cast, version, **said)
    assert code in codes(no)
    assert not PlanReview.objects.exists()


def test_a_review_that_ends_needs_no_next_day(cast, version):
    assert hold(cast, version, decision="revise", next_on=None).next_on is None


def test_a_version_that_ended_is_neither_signed_nor_reviewed(cast, version):
    plans.end(by=cast.imani, on=version, because="Moved away.")
    ended = PlanVersion.objects.get(pk=version.pk)
    for act in (note, hold):
        with pytest.raises(Unacceptable) as no:
            act(cast, ended)
        assert codes(no) == ["plans.fault.not_in_force"]


def test_the_pages_take_a_bounded_number_of_statements(cast, version, june, django_assert_max_num_queries):
    for n in range(4):
        note(cast, version, name=f"Person {n}")
        hold(cast, version)
    imani = cast.imani
    with django_assert_max_num_queries(17):
        queries.signatures(by=imani, on=version.pk)
    with django_assert_max_num_queries(20):
        queries.reviews(by=imani, on=version.pk)


def test_supervisors_are_told_of_a_treatment_plan_to_sign(cast, version):
    letters.tell_of_signing(Entry.objects.filter(verb="plans.publish").latest("id"))
    [letter] = Letter.objects.filter(code="plans.letter.sign")
    assert (letter.to_staff_id, letter.path) == (cast.staff["imani"], f"/plans/versions/{version.pk}/signatures/")


def test_signing_on_the_page_with_a_scan_that_is_given_back(cast, at, version, june):
    address = f"/plans/versions/{version.pk}/signatures/"
    page = at("imani").get(address).content.decode()
    assert "signatures are still missing" in page and "June Bell, mother" in page
    scan = SimpleUploadedFile("signed.pdf", PDF, content_type="application/pdf")
    said = {
        "client": cast.theo.pk, "base": version.digest, "capacity": "caregiver", "how": "paper",
        "contact_id": june.pk, "scan": scan,
    }  # fmt: skip
    answer = at("imani").post(address, said)
    assert (answer.status_code, answer["Location"]) == (303, address)
    row = PlanSignature.objects.get()
    page = at("imani").get(address).content.decode()
    assert "Signed on paper" in page and f"/plans/signatures/{row.pk}/paper/" in page
    paper = at("imani").get(f"/plans/signatures/{row.pk}/paper/")
    assert (paper.content, paper["Content-Type"]) == (PDF, "application/pdf")
    assert "attachment" in paper["Content-Disposition"]
    assert at("rosa").get(f"/plans/signatures/{row.pk}/paper/").status_code == 403


def test_a_signature_without_a_scan_has_none_to_give(cast, at, version):
    row = note(cast, version)
    with pytest.raises(NotHere):
        queries.scan(by=cast.imani, on=row.pk)
    assert at("imani").get(f"/plans/signatures/{uuid4()}/paper/").status_code == 404


def test_what_was_typed_stays(cast, at, version):
    said = {"client": cast.theo.pk, "base": version.digest, "capacity": "caregiver", "how": "refused", "name": "Kept"}
    answer = at("imani").post(f"/plans/versions/{version.pk}/signatures/", said)
    assert answer.status_code == 422 and "Kept" in answer.content.decode()


def test_holding_a_review_on_the_page(cast, at, version):
    address = f"/plans/versions/{version.pk}/reviews/"
    [objective] = Objective.objects.filter(version=version)
    page = at("imani").get(address).content.decode()
    assert "Nobody has looked it over yet." in page and "Stays in class" in page
    said = {
        "client": cast.theo.pk, "reviewed_on": datetime.now(UTC).date() - timedelta(days=1), "cause": "due",
        "took_part": "June", "decision": "continue", "next_on": planned.IN_THREE_MONTHS,
        f"verdict-{objective.pk}": "met",
    }  # fmt: skip
    answer = at("imani").post(address, said)
    assert answer.status_code == 422 and "Say why." in answer.content.decode()
    answer = at("imani").post(address, {**said, f"reason-{objective.pk}": "Four weeks in a row."})
    assert answer.status_code == 303
    assert "Four weeks in a row." in at("imani").get(address).content.decode()


def test_others_and_elsewhere(cast, at, version):
    for page in ("signatures", "reviews"):
        assert at("ben").get(f"/plans/versions/{version.pk}/{page}/").status_code == 403
        assert at("imani").get(f"/plans/versions/{uuid4()}/{page}/").status_code == 404
    wrong = {"client": cast.lucia.pk, "base": version.digest}
    assert at("imani").post(f"/plans/versions/{version.pk}/signatures/own/", wrong).status_code in (403, 422)
