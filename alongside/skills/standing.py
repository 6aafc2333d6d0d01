"""Programs as they stand: versions, decisions, probes and what was recorded, put together. Seven statements for all."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts
from alongside.skills import seen as watched
from alongside.skills.facts import DecisionFacts, Now, ProbeFacts, ProgramFacts, VersionFacts, rule_at
from alongside.skills.models import Decision, Probe, Probed, ProgramVersion, SkillProgram
from alongside.skills.rules import Reading, Rule, Step, Tried, from_rows, moving, read
from alongside.skills.rules.texts import Whole
from alongside.skills.seen import InSession
from alongside.workforce.lookups import names

Rows = Sequence[Any]


def programs_of(client_id: UUID, *, also_ended: bool = False, only: UUID | None = None) -> tuple[ProgramFacts, ...]:
    """A client's programs as they stand, in the order of their targets. Nine statements at most."""
    rows = SkillProgram.objects.filter(client=client_id).order_by("began_at")
    rows = rows.filter(pk=only) if only else rows if also_ended else rows.filter(ended_at=None)
    found = {row.pk: row for row in rows}
    if not found:
        return ()
    targets = {target.id: target for target in plans.targets_of(client_id, also_ended=True)}
    held = {row.target_id: targets[row.target_id] for row in found.values()}
    sessions = watched.seen_of(client_id, list(held.values()))
    versions = _by_program(ProgramVersion.objects.filter(program__in=found).order_by("number"))
    decisions = _by_program(Decision.objects.filter(program__in=found).order_by("at", "id"))
    probes = _by_program(Probe.objects.filter(program__in=found).order_by("due_on", "kind", "id"))
    probed = _by_program(Probed.objects.filter(program__in=found).order_by("at", "id"))
    said = names(row.staff_id for some in decisions.values() for row in some)
    made = [
        _program(
            row, held[row.target_id], versions[id][-1], decisions.get(id, []), said, probes.get(id, []),
            probed.get(id, []), sessions[row.target_id],
        )
        for id, row in found.items()
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda one: (one.target.pinned == 0, one.target.pinned, one.target.shown)))


def whole_of(row: ProgramVersion) -> Whole:
    """What a version says."""
    return Whole(
        rule=Rule(**row.rule), hierarchy=row.hierarchy, goal=row.goal, teaching=tuple(row.teaching),
        materials=row.materials, correction=row.correction, reinforcement=row.reinforcement,
        seconds=tuple(row.seconds), chaining=row.chaining, steps=from_rows(row.steps), weeks=tuple(row.weeks),
        kinds=tuple(row.kinds), because=row.because,
    )  # fmt: skip


def columns_of(whole: Whole) -> dict[str, Any]:
    """A version's columns."""
    return asdict(whole) | {"teaching": list(whole.teaching), "seconds": list(whole.seconds),
                            "weeks": list(whole.weeks), "kinds": list(whole.kinds),
                            "steps": [asdict(step) for step in whole.steps]}  # fmt: skip


def version_of(row: ProgramVersion) -> VersionFacts:
    return VersionFacts(row.pk, row.number, row.made_as, row.made_at, whole_of(row))


def _by_program(rows: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.program_id, []).append(row)
    return found


def _program(
    row: SkillProgram, target: TargetFacts, version: ProgramVersion, decisions: Rows, said: dict[UUID, str],
    probes: Rows, probed: Rows, sessions: tuple[InSession, ...],
) -> ProgramFacts:  # fmt: skip
    kept = version_of(version)
    steps = kept.whole.steps or (Step(target.name),)
    now = _now(row, decisions, len(steps))
    rule = rule_at(kept.whole, steps, now.step)
    tries = {one.session_id: watched.tried(target, one, rule, steps[now.step - 1]) for one in sessions}
    looked_at = _probes(now, decisions, probes, probed, tries, rule)
    flagged = {mark.session_id for mark in probed}
    here = tuple(one for one in tries.values() if one.at >= now.since and one.session not in flagged)
    reading = read(rule, here) if now.stage == "teaching" else Reading("not_yet")
    return ProgramFacts(
        id=row.pk, client_id=row.client_id, target=target, domain=row.domain, version=kept, steps=steps, now=now,
        reading=reading, proposal=_proposal(now, reading, rule, looked_at, len(steps), decisions),
        tries=_as_read_then(row, target, kept.whole, steps, decisions, sessions),
        decisions=tuple(_decision(one, said) for one in decisions), probes=looked_at,
        ended_because=row.ended_because,
    )  # fmt: skip


def _now(row: SkillProgram, decisions: Rows, steps: int) -> Now:
    """The step and the stage after every decision taken up."""
    now = Now("teaching", 1, row.began_at)
    for one in decisions:
        if one.answer == "accepted":
            now = Now("kept" if one.kind == "mastered" else "teaching", one.step_after, one.begins_at)
    now = replace(now, step=min(now.step, steps))
    return Now("ended", now.step, row.ended_at) if row.ended_at else now


def _as_read_then(
    row: SkillProgram, target: TargetFacts, whole: Whole, steps: tuple[Step, ...], decisions: Rows,
    sessions: tuple[InSession, ...],
) -> tuple[Tried, ...]:  # fmt: skip
    """Each session since the program began, with its value for the step that was taught then."""
    moves = [one for one in decisions if one.answer == "accepted"]
    found = []
    for one in sessions:
        if one.at >= row.began_at:
            step = min(next((m.step_after for m in reversed(moves) if m.begins_at <= one.at), 1), len(steps))
            found.append(watched.tried(target, one, rule_at(whole, steps, step), steps[step - 1]))
    return tuple(found)


def _probes(
    now: Now, decisions: Rows, probes: Rows, probed: Rows, tries: dict[Any, Any], rule: Rule
) -> tuple[ProbeFacts, ...]:  # fmt: skip
    """Those of the mastery that stands; none while it is being taught."""
    if now.stage != "kept":
        return ()
    mastered = next(one.pk for one in reversed(decisions) if one.kind == "mastered" and one.answer == "accepted")
    marks = {mark.probe_id: mark for mark in probed}
    return tuple(_probe(row, marks.get(row.pk), tries, rule) for row in probes if row.decision_id == mastered)


def _probe(row: Probe, mark: Any, tries: dict[Any, Any], rule: Rule) -> ProbeFacts:
    facts = ProbeFacts(row.pk, row.program_id, row.kind, row.week, row.due_on)
    if mark is None:
        return facts
    one = tries.get(mark.session_id)
    passed = moving.probe_passed(rule, one) if one else None
    return replace(facts, session_id=mark.session_id, words=mark.words, tried=one, passed=passed)


def _proposal(
    now: Now, reading: Reading, rule: Rule, probes: tuple[ProbeFacts, ...], steps: int, decisions: Rows
) -> moving.Proposal | None:  # fmt: skip
    declined = [(one.kind, one.upto) for one in decisions if one.answer == "declined"]
    if now.stage == "teaching":
        return moving.not_turned_down(moving.proposed(reading, step=now.step, steps=steps), declined)
    if now.stage == "kept":
        answered = sorted((p.tried for p in probes if p.tried), key=lambda one: one.at)
        return moving.not_turned_down(moving.to_teach_again(rule, answered, step=now.step), declined)
    return None


def _decision(row: Decision, said: dict[UUID, str]) -> DecisionFacts:
    return DecisionFacts(
        row.pk,
        row.kind,
        row.answer,
        row.proposed,
        row.step_before,
        row.step_after,
        row.reason,
        row.evidence.get("said", ""),
        said.get(row.staff_id, ""),
        row.at,
        row.begins_at,
        row.upto,
    )
