"""What the floors above learn of plans."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class InForce:
    """A version that is (or was) in force. `by`: name and credential as printed then."""

    version_id: UUID
    plan_id: UUID
    client_id: UUID
    kind: str
    number: int
    summary: str
    by: str
    begins_at: datetime
    ended_at: datetime | None
    review_on: date | None
    taken_from: str


@dataclass(frozen=True)
class TargetFacts:
    """Something measured. `unit` is that of its values; `settings` has the keys of target_settings.toml."""

    id: UUID
    client_id: UUID
    kind: str
    name: str
    screen_name: str
    measure: str
    unit: str
    improvement: str
    settings: Mapping[str, Any]
    pinned: int
    began_at: datetime | None
    ended_at: datetime | None
    definition: str = ""
    examples: str = ""
    non_examples: str = ""
    concerns_school: bool = False

    @property
    def shown(self) -> str:
        """The name for a screen that the client may read."""
        return self.screen_name or self.name


@dataclass(frozen=True)
class PhaseFacts:
    """`ends_at` is when the next phase of the same target begins; empty for the one that lasts."""

    id: UUID
    target_id: UUID
    condition: str
    label: str
    begins_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True)
class ChangeFacts:
    id: UUID
    kind: str
    label: str
    at: datetime


@dataclass(frozen=True)
class StrategyFacts:
    id: UUID
    moment: str
    number: int
    text: str


@dataclass(frozen=True)
class StepFacts:
    id: UUID
    number: int
    text: str
    who: str


@dataclass(frozen=True)
class ObjectiveFacts:
    """A measurable step in force. Met when the value is `comparator` `criterion` (in `unit`) often enough in a row."""

    id: UUID
    version_id: UUID
    goal_id: UUID
    goal: str
    own_words: bool
    text: str
    target_id: UUID | None
    unit: str
    baseline: float | None
    comparator: str
    criterion: float | None
    sessions_in_a_row: int
    due_on: date | None
