"""Every verb on plans: done, refused, unacceptable, written down."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Revision
from alongside.plans import actions as plans
from alongside.plans import lookups, reading
from alongside.plans.models import OtherChange, Phase, PlanVersion, Reading, Target
from alongside.plans.rules import basis
from alongside.plans.rules.texts import About, Goal, Objective, Part, Stage, Strategies, Whole
from tests import plans as planned

AGO = datetime.now(UTC) - timedelta(days=20)


@contextmanager
def unacceptable(*codes):
    with pytest.raises(Unacceptable) as caught:
        yield
    assert {f.code for f in caught.value.faults} == {f"plans.{code}" for code in codes}


def entry(verb):
    return Entry.objects.filter(verb=verb, outcome="done").latest("at")


def test_a_plan_is_begun_once_with_an_empty_draft(cast):
    version = plans.begin(by=cast.imani, on=cast.theo, kind="behaviour")
    assert (version.number, version.published_at, version.client_id) == (1, None, cast.theo.pk)
    assert entry("plans.begin").client_id == cast.theo.pk
    with unacceptable("fault.begun"):
        plans.begin(by=cast.imani, on=cast.theo, kind="behaviour")
    with unacceptable("fault.choice"):
        plans.begin(by=cast.imani, on=cast.theo, kind="diet")


@pytest.mark.parametrize("who", ["rosa", "ben", "hana", "dev", "nadia", "quinn", "amara", "ada"])
def test_who_may_not_begin_a_plan_for_theo(cast, who):
    with pytest.raises(Refused):
        plans.begin(by=getattr(cast, who), on=cast.theo, kind="behaviour")


def test_a_section_is_kept_as_written(cast):
    version = planned.drafted(cast)
    whole = reading.whole(version)
    assert whole.strategies == planned.STRATEGIES
    assert whole.crisis == planned.CRISIS
    assert list(whole.card) == planned.card()
    assert [replace(t, target_id=None) for t in whole.targets] == [planned.HANDS, planned.BREAKS]
    assert entry("plans.write").client_id == cast.theo.pk


def test_nobody_writes_over_what_they_have_not_seen(cast):
    version = planned.drafted(cast)
    seen = basis(planned.STRATEGIES)
    plans.write(by=cast.imani, on=version, section=Strategies(before=("First.",)), base=seen)
    with unacceptable("fault.changed"):
        plans.write(by=cast.imani, on=version, section=Strategies(before=("Second.",)), base=seen)
    assert reading.strategies(version.pk).before == ("First.",)
    with unacceptable("fault.changed"):
        plans.write(by=cast.imani, on=version, section=Part("why", "Never read what was there."))


def test_two_sections_of_one_draft_do_not_disturb_each_other(cast):
    version = planned.drafted(cast)
    calm = reading.whole(version).stage("calm")
    plans.write(by=cast.imani, on=version, section=Part("why", "New."), base=basis(reading.whole(version).part("why")))
    plans.write(by=cast.imani, on=version, section=Stage("calm", do=("Wait",)), base=basis(calm))
    assert reading.whole(version).stage("calm") == Stage("calm", do=("Wait",))


def test_an_earlier_text_of_a_draft_stays_in_its_revision(cast):
    version = planned.drafted(cast)
    before = reading.whole(version).part("why")
    plans.write(by=cast.imani, on=version, section=Part("why", "Another reason."), base=basis(before))
    assert Revision.objects.filter(subject="plans.Part", before__text=before.text).count() == 1


def test_an_unsound_section_is_not_kept(cast):
    version = plans.begin(by=cast.imani, on=cast.theo, kind="behaviour")
    with unacceptable("fault.card.do"):
        plans.write(by=cast.imani, on=version, section=Stage("calm", do=("x",) * 5))
    with unacceptable("fault.no_such_part"):
        plans.write(by=cast.imani, on=version, section=Part("strengths", "Of the other plan."))
    assert reading.whole(version) == Whole("behaviour")


def test_an_objective_measures_a_target_of_the_same_client(cast):
    hands, _ = lookups.targets_of(planned.published(cast).client_id)
    theirs = plans.begin(by=cast.imani, on=cast.lucia, kind="treatment")
    goal = Goal("g", objectives=(Objective("o", target_id=hands.id),))
    with unacceptable("fault.choice"):
        plans.write(by=cast.imani, on=theirs, section=goal)
    ours = plans.begin(by=cast.imani, on=cast.theo, kind="treatment")
    assert plans.write(by=cast.imani, on=ours, section=goal).objectives[0].target_id == hands.id


def test_a_target_of_another_client_or_plan_is_not_here(cast):
    version = planned.published(cast)
    line = reading.targets(version.pk)[0]
    for theirs in (
        plans.begin(by=cast.imani, on=cast.lucia, kind="behaviour"),
        plans.begin(by=cast.imani, on=cast.theo, kind="treatment"),
    ):
        with pytest.raises(NotHere):
            plans.write(by=cast.imani, on=theirs, section=line)


def test_a_goal_and_a_target_are_removed_from_a_draft(cast):
    version = plans.begin(by=cast.imani, on=cast.theo, kind="treatment")
    skill = plans.write(by=cast.imani, on=version, section=replace(planned.BREAKS, kind="skill"))
    goal = Goal("g", objectives=(Objective("o", target_id=skill.target_id),))
    goal = plans.write(by=cast.imani, on=version, section=goal)
    with unacceptable("fault.measured"):
        plans.remove(by=cast.imani, on=version, place=skill.place, base=basis(skill))
    with unacceptable("fault.changed"):
        plans.remove(by=cast.imani, on=version, place=goal.place, base="0" * 16)
    plans.remove(by=cast.imani, on=version, place=goal.place, base=basis(goal))
    plans.remove(by=cast.imani, on=version, place=skill.place, base=basis(skill))
    assert reading.whole(version) == Whole("treatment")
    with pytest.raises(NotHere):
        plans.remove(by=cast.imani, on=version, place="goal-new", base="")


def test_a_plan_that_lacks_something_is_not_published(cast):
    version = plans.begin(by=cast.imani, on=cast.theo, kind="treatment")
    with pytest.raises(Unacceptable) as caught:
        plans.publish(by=cast.imani, on=version)
    assert all(f.place for f in caught.value.faults) and len(caught.value.faults) > 5
    assert lookups.plan_in_force(cast.theo.pk) is None


def test_publication_prints_who_was_responsible_and_begins_the_targets(cast):
    draft = planned.drafted(cast)
    assert lookups.targets_of(cast.theo.pk) == ()
    version = plans.publish(by=cast.imani, on=draft, base=basis(reading.whole(draft)))
    assert version.published_as == "Imani Okafor, LPC"
    assert [t.shown for t in lookups.targets_of(cast.theo.pk)] == ["Hands", "Asks for a break"]
    assert entry("plans.publish").client_id == cast.theo.pk


def test_only_what_was_on_the_screen_is_published(cast):
    draft = planned.drafted(cast)
    seen = basis(reading.whole(draft))
    plans.write(by=cast.imani, on=draft, section=Strategies(("Other.",)), base=basis(planned.STRATEGIES))
    with unacceptable("fault.changed"):
        plans.publish(by=cast.imani, on=draft, base=seen)


def test_a_version_in_force_ends_the_one_before_in_the_same_moment(cast):
    first = planned.published(cast)
    second = plans.draft(by=cast.imani, on=first.plan_id)
    plans.write(by=cast.imani, on=second, section=About("Quieter corner.", planned.IN_THREE_MONTHS))
    second = plans.publish(by=cast.imani, on=second)
    first.refresh_from_db()
    assert first.ended_at == second.begins_at == second.published_at
    assert lookups.plan_in_force(cast.theo.pk).version_id == second.pk
    assert lookups.plan_in_force(cast.theo.pk, at=first.begins_at).version_id == first.pk


def test_a_draft_says_what_the_version_in_force_says_but_what_is_new(cast):
    first = planned.published(cast)
    draft = plans.draft(by=cast.imani, on=first.plan_id)
    assert reading.whole(draft) == replace(reading.whole(first), about=About())
    with unacceptable("fault.drafted"):
        plans.draft(by=cast.imani, on=first.plan_id)


def test_a_draft_changes_nothing_that_is_recorded_until_it_is_published(cast):
    first = planned.published(cast)
    draft = plans.draft(by=cast.imani, on=first.plan_id)
    hands, breaks = reading.targets(draft.pk)
    renamed = plans.write(by=cast.imani, on=draft, section=replace(hands, screen_name="Safe hands"), base=basis(hands))
    plans.remove(by=cast.imani, on=draft, place=breaks.place, base=basis(breaks))
    plans.write(by=cast.imani, on=draft, section=replace(planned.BREAKS, name="Uses words"))
    assert [t.shown for t in lookups.targets_of(cast.theo.pk)] == ["Hands", "Asks for a break"]
    plans.write(by=cast.imani, on=draft, section=About("Words.", planned.IN_THREE_MONTHS))
    draft = plans.publish(by=cast.imani, on=draft)
    assert [t.shown for t in lookups.targets_of(cast.theo.pk)] == ["Safe hands", "Uses words"]
    gone = lookups.target(breaks.target_id)
    assert gone.ended_at == draft.begins_at
    assert renamed.target_id == hands.target_id


def test_a_target_that_has_begun_is_measured_as_before(cast):
    first = planned.published(cast)
    draft = plans.draft(by=cast.imani, on=first.plan_id)
    hands = reading.targets(draft.pk)[0]
    with unacceptable("fault.measure_fixed"):
        plans.write(by=cast.imani, on=draft, section=replace(hands, measure="count"), base=basis(hands))


def test_a_published_version_is_not_written_in(cast):
    version = planned.published(cast)
    with unacceptable("fault.published"):
        plans.write(by=cast.imani, on=version, section=Strategies(), base=basis(planned.STRATEGIES))
    with unacceptable("fault.published"):
        plans.remove(by=cast.imani, on=version, place="goal-new", base="")
    with unacceptable("fault.published"):
        plans.publish(by=cast.imani, on=version)


@pytest.mark.parametrize("who", ["hana", "rosa", "dev", "quinn"])
def test_nobody_else_publishes(cast, who):
    draft = planned.drafted(cast)
    with pytest.raises(Refused):
        plans.publish(by=replace(getattr(cast, who), credential="LCSW"), on=draft)


def test_who_has_no_license_does_not_publish(cast):
    draft = planned.drafted(cast)
    with pytest.raises(Refused) as refused:
        plans.publish(by=replace(cast.imani, credential="MA"), on=draft)
    assert refused.value.no.code == "plans.no.license"
    assert plans.publish(by=replace(cast.imani, credential="MA, BCBA"), on=draft).published_as.endswith("MA, BCBA")


def test_a_form_of_another_clients_page_writes_nothing(cast):
    draft = planned.drafted(cast)
    with pytest.raises(Unacceptable, match="other_client"):
        plans.publish(by=cast.imani, on=draft, opened_for=cast.lucia.pk)


def test_a_plan_ends_with_a_reason_and_its_targets_with_it(cast):
    version = planned.published(cast)
    with unacceptable("fault.needed"):
        plans.end(by=cast.imani, on=version, because=" ")
    plans.end(by=cast.imani, on=version, because="Goals are met.")
    assert lookups.plan_in_force(cast.theo.pk) is None
    assert lookups.targets_of(cast.theo.pk) == ()
    with unacceptable("fault.not_in_force"):
        plans.end(by=cast.imani, on=version, because="Again.")
    again = plans.draft(by=cast.imani, on=version.plan_id)
    plans.write(by=cast.imani, on=again, section=About("Back.", planned.IN_THREE_MONTHS))
    plans.publish(by=cast.imani, on=again)
    assert len(lookups.targets_of(cast.theo.pk)) == 2


def test_a_plan_kept_elsewhere_is_taken_over_as_it_was(cast):
    hands = replace(planned.HANDS, definition="", function="", baseline=None)
    whole = Whole("behaviour", About("As in the article."), targets=(hands,))
    version = plans.take_over(by=cast.ada, on=cast.theo, whole=whole, source="An article", begins_at=AGO)
    assert (version.begins_at, version.taken_from) == (AGO, "An article")
    assert lookups.plan_in_force(cast.theo.pk, at=AGO).summary == "As in the article."
    assert lookups.targets_of(cast.theo.pk)[0].began_at == AGO
    with unacceptable("fault.begun"):
        plans.take_over(by=cast.ada, on=cast.theo, whole=whole, source="Twice", begins_at=AGO)
    with pytest.raises(Refused):
        plans.take_over(by=cast.rosa, on=cast.lucia, whole=whole, source="x", begins_at=AGO)
    with unacceptable("fault.later"):
        later = datetime.now(UTC) + timedelta(days=1)
        plans.take_over(by=cast.ada, on=cast.lucia, whole=whole, source="x", begins_at=later)


def begun(cast, label="Baseline", condition="baseline", begins_at=AGO):
    target = lookups.targets_of(cast.theo.pk)[0]
    return plans.begin_phase(by=cast.imani, on=target.id, condition=condition, label=label, begins_at=begins_at)


def test_phases_follow_each_other(cast):
    planned.published(cast)
    begun(cast)
    begun(cast, "Break card", "intervention", AGO + timedelta(days=9))
    first, second = lookups.phases_of(cast.theo.pk)
    assert (first.label, first.ends_at, second.label, second.ends_at) == (
        "Baseline", second.begins_at, "Break card", None,
    )  # fmt: skip
    assert entry("plans.begin_phase").client_id == cast.theo.pk
    with unacceptable("fault.phase_twice"):
        begun(cast, "Other", "intervention")
    with pytest.raises(Refused):
        plans.begin_phase(by=cast.rosa, on=first.target_id, condition="baseline", label="x", begins_at=AGO)


def test_a_phase_is_corrected_and_withdrawn_with_a_reason(cast):
    planned.published(cast)
    phase = begun(cast)
    as_it_is = {"condition": "baseline", "label": "Baseline at school", "begins_at": AGO}
    with unacceptable("fault.needed"):
        plans.correct_phase(by=cast.imani, on=phase, reason="", **as_it_is)
    plans.correct_phase(by=cast.imani, on=phase, reason="It was at school.", **as_it_is)
    assert Revision.objects.get(subject="plans.Phase").reason == "It was at school."
    plans.withdraw_phase(by=cast.imani, on=phase, reason="Wrong child.")
    assert lookups.phases_of(cast.theo.pk) == ()
    assert Phase.objects.get().withdrawn_at
    with unacceptable("fault.withdrawn"):
        plans.withdraw_phase(by=cast.imani, on=phase, reason="Again.")
    begun(cast)


def test_another_change_is_noted_and_withdrawn(cast):
    change = plans.note_change(by=cast.rosa, on=cast.theo, kind="medication", label="Sertraline 25 mg", at=AGO)
    assert [c.label for c in lookups.other_changes(cast.theo.pk)] == ["Sertraline 25 mg"]
    with unacceptable("fault.choice", "fault.needed", "fault.later"):
        later = datetime.now(UTC) + timedelta(days=1)
        plans.note_change(by=cast.rosa, on=cast.theo, kind="mood", label=" ", at=later)
    with pytest.raises(Refused):
        plans.withdraw_change(by=cast.rosa, on=change, reason="Mistake.")
    plans.withdraw_change(by=cast.imani, on=change, reason="Mistake.")
    assert lookups.other_changes(cast.theo.pk) == ()
    assert OtherChange.objects.count() == 1


def test_a_version_is_read_once_by_each(cast):
    version = planned.published(cast)
    plans.acknowledge(by=cast.rosa, on=version)
    plans.acknowledge(by=cast.rosa, on=version)
    assert Reading.objects.filter(version=version).count() == 1
    draft = plans.draft(by=cast.imani, on=version.plan_id)
    with unacceptable("fault.not_in_force"):
        plans.acknowledge(by=cast.rosa, on=draft)
    with pytest.raises(Refused):
        plans.acknowledge(by=cast.ben, on=version)


def test_every_verb_is_not_here_for_another_agency(cast):
    for on in (cast.omar.pk, "nonsense", None):
        with pytest.raises(NotHere):
            plans.begin(by=cast.imani, on=on, kind="behaviour")
    assert PlanVersion.objects.count() == Target.objects.count() == 0
