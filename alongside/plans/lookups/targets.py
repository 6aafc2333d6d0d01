"""What is measured, and in which phase."""

from collections.abc import Iterable
from uuid import UUID

from alongside.plans import known
from alongside.plans.lookups.facts import ChangeFacts, PhaseFacts, TargetFacts
from alongside.plans.models import OtherChange, Phase, Target, TargetLine


def targets_of(client_id: UUID, *, also_ended: bool = False) -> tuple[TargetFacts, ...]:
    """What is measured, pinned first, then by name; with the definitions published last. Two statements."""
    rows = Target.objects.filter(client_id=client_id, began_at__isnull=False)
    return _with_definitions(rows if also_ended else rows.filter(ended_at__isnull=True))


def targets_of_all(client_ids: Iterable[UUID]) -> dict[UUID, tuple[TargetFacts, ...]]:
    """What is measured of each of these clients, as `targets_of`. Two statements, however many they are."""
    rows = Target.objects.filter(client__in=list(client_ids), began_at__isnull=False, ended_at__isnull=True)
    found: dict[UUID, list[TargetFacts]] = {}
    for one in _with_definitions(rows):
        found.setdefault(one.client_id, []).append(one)
    return {client: tuple(some) for client, some in found.items()}


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
    nexts = [*found, None][1:]
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


def _with_definitions(rows: Iterable[Target]) -> tuple[TargetFacts, ...]:
    found = sorted(rows, key=lambda row: (row.pinned == 0, row.pinned, row.name.casefold()))
    lines = TargetLine.objects.filter(target__in=found, version__published_at__isnull=False)
    said = {line.target_id: line for line in lines.order_by("version__published_at")}
    return tuple(_facts(row, said.get(row.pk)) for row in found)


def _facts(row: Target, line: TargetLine | None) -> TargetFacts:
    defined = ("definition", "examples", "non_examples")
    return TargetFacts(
        id=row.pk, client_id=row.client_id, kind=row.kind, name=row.name, screen_name=row.screen_name,
        measure=row.measure, unit=known.unit_of(row.measure, row.settings), improvement=row.improvement,
        settings=row.settings,
        pinned=row.pinned, began_at=row.began_at, ended_at=row.ended_at,
        concerns_school=row.concerns_school,
        **({name: getattr(line, name) for name in defined} if line else {}),
    )  # fmt: skip
