"""What other apps ask of plans, in few statements."""

from datetime import UTC, datetime, timedelta

from alongside.plans import actions as plans
from alongside.plans import lookups
from tests import plans as planned


def test_both_plans_in_force_the_behavior_plan_first(cast, django_assert_num_queries):
    treatment = planned.published(cast, kind="treatment")
    assert lookups.plan_in_force(cast.theo.pk).version_id == treatment.pk
    behaviour = planned.published(cast)
    with django_assert_num_queries(1):
        assert [p.kind for p in lookups.plans_in_force(cast.theo.pk)] == ["behaviour", "treatment"]
    assert lookups.plan_in_force(cast.theo.pk).version_id == behaviour.pk
    assert lookups.plan_in_force(cast.theo.pk, kind="treatment").version_id == treatment.pk
    assert lookups.plan_in_force(cast.lucia.pk) is None


def test_nothing_was_in_force_before_publication(cast):
    version = planned.published(cast)
    assert lookups.plan_in_force(cast.theo.pk, at=version.begins_at - timedelta(seconds=1)) is None


def test_what_changed_since(cast):
    before = datetime.now(UTC)
    version = planned.published(cast)
    assert lookups.plan_changed_since(cast.theo.pk, before).version_id == version.pk
    assert lookups.plan_changed_since(cast.theo.pk, datetime.now(UTC)) is None


def test_targets_come_with_their_definitions(cast, django_assert_num_queries):
    planned.published(cast)
    with django_assert_num_queries(2):
        hands, breaks = lookups.targets_of(cast.theo.pk)
    assert (hands.shown, hands.unit, hands.definition) == ("Hands", "per hour", planned.HANDS.definition)
    assert breaks.shown == "Asks for a break"
    assert lookups.target(hands.id) == hands
    assert lookups.pinned_targets(cast.theo.pk) == (hands, breaks)


def test_pinned_targets_leave_out_the_others(cast):
    target = planned.target(cast, measure="momentary", pinned=0)
    assert target in {t.id for t in lookups.targets_of(cast.theo.pk)}
    assert target not in {t.id for t in lookups.pinned_targets(cast.theo.pk)}


def test_the_lines_of_a_version(cast, django_assert_num_queries):
    version = planned.published(cast)
    with django_assert_num_queries(3):
        strategies = lookups.strategies_of(version.pk)
        steps = lookups.crisis_steps(version.pk)
        card = lookups.card(version.pk)
    assert [(s.moment, s.text) for s in strategies][:2] == [
        ("before", "Show the day in pictures."), ("before", "Offer two choices before each task."),
    ]  # fmt: skip
    assert [(s.number, s.who) for s in steps] == [(1, "Any staff"), (2, "TSS")]
    assert list(card) == planned.card()


def test_objectives_in_force_only(cast, django_assert_num_queries):
    first = planned.published(cast, kind="treatment")
    plans.draft(by=cast.imani, on=first.plan_id)
    with django_assert_num_queries(1):
        [objective] = lookups.objectives_of(cast.theo.pk)
    assert (objective.goal, objective.own_words) == ("I want to stay with my class.", True)
    assert (objective.baseline, objective.comparator, objective.criterion) == (12, ">=", 30)
    assert objective.unit == "minutes"


def test_phases_of_two_targets_do_not_run_into_each_other(cast, django_assert_num_queries):
    planned.published(cast)
    now = datetime.now(UTC)
    for days, target in enumerate(lookups.targets_of(cast.theo.pk), 1):
        plans.begin_phase(
            by=cast.imani, on=target.id, condition="baseline", label="Baseline", begins_at=now - timedelta(days)
        )
    with django_assert_num_queries(1):
        phases = lookups.phases_of(cast.theo.pk)
    assert [p.ends_at for p in phases] == [None, None]
    assert len(lookups.phases_of(cast.theo.pk, phases[0].target_id)) == 1
