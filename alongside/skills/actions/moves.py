"""Deciding about a move: a person does, the program proposes."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.plans import actions as plans
from alongside.skills import telling
from alongside.skills.facts import ProgramFacts
from alongside.skills.models import Decision, Probe, SkillProgram
from alongside.skills.models.programs import ANSWERS
from alongside.skills.standing import programs_of

LABEL = 80  # characters of a phase's name


@action("skills.decide", on="skills.SkillProgram", locks=True, makes=True)
def decide(
    *, by: Actor, on: SkillProgram, kind: str, answer: str, upto: datetime | None = None, reason: str = "",
    begins_at: datetime | None = None,
) -> Decision:  # fmt: skip
    """Take up, or turn down with a reason, the move that is proposed. `kind` and `upto`: what was on the screen.

    `begins_at`: from when the new step is taught; now unless said. Raises Unacceptable.
    """
    said = checked(reason=reason, lines=True, most=1_000)["reason"]
    [program] = programs_of(on.client_id, only=on.pk)
    found = program.proposal
    if found is None or found.kind != kind or (upto is not None and found.upto != upto):
        raise Unacceptable(Fault("skills.fault.changed"))
    if answer not in ANSWERS:
        raise Unacceptable(Fault("skills.fault.choice", "answer"))
    if answer == "declined" and not said:
        raise Unacceptable(Fault("skills.fault.needed", "reason"))
    evidence = {
        "said": telling.proposal_said(program), "rule": asdict(program.rule),
        "sessions": [str(one.session) for one in (*found.reading.good, *found.reading.bad)],
    }  # fmt: skip
    values = {"kind": kind, "answer": answer, "reason": said, "evidence": evidence, "upto": found.upto,
              "step_before": found.before, "step_after": found.after}  # fmt: skip
    return _keep(by, program, begins_at, values)


@action("skills.move", on="skills.SkillProgram", locks=True, makes=True)
def move(
    *, by: Actor, on: SkillProgram, step: int | None = None, reason: str, begins_at: datetime | None = None
) -> Decision:  # fmt: skip
    """Move by hand, with the reason: to a step, or to `None`: learned. Raises Unacceptable."""
    said = checked(reason=reason, lines=True, most=1_000)["reason"]
    [program] = programs_of(on.client_id, only=on.pk)
    faults = [] if said else [Fault("skills.fault.needed", "reason")]
    if step is not None and not 1 <= step <= len(program.steps):
        faults.append(Fault("skills.fault.step", "step", {"most": len(program.steps)}))
    if program.now.stage == "ended":
        faults.append(Fault("skills.fault.ended"))
    elif step == program.now.step and program.now.stage == "teaching" or step is None and program.now.stage == "kept":
        faults.append(Fault("skills.fault.same", "step"))
    if faults:
        raise Unacceptable(faults)
    kind = _kind(program, step)
    after = step or len(program.steps)
    values = {"kind": kind, "answer": "accepted", "reason": said, "proposed": False, "evidence": {},
              "step_before": program.now.step, "step_after": after}  # fmt: skip
    return _keep(by, program, begins_at, values)


def _kind(program: ProgramFacts, step: int | None) -> str:
    if step is None:
        return "mastered"
    if program.now.stage == "kept":
        return "reteach"
    return "forward" if step > program.now.step else "back"


def _keep(by: Actor, program: ProgramFacts, begins_at: datetime | None, values: dict[str, Any]) -> Decision:
    now = datetime.now(UTC)
    begins = begins_at or now
    if begins > now or begins < program.now.since:
        raise Unacceptable(Fault("skills.fault.later", "begins_at"))
    phase = None
    if values["answer"] == "accepted":
        phase = plans.begin_phase(
            by=by, on=program.target.id, condition="intervention", begins_at=begins,
            label=telling.phase_label(program, values["kind"], values["step_after"])[:LABEL],
        )  # fmt: skip
    made = Decision.objects.create(
        program_id=program.id, client_id=program.client_id, version_id=program.version.id, staff_id=by.staff_id,
        begins_at=begins, phase=phase, **values,
    )  # fmt: skip
    if phase and values["kind"] == "mastered":
        _look_again(by, program, made)
    return made


def _look_again(by: Actor, program: ProgramFacts, decision: Decision) -> None:
    """What is looked at after mastery: whether it is kept, and whether it goes with others, elsewhere."""
    whole, first = program.version.whole, today(by.zone, decision.begins_at)
    new = reference.load("mastery")["probes"]["new_after_weeks"]
    rows = [("kept", week) for week in whole.weeks] + [(kind, new) for kind in whole.kinds]
    Probe.objects.bulk_create(
        Probe(decision=decision, program_id=program.id, client_id=program.client_id, kind=kind, week=week,
              due_on=first + timedelta(weeks=week))
        for kind, week in rows
    )  # fmt: skip
