"""Which edition an agency works by: proposed, adopted by another person, or declined; the past keeps its own."""

from datetime import timedelta

import pytest

from alongside.agencies import actions, queries
from alongside.foundation import editions
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Adoption, Entry
from alongside.foundation.moments import today

TODAY = today("America/New_York")
WHY = "Counsel asked us to keep every record for now."
RETENTION = {"kind": "retention", "key": "retention"}


def propose(cast, by=None, **values):
    values = {**RETENTION, "edition": "", "since": TODAY, "reason": WHY, **values}
    return actions.propose_edition(by=by or cast.quinn, on=cast.agency, **values)


def faults(call, *given, **values):
    with pytest.raises(Unacceptable) as no:
        call(*given, **values)
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def used(day=TODAY):
    found = editions.in_use("retention", "retention", day)
    return found.edition if found else ""


def test_it_holds_from_its_day_on_once_somebody_else_adopted_it(cast):
    this = propose(cast, since=TODAY + timedelta(3))
    assert used(TODAY + timedelta(3)) == "1"
    actions.adopt_edition(by=cast.amara, on=this.pk)
    assert (used(), used(TODAY + timedelta(3))) == ("1", "")
    back = propose(cast, edition="1", since=TODAY + timedelta(9))
    actions.adopt_edition(by=cast.ada, on=back.pk)
    assert (used(TODAY + timedelta(8)), used(TODAY + timedelta(9))) == ("", "1")
    assert Entry.objects.filter(verb="agencies.adopt_edition", outcome="done").count() == 2


def test_nobody_adopts_their_own(cast):
    with pytest.raises(Refused) as no:
        actions.adopt_edition(by=cast.quinn, on=propose(cast).pk)
    assert no.value.no.code == "agencies.refusal.own_proposal"


@pytest.mark.parametrize("who", ["rosa", "imani", "dev", "nadia"])
def test_not_everybody(cast, who):
    this = propose(cast)
    with pytest.raises(Refused):
        propose(cast, by=getattr(cast, who))
    with pytest.raises(Refused):
        actions.adopt_edition(by=getattr(cast, who), on=this.pk)
    with pytest.raises(Refused):
        queries.editions(by=getattr(cast, who), on=cast.agency)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"kind": "measures", "key": "measures"}, ("edition", "edition")),
        ({"edition": "0"}, ("edition", "edition")),
        ({"since": TODAY - timedelta(1)}, ("edition_past", "since")),
        ({"reason": "because"}, ("edition_reason", "reason")),
    ],
)
def test_what_cannot_be_proposed(cast, values, fault):
    assert faults(propose, cast, **values) == [fault]


def test_declined_with_a_reason_and_decided_once(cast):
    this = propose(cast)
    assert faults(actions.decline_edition, by=cast.amara, on=this.pk, reason="no") == [("edition_reason", "reason")]
    actions.decline_edition(by=cast.amara, on=this.pk, reason="The board meets first.")
    assert faults(actions.adopt_edition, by=cast.amara, on=this.pk) == [("edition_decided", "")]
    again = faults(actions.decline_edition, by=cast.ada, on=this.pk, reason="The board meets first.")
    assert again == [("edition_decided", "reason")]
    assert not Adoption.objects.exists() and used() == "1"


def test_what_the_page_reads(cast, django_assert_max_num_queries):
    actions.adopt_edition(by=cast.amara, on=propose(cast).pk)
    waits, quinn = propose(cast, edition="1"), cast.quinn
    with django_assert_max_num_queries(7):
        known, proposals = queries.editions(by=quinn, on=cast.agency)
    assert {one.kind: one.used for one in known if one.chosen} == {"retention": ""}
    assert [one.state for one in proposals] == ["waits", "adopted"]
    assert (proposals[0].id, proposals[0].mine, proposals[1].decided_by) == (waits.pk, True, "Amara Nwosu")


def test_the_pages(cast, at):
    quinn, amara = at("quinn"), at("amara")
    page = quinn.get("/settings/editions/").content.decode()
    assert "42 CFR 438.3(u)" in page and "What payers ask of a note" in page
    form = {"edition": "retention/retention/", "since": TODAY.isoformat(), "reason": WHY}
    kept = quinn.post("/settings/editions/new/", {**form, "reason": "<b>no"})
    assert kept.status_code == 422 and "&lt;b&gt;no" in kept.content.decode()
    assert quinn.post("/settings/editions/new/", {**form, "edition": "roles/roles/x"}).status_code == 422
    assert quinn.post("/settings/editions/new/", form)["Location"] == "/settings/editions/"
    this = queries.editions(by=cast.quinn, on=cast.agency)[1][0].id
    assert "You proposed this" in quinn.get("/settings/editions/").content.decode()
    assert quinn.post(f"/settings/editions/{this}/adoption/").status_code == 403
    assert amara.get(f"/settings/editions/{this}/adoption/").status_code == 200
    assert amara.post(f"/settings/editions/{this}/adoption/")["Location"] == "/settings/editions/"
    assert "no record may go" in quinn.get("/settings/retention/").content.decode()
    assert at("rosa").get("/settings/editions/").status_code == 403
    assert "/settings/editions/" in amara.get("/settings/programs/").content.decode()
    assert "/settings/editions/" not in at("rosa").get("/settings/programs/").content.decode()
