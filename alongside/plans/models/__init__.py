"""What is intended: plans in versions, targets that outlive them, phases with dates."""

from alongside.plans.models.lines import CardLine, CrisisStep, Strategy, TargetLine
from alongside.plans.models.plans import Goal, Objective, Plan, PlanVersion
from alongside.plans.models.targets import OtherChange, Phase, Target

__all__ = [
    "CardLine", "CrisisStep", "Goal", "Objective", "OtherChange", "Phase", "Plan", "PlanVersion", "Strategy",
    "Target", "TargetLine",
]  # fmt: skip
