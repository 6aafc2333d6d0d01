"""What is in force, and what it says."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from alongside.plans import known, reading
from alongside.plans.lookups.facts import InForce, ObjectiveFacts, StepFacts, StrategyFacts
from alongside.plans.models import CrisisStep, Objective, PlanVersion, Strategy
from alongside.plans.rules import texts


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


def versions_in_time(client_id: UUID, *, kind: str) -> list[tuple[datetime, UUID]]:
    """When each version of a plan came into force, and its id, in order of time. One statement."""
    rows = PlanVersion.objects.filter(client_id=client_id, plan__kind=kind, published_at__isnull=False)
    return list(rows.order_by("begins_at").values_list("begins_at", "pk"))


def plan_changed_since(client_id: UUID, when: datetime) -> InForce | None:
    """The newest version that came into force after `when`, if it still is. One statement."""
    rows = PlanVersion.objects.select_related("plan").filter(
        client_id=client_id, published_at__isnull=False, begins_at__gt=when, ended_at__isnull=True
    )
    return next((_in_force(row) for row in rows.order_by("-begins_at")[:1]), None)


def strategies_of(version_id: UUID) -> tuple[StrategyFacts, ...]:
    """Strategies of a version: before, during, after, in order. One statement."""
    rows = Strategy.objects.filter(version_id=version_id).order_by("number")
    return tuple(StrategyFacts(row.pk, row.moment, row.number, row.text) for row in rows)


def crisis_steps(version_id: UUID) -> tuple[StepFacts, ...]:
    """The crisis part of a version, in order. One statement."""
    rows = CrisisStep.objects.filter(version_id=version_id).order_by("number")
    return tuple(StepFacts(row.pk, row.number, row.text, row.who) for row in rows)


def parts_of(version_id: UUID) -> dict[str, str]:
    """The parts of a version that are told in words, by their key in reference/plans.toml. One statement."""
    return {part.key: part.text for part in reading.parts(version_id)}


def card(version_id: UUID) -> tuple[texts.Stage, ...]:
    """The plan card of a version: stages in order, each with what to look for, do, not do and say. One statement."""
    return reading.card(version_id)


def objectives_of(client_id: UUID) -> tuple[ObjectiveFacts, ...]:
    """Objectives of the plans in force, goal by goal. One statement."""
    return objectives_of_all([client_id]).get(client_id, ())


def objectives_of_all(client_ids: Iterable[UUID]) -> dict[UUID, tuple[ObjectiveFacts, ...]]:
    """Objectives of the plans in force of each of these clients, goal by goal. One statement."""
    rows = Objective.objects.select_related("goal", "target").filter(
        client__in=list(client_ids), version__published_at__isnull=False, version__ended_at__isnull=True
    )
    found: dict[UUID, list[ObjectiveFacts]] = {}
    for row in rows.order_by("goal__number", "number"):
        found.setdefault(row.client_id, []).append(_objective(row))
    return {client: tuple(some) for client, some in found.items()}


def objective(objective_id: UUID) -> ObjectiveFacts | None:
    """One objective of a published version, in force or not. One statement."""
    rows = Objective.objects.select_related("goal", "target").filter(version__published_at__isnull=False)
    return next((_objective(row) for row in rows.filter(pk=objective_id)), None)


def _objective(row: Objective) -> ObjectiveFacts:
    return ObjectiveFacts(
        id=row.pk, version_id=row.version_id, goal_id=row.goal_id, goal=row.goal.words,
        own_words=row.goal.own_words, text=row.text, target_id=row.target_id,
        unit=known.unit_of(row.target.measure, row.target.settings) if row.target else row.unit,
        baseline=row.baseline, comparator=row.comparator, criterion=row.criterion,
        sessions_in_a_row=row.sessions_in_a_row, due_on=row.due_on,
    )  # fmt: skip


def _in_force(row: PlanVersion) -> InForce:
    assert row.begins_at is not None  # the table promises it of a published version
    return InForce(
        version_id=row.pk, plan_id=row.plan_id, client_id=row.client_id, kind=row.plan.kind, number=row.number,
        summary=row.summary, by=row.published_as, begins_at=row.begins_at, ended_at=row.ended_at,
        review_on=row.review_on, taken_from=row.taken_from,
    )  # fmt: skip
