"""Small facts about plans for the floors above: what is in force, what is measured, in which phase."""

from alongside.plans.lookups.due import PlanDue, dues_near, reviews_overdue
from alongside.plans.lookups.facts import (
    ChangeFacts,
    InForce,
    ObjectiveFacts,
    PhaseFacts,
    StepFacts,
    StrategyFacts,
    TargetFacts,
)  # fmt: skip
from alongside.plans.lookups.menu import (
    PreferenceFacts,
    ReinforcerFacts,
    menu_of,
    menus_of,
    preferences_of,
    preferences_on,
    preferences_since,
)  # fmt: skip
from alongside.plans.lookups.readiness import (
    ReadyFacts,
    ToRead,
    TrainingFacts,
    Unready,
    readiness,
    to_read,
    unready,
)  # fmt: skip
from alongside.plans.lookups.strands import Strand, strand, strands_named, strands_of
from alongside.plans.lookups.targets import other_changes, phases_of, pinned_targets, target, targets_of, targets_of_all
from alongside.plans.lookups.templates import TemplateFacts, band_of, plan_templates, template_for
from alongside.plans.lookups.versions import (
    card,
    crisis_steps,
    objective,
    objectives_of,
    objectives_of_all,
    parts_of,
    plan_changed_since,
    plan_in_force,
    plans_in_force,
    strategies_of,
    versions_in_time,
)  # fmt: skip
from alongside.plans.rules.templates import AssessmentFacts

__all__ = [
    "AssessmentFacts", "TemplateFacts", "band_of", "plan_templates", "template_for",
    "PlanDue", "Strand", "dues_near", "reviews_overdue", "strand", "strands_named", "strands_of",
    "ChangeFacts", "InForce", "ObjectiveFacts", "PhaseFacts", "PreferenceFacts", "ReadyFacts", "ReinforcerFacts",
    "StepFacts", "StrategyFacts", "TargetFacts", "ToRead", "TrainingFacts", "Unready", "card", "crisis_steps",
    "menu_of", "menus_of", "objective", "objectives_of", "objectives_of_all", "other_changes", "parts_of",
    "phases_of",
    "pinned_targets", "plan_changed_since", "plan_in_force", "plans_in_force", "preferences_of", "preferences_on",
    "preferences_since", "readiness", "strategies_of", "target", "targets_of", "targets_of_all", "to_read", "unready",
    "versions_in_time",
]  # fmt: skip
