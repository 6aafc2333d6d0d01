"""Restrictive procedures: refused by name, gated by all who have to agree, suspended when somebody no longer does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Letter
from alongside.plans import actions as plans
from alongside.plans import expiring, known, lookups, queries, reading
from alongside.plans.models import Approval, PlanVersion, RestrictionLine
from alongside.plans.rules import basis, digest, texts
from alongside.plans.rules.restrictive import Approved, faults_in, gates, is_suspended, named, restrictive_faults
from tests import plans as planned

KNOWN = known.restrictive()
TODAY = planned.TODAY
COST = planned.COST
HOLD = replace(COST, kind="standing_hold", what="Two people hold the arms.", minutes=5, review_days=14)


def codes(faults):
    return [fault.code.removeprefix("plans.") for fault in faults]


def agreed(gate, *, until=TODAY + timedelta(days=200), **rest):
    values = {"id": None, "gate": gate, "by": "A. Reyes", "capacity": "chair", "decided_on": TODAY - timedelta(days=20)}
    return Approved(**values | {"expires_on": until, "wording": digest(COST), **rest})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, []),
        ({"kind": "tickling"}, ["fault.choice"]),
        ({"kind": "seclusion"}, ["fault.prohibited.seclusion"]),
        ({"what": "  "}, ["fault.needed"]),
        ({"what": "He is held Prone until calm."}, ["fault.prohibited.prone"]),
        ({"what": "No lunch until the work is done."}, ["fault.prohibited.basic_needs"]),
        ({"what": "Hold the door  shut and sit on him"}, ["fault.prohibited.seclusion", "fault.prohibited.breathing"]),
        ({"minutes": 3}, ["fault.no_minutes"]),
        ({"kind": "standing_hold", "minutes": 11, "review_days": 30}, ["fault.minutes"]),
        ({"kind": "standing_hold", "minutes": 10, "review_days": 31}, ["fault.review_days"]),
        ({"times_a_day": 0}, ["fault.times_a_day"]),
        ({"why": "x" * 1001}, ["fault.long"]),
        ({"tried": (texts.Tried(""),)}, ["fault.needed"]),
        ({"tried": (texts.Tried("A", date(2026, 2, 2), date(2026, 2, 1)),)}, ["fault.tried_days"]),
        ({"tried": (texts.Tried("A"),) * 7}, ["fault.tried"]),
    ],
)
def test_what_may_be_written(said, expected):
    assert codes(faults_in(replace(COST, **said), known=KNOWN)) == expected


def test_every_prohibited_word_is_refused_by_its_name():
    for key, row in KNOWN["prohibited"].items():
        assert all(key in named(f"Then {word.upper()} a while", known=KNOWN) for word in row["words"]), key
    assert named("Strapping tape is kept by the prongs", known=KNOWN) == ()


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ([], "missing"),
        ([agreed("committee")], "good"),
        ([agreed("committee", until=TODAY)], "soon"),
        ([agreed("committee", until=TODAY + timedelta(days=30))], "soon"),
        ([agreed("committee", until=TODAY + timedelta(days=31))], "good"),
        ([agreed("committee", until=TODAY - timedelta(days=1))], "lapsed"),
        ([agreed("committee", wording="another")], "reworded"),
        ([agreed("committee", withdrawn_on=TODAY)], "withdrawn"),
        ([agreed("committee", withdrawn_on=TODAY), agreed("committee")], "good"),
        ([agreed("committee", until=TODAY - timedelta(days=1)), agreed("committee", until=TODAY)], "soon"),
        ([agreed("consent")], "missing"),
    ],
)
def test_whether_a_gate_is_open(given, state):
    committee, consent = gates(COST, given, known=KNOWN, today=TODAY)
    assert (committee.gate, committee.state, consent.gate) == ("committee", state, "consent")
    assert is_suspended((committee,)) is (state not in ("good", "soon"))


def test_a_hold_asks_a_prescriber_as_well():
    assert [gate.gate for gate in gates(HOLD, (), known=KNOWN, today=TODAY)] == ["committee", "prescriber", "consent"]


@pytest.mark.parametrize("field", ["when", "why", "who", "training", "ends_when", "fading", "review_days", "tried"])
def test_each_thing_that_is_missing_is_named(field):
    empty = {"review_days": None, "tried": (texts.Tried("Praise"),)}.get(field, "")
    found = restrictive_faults([replace(COST, **{field: empty})], {}, known=KNOWN, today=TODAY)
    assert codes(found) == [f"missing.restriction.{field}", "missing.gate.committee", "missing.gate.consent"]


def test_a_hold_without_a_time_limit_is_named():
    found = restrictive_faults([replace(HOLD, minutes=None)], {}, known=KNOWN, today=TODAY)
    assert codes(found)[0] == "missing.restriction.minutes"


def drafted(cast):
    """Theo's complete draft with a response cost; its line."""
    version = planned.drafted(cast)
    return version, planned.restricted(cast.imani, version)


def agree(cast, line, *gates_, until=None):
    return planned.agreed(cast.imani, line, *gates_, until=until)


def test_a_version_is_not_published_while_a_gate_is_shut(cast):
    version, line = drafted(cast)
    agree(cast, line, "committee")
    with pytest.raises(Unacceptable) as no:
        plans.publish(by=cast.imani, on=version)
    assert codes(no.value.faults) == ["missing.gate.consent"]
    agree(cast, line, "consent")
    assert plans.publish(by=cast.imani, on=version).published_at


def test_another_wording_is_asked_anew(cast):
    version, line = drafted(cast)
    agree(cast, line, "committee", "consent")
    this = reading.restrictions(version.pk)[0]
    plans.write(by=cast.imani, on=version, section=replace(this, times_a_day=5), base=basis(this))
    with pytest.raises(Unacceptable) as no:
        plans.publish(by=cast.imani, on=version)
    assert codes(no.value.faults) == ["missing.gate.committee", "missing.gate.consent"]


def test_the_next_version_with_the_same_wording_keeps_its_approvals(cast):
    version, line = drafted(cast)
    agree(cast, line, "committee", "consent")
    plans.publish(by=cast.imani, on=version)
    after = plans.draft(by=cast.imani, on=version.plan_id)
    plans.write(by=cast.imani, on=after, section=texts.About("More.", planned.IN_THREE_MONTHS))
    assert plans.publish(by=cast.imani, on=after).number == 2


def test_the_card_says_suspended_once_an_approval_is_taken_back(cast):
    version, line = drafted(cast)
    consent = agree(cast, line, "committee", "consent")[1]
    plans.publish(by=cast.imani, on=version)
    assert [r.is_suspended for r in queries.card(by=cast.rosa, on=cast.theo).restrictions] == [False]
    plans.withdraw_approval(by=cast.imani, on=consent, because="Her mother called.")
    assert [r.is_suspended for r in queries.card(by=cast.rosa, on=cast.theo).restrictions] == [True]
    with pytest.raises(Unacceptable):
        plans.withdraw_approval(by=cast.imani, on=consent, because="Again.")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"gate": "prescriber"}, "fault.choice"),
        ({"agreed_by": " "}, "fault.needed"),
        ({"capacity": ""}, "fault.needed"),
        ({"decided_on": TODAY + timedelta(days=2)}, "fault.later"),
        ({"expires_on": TODAY - timedelta(days=2)}, "fault.expires_before"),
        ({"expires_on": TODAY + timedelta(days=400)}, "fault.expires_late"),
    ],
)
def test_what_no_approval_is(cast, said, code):
    _, line = drafted(cast)
    values = {"gate": "consent", "agreed_by": "June", "capacity": "mother", "decided_on": TODAY, "expires_on": TODAY}
    with pytest.raises(Unacceptable) as no:
        plans.note_approval(by=cast.imani, on=line, **values | said)
    assert code in codes(no.value.faults) and not Approval.objects.exists()


def test_who_may_note_and_take_back(cast):
    _, line = drafted(cast)
    for who in (cast.rosa, cast.hana, cast.quinn):
        with pytest.raises(Refused):
            planned.agreed(who, line, "consent")
    [made] = agree(cast, line, "consent")
    with pytest.raises(Refused):
        plans.withdraw_approval(by=cast.rosa, on=made, because="No")


def test_the_database_keeps_lines_and_approvals_as_they_were(cast):
    version, line = drafted(cast)
    made = agree(cast, line, "committee", "consent")[0]
    plans.publish(by=cast.imani, on=version)
    for change in (
        lambda: RestrictionLine.objects.filter(pk=line.pk).update(minutes=60),
        lambda: RestrictionLine.objects.filter(pk=line.pk).delete(),
        lambda: Approval.objects.filter(pk=made.pk).update(expires_on=date(2030, 1, 1)),
        lambda: Approval.objects.filter(pk=made.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_the_supervisor_is_told_before_an_approval_ends_and_after(cast):
    version, line = drafted(cast)
    agree(cast, line, "committee", until=TODAY + timedelta(days=20))
    agree(cast, line, "consent", until=TODAY + timedelta(days=200))
    plans.publish(by=cast.imani, on=version)
    assert expiring.tell_of_approvals(TODAY) > 0
    expiring.tell_of_approvals(TODAY)
    [letter] = Letter.objects.filter(to_staff_id=cast.imani.staff_id, code=expiring.LETTERS[0])
    assert letter.path.startswith(f"/clients/{cast.theo.pk}/restrictions/#approval-")
    expiring.tell_of_approvals(TODAY + timedelta(days=21))
    assert Letter.objects.filter(to_staff_id=cast.imani.staff_id, code=expiring.LETTERS[1]).count() == 1
    agree(cast, line, "committee", until=TODAY + timedelta(days=300))
    assert not Letter.objects.filter(code__in=expiring.LETTERS, acknowledged_at=None).exists()
    before = Letter.objects.count()
    expiring.tell_of_approvals(TODAY)
    assert Letter.objects.count() == before


def test_a_published_text_without_procedures_keeps_its_digest(cast):
    version = planned.published(cast)
    whole = reading.whole(PlanVersion.objects.select_related("plan").get(pk=version.pk))
    assert whole.restrictions == () and digest(whole) == version.digest


def test_the_pages_show_gates_and_take_an_approval(cast, at):
    version, line = drafted(cast)
    page = f"/clients/{cast.theo.pk}/restrictions/"
    assert "cannot be published until" in at("imani").get(page).content.decode()
    assert "One token" not in at("rosa").get(page).content.decode()
    said = {"client": cast.theo.pk, "gate": "committee", "agreed_by": "A. Reyes", "capacity": "chair",
            "decided_on": TODAY.isoformat(), "expires_on": (TODAY + timedelta(days=60)).isoformat()}  # fmt: skip
    assert at("imani").post(f"{page}{line.pk}/", said | {"capacity": ""}).status_code == 422
    assert at("imani").post(f"{page}{line.pk}/", said).status_code == 303
    assert at("rosa").post(f"{page}{line.pk}/", said).status_code in (403, 404)
    assert "A. Reyes, chair" in at("imani").get(page).content.decode()
    agree(cast, line, "consent")
    plans.publish(by=cast.imani, on=version)
    assert "One token" in at("rosa").get(page).content.decode()
    assert "One token" in at("rosa").get(f"/clients/{cast.theo.pk}/plan-card/").content.decode()
    [made] = Approval.objects.filter(gate="committee")
    end = f"/clients/{cast.theo.pk}/approvals/{made.pk}/end/"
    assert at("imani").post(end, {"client": cast.theo.pk, "because": ""}).status_code == 422
    assert at("imani").post(end, {"client": cast.theo.pk, "because": "The chair asked."}).status_code == 303
    assert "Suspended" in at("rosa").get(f"/clients/{cast.theo.pk}/plan-card/").content.decode()


def test_a_procedure_is_written_on_a_page(cast, at):
    version = planned.drafted(cast)
    page = f"/plans/versions/{version.pk}/sections/restriction-new/"
    assert at("imani").get(page).status_code == 200
    said = {"client": cast.theo.pk, "base": "", "kind": "response_cost", "what": "Prone hold", "tried-0-result": "None"}
    refused = at("imani").post(page, said)
    assert refused.status_code == 422 and "Prone hold" in refused.content.decode()
    said |= {"what": "One token", "tried-0-what": "Praise", "tried-0-began_on": "2026-01-05", "times_a_day": "2"}
    assert at("imani").post(page, said).status_code == 303
    [this] = reading.restrictions(version.pk)
    assert (this.what, this.times_a_day, this.tried[0].what) == ("One token", 2, "Praise")
    place = f"/plans/versions/{version.pk}/sections/{this.place}/"
    assert "Praise" in at("imani").get(place).content.decode()
    gone = at("imani").post(f"{place}removal/", {"client": cast.theo.pk, "base": basis(this)})
    assert gone.status_code == 303 and not reading.restrictions(version.pk)
    assert lookups.plan_in_force(cast.theo.pk) is None
