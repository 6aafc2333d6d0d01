"""What others learn of skill programs: frozen, complete."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.plans.lookups import TargetFacts
from alongside.skills.rules.mastery import Reading, Rule, Tried
from alongside.skills.rules.moving import Proposal
from alongside.skills.rules.steps import Step
from alongside.skills.rules.texts import Whole


@dataclass(frozen=True)
class VersionFacts:
    """One version of a program. `by`: name and credential as printed then."""

    id: UUID
    number: int
    by: str
    made_at: datetime
    whole: Whole


@dataclass(frozen=True)
class DecisionFacts:
    """A move that somebody decided about. `said`: the sentence that was on the screen."""

    id: UUID
    kind: str
    answer: str
    proposed: bool
    before: int
    after: int
    reason: str
    said: str
    by: str
    at: datetime
    begins_at: datetime
    upto: datetime | None


@dataclass(frozen=True)
class ProbeFacts:
    """Something to look at again. `tried`: what the session that answers it holds; `passed`: None is not known."""

    id: UUID
    program_id: UUID
    kind: str
    week: int
    due_on: date
    session_id: UUID | None = None
    words: str = ""
    tried: Tried | None = None
    passed: bool | None = None

    @property
    def taken(self) -> bool:
        return self.session_id is not None


@dataclass(frozen=True)
class Now:
    """Where a program stands. `stage`: teaching, kept (learned, looked at again) or ended; `since` when."""

    stage: str
    step: int
    since: datetime


@dataclass(frozen=True)
class ProgramFacts:
    """A program as it stands. `steps` holds at least one."""

    id: UUID
    client_id: UUID
    target: TargetFacts
    domain: str
    version: VersionFacts
    steps: tuple[Step, ...]
    now: Now
    reading: Reading
    proposal: Proposal | None
    tries: tuple[Tried, ...]
    decisions: tuple[DecisionFacts, ...]
    probes: tuple[ProbeFacts, ...]
    ended_because: str = ""

    @property
    def step(self) -> Step:
        return self.steps[self.now.step - 1]

    @property
    def rule(self) -> Rule:
        return rule_at(self.version.whole, self.steps, self.now.step)

    @property
    def due(self) -> tuple[ProbeFacts, ...]:
        return tuple(probe for probe in self.probes if not probe.taken)


def rule_at(whole: Whole, steps: tuple[Step, ...], number: int) -> Rule:
    """The rule as it holds in one step: a step may say for itself how much help still counts."""
    values: Mapping[str, Any] = vars(whole.rule)
    return Rule(**{**values, "prompt": steps[number - 1].prompt or whole.rule.prompt})
