"""A restrictive procedure of the demo with what was tried before it, and who agreed to it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from alongside.plans import actions as plans
from alongside.plans.models import PlanVersion, RestrictionLine
from alongside.plans.rules import texts
from alongside.project.demo.cast import House, Told

BESIDE = ("tried", "approval")


def with_approvals(house: House, who: Any, draft: PlanVersion, said: Told, write: Callable[..., None]) -> None:
    """Written into a draft by its author, then agreed to by everybody whom it asks."""
    words = {name: value for name, value in said.items() if name not in BESIDE}
    write(who, draft, texts.Restriction(**words, tried=tuple(_tried(house, row) for row in said["tried"])))
    line = RestrictionLine.objects.filter(version=draft).latest("number")
    for row in said["approval"]:
        decided = house.weeks_ago(row["weeks"])
        plans.note_approval(
            by=who, on=line.pk, gate=row["gate"], agreed_by=row["by"], capacity=row["as"], paper=row["paper"],
            decided_on=decided, expires_on=house.today + timedelta(days=row["days_left"]),
        )  # fmt: skip


def _tried(house: House, row: Told) -> texts.Tried:
    return texts.Tried(row["what"], house.weeks_ago(row["from"]), house.weeks_ago(row["to"]), row["result"])
