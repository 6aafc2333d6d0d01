"""Plans to look over and to sign: what is due, who is told before and after, what is withdrawn, the pages."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest

from alongside.foundation.errors import Refused
from alongside.foundation.models import Entry, Letter
from alongside.foundation.moments import today
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans import dues, letters, lookups, queries, reviewing
from alongside.plans.models import Objective, PlanVersion
from alongside.plans.rules import signing
from alongside.plans.rules.texts import About
from tests import plans as planned

SOON, LATE = reviewing.REVIEWS
DUE = planned.IN_THREE_MONTHS
BEFORE, AFTER = DUE - timedelta(days=10), DUE + timedelta(days=1)


@pytest.fixture
def version(cast):
    return planned.published(cast, kind="treatment")


def test_when_a_version_is_looked_over():
    day, soon = date(2026, 11, 22), date(2026, 12, 6)
    said = [
        (date(2026, 11, 21), "", "overdue"), (day, "", "soon"), (soon, "continue", "soon"), (None, "", ""),
        (date(2026, 12, 7), "", ""), (date(2026, 11, 1), "continue", "overdue"),
        (date(2027, 1, 1), "revise", "decided"),
    ]  # fmt: skip
    for due_on, decision, state in said:
        assert signing.review_state(due_on, decision, day=day, soon=soon) == state


def waiting(code):
    return Letter.objects.filter(code=code, acknowledged_at=None)


def hold(cast, version, **said):
    lines = [
        signing.Line(id, "continue") for id in Objective.objects.filter(version=version).values_list("pk", flat=True)
    ]
    said = {"cause": "due", "took_part": "June", "decision": "continue", "next_on": DUE + timedelta(days=60), **said}
    plans.hold_review(by=cast.imani, on=version, lines=lines, **said)
    letters.no_more_reviewing(Entry.objects.filter(verb="plans.hold_review").latest("id"))


def test_who_answers_is_told_before_and_after_and_no_more_once_it_was_held(cast, version):
    assert reviewing.tell_of_reviews(DUE - timedelta(days=30)) == 0
    assert reviewing.tell_of_reviews(BEFORE) == reviewing.tell_of_reviews(BEFORE) == 1
    [letter] = waiting(SOON)
    assert (letter.to_staff_id, letter.path) == (cast.staff["imani"], f"/plans/versions/{version.pk}/reviews/")
    reviewing.tell_of_reviews(AFTER)
    assert (waiting(SOON).count(), waiting(LATE).count()) == (0, 1)
    hold(cast, version)
    assert not waiting(LATE).exists() and reviewing.tell_of_reviews(AFTER) == 0


def test_what_was_decided_stands_until_it_is_done_and_is_nobodys_letter(cast, version):
    hold(cast, version, decision="revise", next_on=None)
    assert reviewing.tell_of_reviews(AFTER) == 0
    [row] = queries.due(by=cast.imani, on=cast.imani.staff_id).rows
    assert (row.review, row.kind, row.line.given) == ("decided", "treatment", "Theodore")


def test_a_new_version_withdraws_the_letters_of_the_one_before(cast, version):
    letters.tell_of_signing(Entry.objects.filter(verb="plans.publish").latest("id"))
    reviewing.tell_of_reviews(BEFORE)
    draft = plans.draft(by=cast.imani, on=version.plan_id)
    plans.write(by=cast.imani, on=draft, section=About("Shorter lessons.", DUE + timedelta(days=30)))
    plans.publish(by=cast.imani, on=draft)
    entry = Entry.objects.filter(verb="plans.publish").latest("id")
    letters.no_more_of_plan(entry)
    letters.tell_of_signing(entry)
    assert [letter.path for letter in Letter.objects.filter(acknowledged_at=None)] == [letters.signing_path(draft.pk)]


def test_the_letter_to_sign_is_withdrawn_when_everybody_has_signed(cast, version):
    letters.tell_of_signing(Entry.objects.filter(verb="plans.publish").latest("id"))
    shown = queries.signatures(by=cast.imani, on=version.pk)
    capacities = [signer.capacity for signer in shown.signers]
    assert capacities == ["caregiver", "clinician", "prescriber"]
    for capacity in capacities:
        assert waiting(letters.SIGN).count() == 1
        sign(cast, version, capacity)
        letters.no_more_signing(Entry.objects.filter(client_id=cast.theo.pk).latest("id"))
    assert not waiting(letters.SIGN).exists()
    assert not [row for row in lookups.dues_near(cast.imani, today(cast.imani.zone)) if row.unsigned]


def sign(cast, version, capacity):
    by = replace(cast.imani, confirmed_at=datetime.now(UTC))
    if capacity == "clinician":
        return plans.sign(by=by, on=version, base=version.digest)
    return plans.note_signature(
        by=by, on=version, base=version.digest, capacity=capacity, how="device", name=f"The {capacity}", agreed=True
    )  # fmt: skip


@pytest.mark.parametrize("consents", [True, False])
def test_the_page_of_signatures_and_the_list_ask_the_same_people(cast, consents):
    """An adult for whom a guardian decides, unless a court took that right."""
    contact = people.connect(by=cast.dev, on=cast.ida.pk, relation="niece", in_law="guardian", given="Mae", family="M")
    decide = people.grant_right if consents else people.deny_right
    decide(by=cast.hana, on=contact, right="consent", order="CP-51-2026", began_on=date(2026, 1, 5))
    version = planned.published(cast, client=cast.ida, kind="treatment", by=cast.hana)
    [row] = [row for row in lookups.dues_near(cast.hana, today(cast.hana.zone)) if row.version_id == version.pk]
    shown = queries.signatures(by=cast.hana, on=version.pk)
    assert row.unsigned == tuple(signer.capacity for signer in shown.signers)
    assert ("caregiver" in row.unsigned) is consents
    assert row.sign_by == min(signer.due_on for signer in shown.signers)


def late(monkeypatch):
    """As if it were after the day of the review."""
    monkeypatch.setattr(import_module("alongside.plans.queries.due"), "today", lambda zone: AFTER)
    monkeypatch.setattr(import_module("alongside.desk.today.queries"), "today_in", lambda zone: AFTER)


def test_the_page_and_today(cast, at, version, monkeypatch):
    planned.published(cast, client=cast.ida, by=cast.hana)
    late(monkeypatch)
    page = at("imani").get("/plans/due/").content.decode()
    assert "Should have been looked over" in page and f"/plans/versions/{version.pk}/reviews/" in page
    assert "Signatures are missing" in page and "Ida" not in page
    assert "Look over the treatment plan for Theodore" in at("imani").get("/").content.decode()
    for who in ("quinn", "amara"):
        page = at(who).get("/plans/due/").content.decode()
        assert "Theodore" in page and "Ida" in page
        assert "2 plans should have been looked over" in at(who).get("/").content.decode()
    assert at("rosa").get("/plans/due/").status_code == 403
    assert "Plans that are due" not in at("rosa").get("/").content.decode()
    with pytest.raises(Refused):
        queries.due(by=cast.imani, on=cast.staff["hana"])


def test_nothing_due_says_so(cast, at):
    assert "No plan is due" in at("imani").get("/plans/due/").content.decode()


def test_a_client_who_left_is_asked_nothing(cast, version):
    assert dues.reviews_overdue(AFTER) == 1
    people.discharge(by=cast.amara, on=cast.theo, discharged_on=date(2026, 10, 1), reason="Moved away.")
    assert dues.reviews_overdue(AFTER) == 0 and reviewing.tell_of_reviews(AFTER) == 0


def test_the_list_is_read_in_five_statements(cast, version, django_assert_max_num_queries):
    planned.published(cast, client=cast.lucia, kind="treatment")
    imani = cast.imani
    with django_assert_max_num_queries(6):
        assert len(lookups.dues_near(imani, today(imani.zone))) == 2
    assert PlanVersion.objects.count() == 2
