"""What is intended: plans in versions, targets that outlive them, phases with dates."""

from alongside.plans.models.interventions import InterventionLine
from alongside.plans.models.lines import CardLine, CrisisStep, Goal, Objective, Part, Strategy, TargetLine
from alongside.plans.models.menu import Preference, Reinforcer
from alongside.plans.models.own_templates import OwnDecision, OwnEdition, OwnTemplate
from alongside.plans.models.plans import Plan, PlanVersion
from alongside.plans.models.restrictions import Approval, Restriction, RestrictionLine, TriedLine
from alongside.plans.models.signing import PlanReview, PlanSignature, ReviewLine
from alongside.plans.models.targets import OtherChange, Phase, Reading, Target
from alongside.plans.models.training import Training

__all__ = [
    "Approval", "CardLine", "CrisisStep", "Goal", "InterventionLine", "Objective", "OtherChange", "OwnDecision",
    "OwnEdition", "OwnTemplate", "Part", "Phase", "Plan", "PlanReview", "PlanSignature", "PlanVersion",
    "Preference", "Reading", "Reinforcer", "Restriction", "RestrictionLine", "ReviewLine", "Strategy", "Target",
    "TargetLine", "Training", "TriedLine",
]  # fmt: skip
