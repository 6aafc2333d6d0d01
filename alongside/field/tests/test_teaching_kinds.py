"""Techniques and probes recorded without signal, and what the pack says of them and of restrictive procedures."""

from datetime import timedelta

import pytest

from alongside.field.packing import queries
from alongside.field.tests.packs import of_kind
from alongside.foundation.tenancy import inside
from alongside.notes import facts
from alongside.plans import actions as plans
from alongside.skills import actions as skills
from alongside.skills.lookups import due_probes, used_in
from alongside.skills.models import Probed, TechniqueUse
from alongside.skills.tests import scenes as teaching
from tests import plans as planned
from tests.field.device import id7, now, outcomes, written

DONE = ("done", "")
BREATHING = "coping/box_breathing"


def of(shift, kind, on, /, **details):
    return shift.device.operation("rosa", kind, on, details)


def packed(cast, kind):
    """The body of a section of Theo's."""
    with inside(cast.agency):
        pack = queries.pack(by=cast.rosa, on=cast.staff["rosa"])
    return of_kind(pack, kind).get(str(cast.theo.pk))


@pytest.fixture
def probe(cast):
    """Theo waves, and it is to be looked at again since three days ago."""
    with inside(cast.agency):
        row = teaching.program(cast, teaching.target(cast, name="Waves"), steps=(), kinds=())
        skills.move(by=cast.imani, on=row.pk, reason="Done.", begins_at=teaching.NOW - timedelta(days=10))
        [found] = due_probes([cast.theo.pk], day=now().date())
    return found


def test_what_was_used_arrives_once_and_stands_in_the_note(shift, cast, at):
    visit = shift.start()
    used = of(
        shift, "skills.use_technique/1", visit["id"], technique=BREATHING, went="helped", felt="better",
        felt_words="like a balloon", words="Twice round.",
    )  # fmt: skip
    several = [visit, used, shift.end(visit)]
    assert outcomes(shift.give(*several)) == outcomes(shift.give(*several)) == [DONE] * 3
    with inside(cast.agency):
        [one] = used_in(visit["id"])
        assert (str(one.id), one.went, one.felt, one.felt_words) == (used["id"], "helped", "better", "like a balloon")
        assert abs(one.at - now()) < timedelta(minutes=5) and TechniqueUse.objects.get().staff_id == cast.staff["rosa"]
        said = [one["text"] for one in facts.body(facts.gathered(visit["id"]))["sentences"]]
    assert any("I used “Breathing around a square”: it helped." in text and "“like a balloon”" in text for text in said)
    assert "Breathing around a square" in at("rosa").get(f"/sessions/{visit['id']}/skills/").content.decode()


@pytest.mark.parametrize(
    ("details", "codes"),
    [
        ({"technique": "coping/none_such", "went": "helped"}, ["unacceptable", "skills.fault.choice"]),
        ({"technique": BREATHING, "went": "wonderful"}, ["unacceptable", "skills.fault.choice"]),
        ({"technique": BREATHING, "went": "helped", "felt": "so so"}, ["unacceptable", "skills.fault.choice"]),
        ({"technique": BREATHING}, ["unreadable"]),
        ({"technique": BREATHING, "went": "helped", "words": 3}, ["unreadable"]),
    ],
)
def test_a_use_that_no_page_offers_is_held_whole(shift, details, codes):
    visit = shift.start()
    answer = shift.give(visit, of(shift, "skills.use_technique/1", visit["id"], **details))
    [_, receipt] = answer.json()["receipts"]
    assert (receipt["outcome"], [one["code"] for one in receipt["reasons"]]) == ("held", codes)
    assert not TechniqueUse.objects.exists()


def test_a_use_after_the_visit_is_held(shift):
    visit = shift.start()
    over = shift.device.operation(
        "rosa", "sessions.end/1", visit["id"], {"ended_at": written(now() - timedelta(minutes=40))}
    )
    used = of(shift, "skills.use_technique/1", visit["id"], technique=BREATHING, went="some")
    assert outcomes(shift.give(visit, over, used))[2] == ("held", "unacceptable")


def test_a_visit_answers_a_probe_once(shift, cast, probe):
    visit = shift.start()
    said = [of(shift, "skills.probe/1", visit["id"], probe=str(probe.id), words="At the gate.") for _ in range(2)]
    assert outcomes(shift.give(visit, *said)) == [DONE] * 3
    with inside(cast.agency):
        one = Probed.objects.get()
        assert (one.probe_id, str(one.session_id), one.words) == (probe.id, visit["id"], "At the gate.")
        assert due_probes([cast.theo.pk], day=now().date()) == ()


def test_a_probe_of_nobody_is_held(shift, probe):
    visit = shift.start()
    answer = shift.give(visit, of(shift, "skills.probe/1", visit["id"], probe=id7()))
    assert outcomes(answer)[1] == ("held", "unacceptable") and not Probed.objects.exists()


def test_the_pack_says_what_may_be_used_and_looked_at(shift, cast, probe):
    with inside(cast.agency):
        skills.choose(by=cast.imani, on=cast.theo.pk, technique=BREATHING, words="Before math")
    [chosen] = packed(cast, "techniques/1")["chosen"]
    assert (chosen["technique"], chosen["words"]) == (BREATHING, "Before math") and len(chosen["steps"]) == 5
    [one] = packed(cast, "skills/1")["probes"]
    assert (one["id"], one["name"], one["kind"]) == (str(probe.id), "Waves", "kept")


def test_what_was_recorded_elsewhere_goes_along_with_a_visit_that_runs(shift, cast, probe):
    visit = shift.start()
    used = of(shift, "skills.use_technique/1", visit["id"], technique=BREATHING, went="some")
    shift.give(visit, used, of(shift, "skills.probe/1", visit["id"], probe=str(probe.id)))
    recorded = packed(cast, "session/1")["recorded"]
    assert [one["kind"] for one in recorded] == ["skills.use_technique/1", "skills.probe/1"]
    assert recorded[0]["details"]["technique"] == BREATHING and recorded[1]["details"]["probe"] == str(probe.id)


@pytest.fixture
def approved(cast):
    """A response cost in the plan in force, which everybody agrees to for a month; its approvals."""
    with inside(cast.agency):
        version = planned.drafted(cast)
        line = planned.restricted(cast.imani, version)
        made = planned.agreed(cast.imani, line, "committee", "consent", until=planned.TODAY + timedelta(days=30))
        plans.publish(by=cast.imani, on=version)
    return made


def test_a_procedure_in_force_comes_with_its_limits(cast, device, approved):
    [one] = packed(cast, "procedures/1")["procedures"]
    assert (one["kind"], one["what"]) == ("response_cost", planned.COST.what)
    assert one["until"] == str(planned.TODAY + timedelta(days=30))
    assert planned.COST.when in [limit["text"] for limit in one["limits"]]


def test_one_that_somebody_took_back_does_not(cast, device, approved):
    with inside(cast.agency):
        plans.withdraw_approval(by=cast.imani, on=approved[1], because="His mother called.")
    assert packed(cast, "procedures/1") is None


def test_one_whose_time_is_over_does_not(cast, device, approved, monkeypatch):
    """As on the day after the last: what the pack is made for is that day."""
    later = planned.TODAY + timedelta(days=31)
    monkeypatch.setattr("alongside.field.packing.caseload.today", lambda zone: later)
    assert packed(cast, "procedures/1") is None


def test_a_draft_is_not_in_force(cast, device):
    with inside(cast.agency):
        planned.restricted(cast.imani, planned.drafted(cast))
    assert packed(cast, "procedures/1") is None
