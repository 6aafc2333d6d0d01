"""Small facts about plans for the floors above: what is in force, what is measured, in which phase."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.plans import known, reading
from alongside.plans.models import CrisisStep, Objective, OtherChange, Phase, PlanVersion, Strategy, Target, TargetLine
from alongside.plans.rules import texts


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


def plan_in_force(client_id: UUID, at: datetime | None = None, kind: str = "") -> InForce | None:
    """The version in force now, or at a moment: the behavior plan, or the treatment plan where there is no other.

    `kind` ("behaviour" or "treatment") asks for that plan alone. One statement.
    """
    return next(iter(plans_in_force(client_id, at=at, kind=kind)), None)


def plans_in_force(client_id: UUID, at: datetime | None = None, kind: str = "") -> tuple[InForce, ...]:
    """Both plans in force, the behavior plan first. One statement."""
    rows = PlanVersion.objects.select_related("plan").filter(client_id=client_id, published_at__isnull=False)
    if at is None:
        rows = rows.filter(ended_at__isnull=True)
    else:
        rows = rows.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), begins_at__lte=at)
    if kind:
        rows = rows.filter(plan__kind=kind)
    return tuple(_in_force(row) for row in rows.order_by("plan__kind"))


def plan_changed_since(client_id: UUID, when: datetime) -> InForce | None:
    """The newest version that came into force after `when`, if it still is. One statement."""
    rows = PlanVersion.objects.select_related("plan").filter(
        client_id=client_id, published_at__gt=when, ended_at__isnull=True
    )
    return next((_in_force(row) for row in rows.order_by("-published_at")[:1]), None)


def targets_of(client_id: UUID, *, also_ended: bool = False) -> tuple[TargetFacts, ...]:
    """What is measured, pinned first, then by name; with the definitions published last. Two statements."""
    rows = Target.objects.filter(client_id=client_id, began_at__isnull=False)
    return _with_definitions(rows if also_ended else rows.filter(ended_at__isnull=True))


def pinned_targets(client_id: UUID) -> tuple[TargetFacts, ...]:
    """Those on the recording page, in their order. Two statements."""
    rows = Target.objects.filter(client_id=client_id, began_at__isnull=False, ended_at__isnull=True, pinned__gt=0)
    return _with_definitions(rows)


def target(target_id: UUID) -> TargetFacts | None:
    """One target, ended or not; None while only a draft names it. Two statements."""
    return next(iter(_with_definitions(Target.objects.filter(pk=target_id, began_at__isnull=False))), None)


def phases_of(client_id: UUID, target_id: UUID | None = None) -> tuple[PhaseFacts, ...]:
    """Phases in time, target by target. One statement."""
    rows = Phase.objects.filter(client_id=client_id, withdrawn_at__isnull=True)
    if target_id:
        rows = rows.filter(target_id=target_id)
    found = list(rows.order_by("target_id", "begins_at"))
    nexts = [*found[1:], None]
    return tuple(
        PhaseFacts(
            row.pk, row.target_id, row.condition, row.label, row.begins_at,
            after.begins_at if after and after.target_id == row.target_id else None,
        )
        for row, after in zip(found, nexts, strict=True)
    )  # fmt: skip


def other_changes(client_id: UUID) -> tuple[ChangeFacts, ...]:
    """Medication, moves, school breaks and the like, in time. One statement."""
    rows = OtherChange.objects.filter(client_id=client_id, withdrawn_at__isnull=True).order_by("at")
    return tuple(ChangeFacts(row.pk, row.kind, row.label, row.at) for row in rows)


def strategies_of(version_id: UUID) -> tuple[StrategyFacts, ...]:
    """Strategies of a version: before, during, after, in order. One statement."""
    rows = Strategy.objects.filter(version_id=version_id).order_by("number")
    return tuple(StrategyFacts(row.pk, row.moment, row.number, row.text) for row in rows)


def crisis_steps(version_id: UUID) -> tuple[StepFacts, ...]:
    """The crisis part of a version, in order. One statement."""
    rows = CrisisStep.objects.filter(version_id=version_id).order_by("number")
    return tuple(StepFacts(row.pk, row.number, row.text, row.who) for row in rows)


def card(version_id: UUID) -> tuple[texts.Stage, ...]:
    """The plan card of a version: stages in order, each with what to look for, do, not do and say. One statement."""
    return reading.card(version_id)


def objectives_of(client_id: UUID) -> tuple[ObjectiveFacts, ...]:
    """Objectives of the plans in force, goal by goal. One statement."""
    rows = Objective.objects.select_related("goal", "target").filter(
        client_id=client_id, version__published_at__isnull=False, version__ended_at__isnull=True
    )
    return tuple(
        ObjectiveFacts(
            id=row.pk, version_id=row.version_id, goal_id=row.goal_id, goal=row.goal.words,
            own_words=row.goal.own_words, text=row.text, target_id=row.target_id,
            unit=known.unit(row.target.measure) if row.target else row.unit, baseline=row.baseline,
            comparator=row.comparator, criterion=row.criterion, sessions_in_a_row=row.sessions_in_a_row,
            due_on=row.due_on,
        )
        for row in rows.order_by("goal__number", "number")
    )  # fmt: skip


def _in_force(row: PlanVersion) -> InForce:
    assert row.begins_at is not None  # the table promises it of a published version
    return InForce(
        version_id=row.pk, plan_id=row.plan_id, client_id=row.client_id, kind=row.plan.kind, number=row.number,
        summary=row.summary, by=row.published_as, begins_at=row.begins_at, ended_at=row.ended_at,
        review_on=row.review_on, taken_from=row.taken_from,
    )  # fmt: skip


def _with_definitions(rows: Iterable[Target]) -> tuple[TargetFacts, ...]:
    found = sorted(rows, key=lambda row: (row.pinned == 0, row.pinned, row.name.casefold()))
    lines = TargetLine.objects.filter(target__in=found, version__published_at__isnull=False)
    said = {line.target_id: line for line in lines.order_by("version__published_at")}
    return tuple(_facts(row, said.get(row.pk)) for row in found)


def _facts(row: Target, line: TargetLine | None) -> TargetFacts:
    defined = ("definition", "examples", "non_examples")
    return TargetFacts(
        id=row.pk, client_id=row.client_id, kind=row.kind, name=row.name, screen_name=row.screen_name,
        measure=row.measure, unit=known.unit(row.measure), improvement=row.improvement, settings=row.settings,
        pinned=row.pinned, began_at=row.began_at, ended_at=row.ended_at,
        **({name: getattr(line, name) for name in defined} if line else {}),
    )  # fmt: skip
