"""Disposing of a record: proposed when its time is over, confirmed by another person, or withdrawn."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.people import actions, lookups, queries
from alongside.people.models import Client, Disposal, DisposalDecision

WHY = "The family was told twice and asked for nothing."
LATER = datetime(2045, 1, 9, 15, 0, tzinfo=UTC)


@pytest.fixture
def closed(cast):
    """Ida was discharged in spring; it is 2045 now."""
    actions.discharge(by=cast.amara, on=cast.ida.pk, discharged_on=date(2026, 4, 1))
    with time_machine.travel(LATER):
        yield Client.objects.get(pk=cast.ida.pk)


@pytest.fixture
def proposed(cast, closed):
    return actions.propose_disposal(by=cast.quinn, on=closed.pk, reason=WHY)


def confirmed(actor):
    return replace(actor, confirmed_at=datetime.now(UTC))


def faults(call, **values):
    with pytest.raises(Unacceptable) as no:
        call(**values)
    return [fault.code.rsplit(".")[-1] for fault in no.value.faults]


def test_a_proposal_names_the_record_by_its_number_and_dates(cast, proposed):
    assert (proposed.number, proposed.identifier, proposed.kept_until) == (1, "C-4", date(2036, 4, 1))
    assert proposed.rule.startswith("Medicaid managed care") and proposed.edition == "1"
    entry = Entry.objects.get(verb="people.propose_disposal")
    assert (entry.client_id, entry.subject_id) == (cast.ida.pk, proposed.pk)


def test_two_people_and_then_it_waits_to_be_carried_out(cast, proposed):
    assert lookups.confirmed_disposals() == []
    actions.confirm_disposal(by=confirmed(cast.amara), on=proposed.pk)
    assert lookups.confirmed_disposals() == [(proposed.pk, 1)]
    assert Client.objects.filter(pk=cast.ida.pk).exists()
    again = faults(actions.confirm_disposal, by=confirmed(cast.amara), on=proposed.pk)
    assert again == ["disposal_decided"]


def test_nobody_confirms_their_own_and_only_after_showing_who_they_are(cast, proposed):
    for actor, code in ((confirmed(cast.quinn), "own_disposal"), (cast.amara, "confirm_disposal")):
        with pytest.raises(Refused) as no:
            actions.confirm_disposal(by=actor, on=proposed.pk)
        assert no.value.no.code == f"people.refusal.{code}"
    with pytest.raises(IntegrityError, match="two people|somebody else"), transaction.atomic():
        DisposalDecision.objects.create(disposal=proposed, staff_id=cast.staff["quinn"], confirmed=True)


@pytest.mark.parametrize("who", ["rosa", "imani", "dev", "nadia", "ada"])
def test_not_everybody(cast, closed, who):
    with pytest.raises(Refused):
        actions.propose_disposal(by=getattr(cast, who), on=closed.pk, reason=WHY)
    with pytest.raises(Refused):
        queries.retention(by=getattr(cast, who), on=cast.agency)


def test_not_before_its_time(cast, closed):
    propose = {"by": cast.quinn, "reason": WHY}
    assert faults(actions.propose_disposal, on=cast.theo.pk, **propose) == ["disposal_in_care"]
    with time_machine.travel(datetime(2036, 4, 1, 3, 30, tzinfo=UTC)):  # still 31 March in New York
        assert faults(actions.propose_disposal, on=closed.pk, **propose) == ["disposal_kept"]
    assert faults(actions.propose_disposal, on=closed.pk, by=cast.quinn, reason="old") == ["disposal_reason"]
    actions.propose_disposal(on=closed.pk, **propose)
    assert faults(actions.propose_disposal, on=closed.pk, **propose) == ["disposal_open"]


def test_withdrawn_with_a_reason_and_proposed_again(cast, proposed):
    assert faults(actions.withdraw_disposal, by=cast.amara, on=proposed.pk, reason="no") == ["disposal_reason"]
    actions.withdraw_disposal(by=cast.amara, on=proposed.pk, reason="A court asked for the record.")
    assert lookups.confirmed_disposals() == []
    assert actions.propose_disposal(by=cast.amara, on=cast.ida.pk, reason=WHY).number == 2


def test_a_record_that_was_opened_again_is_kept(cast, proposed):
    actions.readmit(by=cast.amara, on=cast.ida.pk)
    assert faults(actions.confirm_disposal, by=confirmed(cast.amara), on=proposed.pk) == ["disposal_changed"]


def test_after_coming_again_it_is_void_and_can_be_proposed_anew(cast, proposed):
    actions.confirm_disposal(by=confirmed(cast.amara), on=proposed.pk)
    actions.readmit(by=cast.amara, on=cast.ida.pk)
    assert queries.certificate(by=cast.quinn, on=proposed.pk).state == "void" and lookups.confirmed_disposals() == []
    actions.discharge(by=cast.amara, on=cast.ida.pk, discharged_on=date(2026, 5, 1))
    assert actions.propose_disposal(by=cast.quinn, on=cast.ida.pk, reason=WHY).number == 2
    assert [one.state for one in queries.retention(by=cast.quinn, on=cast.agency).certificates] == ["waits", "void"]


def test_the_database_keeps_them(cast, proposed):
    actions.confirm_disposal(by=confirmed(cast.amara), on=proposed.pk)
    for rows in (Disposal.objects.all(), DisposalDecision.objects.all(), Client.objects.all()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            rows.delete()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Disposal.objects.update(reason="Something else entirely")


def test_the_pages(cast, at, closed):
    quinn, amara = at("quinn"), at("amara")
    page = quinn.get("/settings/retention/").content.decode()
    assert "Ida Moss" in page and "55 Pa. Code § 1101.51(e)" in page and "C-2" not in page
    path = f"/settings/retention/{cast.ida.pk}/"
    kept = quinn.post(path, {"client": cast.ida.pk, "reason": "<i>old"})
    assert kept.status_code == 422 and "&lt;i&gt;old" in kept.content.decode()
    assert quinn.post(path, {"client": cast.theo.pk, "reason": WHY}).status_code == 422
    made = quinn.post(path, {"client": cast.ida.pk, "reason": WHY})["Location"]
    assert "You proposed this" in quinn.get(made).content.decode()
    assert amara.get(made).status_code == 200 and WHY in amara.get(made).content.decode()
    assert amara.post(f"{made}confirmation/", {"client": cast.ida.pk}).status_code == 403
    session = amara.session
    session["confirmed_at"] = datetime.now(UTC).timestamp()
    session.save()
    assert amara.post(f"{made}confirmation/", {"client": cast.ida.pk})["Location"] == made
    assert "Confirmed, not carried out yet" in quinn.get(made).content.decode()
    assert quinn.get(path).status_code == 404 and at("rosa").get(made).status_code == 403
    assert quinn.get(f"/disposals/{cast.omar.pk}/").status_code == 404


def test_the_list_takes_a_bounded_number_of_statements(cast, proposed, django_assert_max_num_queries):
    quinn = cast.quinn
    with django_assert_max_num_queries(12):
        queries.retention(by=quinn, on=cast.agency)
