"""What is taught now, and what is to be looked at again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.plans.known import unit_of
from alongside.plans.lookups import TargetFacts
from alongside.skills import telling
from alongside.skills.facts import rule_at
from alongside.skills.models import Decision, Probe, Probed, ProgramVersion, SkillProgram
from alongside.skills.rules import Step
from alongside.skills.rules.texts import Whole
from alongside.skills.standing import whole_of


@dataclass(frozen=True)
class Taught:
    """A program where it stands, for whoever records. `said`: step and criterion in a sentence; `levels`: of help."""

    program_id: UUID
    client_id: UUID
    target_id: UUID
    name: str
    stage: str
    step: int
    steps: int
    step_name: str
    said: str
    hierarchy: str
    seconds: tuple[int, ...]
    levels: tuple[str, ...]
    teaching: tuple[str, ...]
    correction: str
    reinforcement: str


@dataclass(frozen=True)
class DueProbe:
    """Something to look at again, from a day on."""

    id: UUID
    program_id: UUID
    client_id: UUID
    kind: str
    name: str
    due_on: date


def taught_now(client_ids: Iterable[UUID]) -> dict[UUID, tuple[Taught, ...]]:
    """Open programs of each client where they stand. Three statements, however many; what was recorded is not read."""
    found: dict[UUID, list[Taught]] = {id: [] for id in client_ids}
    rows = SkillProgram.objects.filter(client__in=list(found), ended_at=None).select_related("target")
    programs = {row.pk: row for row in rows.order_by("target__pinned", "began_at")}
    if programs:
        versions = ProgramVersion.objects.filter(program__in=programs).order_by("number")
        newest = {row.program_id: row for row in versions}
        decided = Decision.objects.filter(program__in=programs, answer="accepted").order_by("at", "id")
        last = {row.program_id: row for row in decided}
        for id, row in programs.items():
            found[row.client_id].append(_taught(row, whole_of(newest[id]), last.get(id)))
    return {id: tuple(some) for id, some in found.items()}


def _taught(row: SkillProgram, whole: Whole, last: Decision | None) -> Taught:
    target, steps = row.target, whole.steps or (Step(row.target.name),)
    step = min(last.step_after if last else 1, len(steps))
    stage = "kept" if last and last.kind == "mastered" else "teaching"
    rule = rule_at(whole, steps, step)
    facts = TargetFacts(
        id=target.pk, client_id=row.client_id, kind=target.kind, name=target.name, screen_name=target.screen_name,
        measure=target.measure, unit=unit_of(target.measure, target.settings), improvement=target.improvement,
        settings=target.settings, pinned=target.pinned, began_at=target.began_at, ended_at=target.ended_at,
    )  # fmt: skip
    return Taught(
        program_id=row.pk, client_id=row.client_id, target_id=target.pk, name=facts.shown, stage=stage, step=step,
        steps=len(steps), step_name=steps[step - 1].text, hierarchy=whole.hierarchy, seconds=whole.seconds,
        said=telling.standing_said(facts, stage, steps, step, rule),
        levels=tuple(target.settings.get("prompts") or ()), teaching=whole.teaching, correction=whole.correction,
        reinforcement=whole.reinforcement,
    )  # fmt: skip


def due_probes(client_ids: Iterable[UUID], *, day: date) -> tuple[DueProbe, ...]:
    """What is due by a day, of mastery that stands, the oldest first. Three statements at most."""
    rows = Probe.objects.filter(client__in=list(client_ids), due_on__lte=day, program__ended_at=None)
    rows = rows.select_related("program__target").order_by("due_on", "kind", "id")
    found = list(rows)
    if not found:
        return ()
    answered = set(Probed.objects.filter(probe__in=found).values_list("probe", flat=True))
    decided = Decision.objects.filter(program__in={p.program_id for p in found}, answer="accepted").order_by("at", "id")
    stands = dict(decided.values_list("program", "pk"))
    return tuple(
        DueProbe(
            p.pk, p.program_id, p.client_id, p.kind, p.program.target.screen_name or p.program.target.name, p.due_on
        )
        for p in found
        if p.pk not in answered and stands.get(p.program_id) == p.decision_id
    )
