"""Beginning a program, writing what it says from now on, ending it."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from alongside.foundation import reference, revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.plans.models import Target
from alongside.skills.models import ProgramVersion, SkillProgram
from alongside.skills.rules import chained
from alongside.skills.rules.checking import LINE, rule_faults, step_faults, way_faults
from alongside.skills.rules.texts import Whole
from alongside.skills.standing import columns_of

TEXTS = ("goal", "materials", "correction", "reinforcement", "because")
MOST = 4_000  # characters
TAUGHT = ("skill", "replacement")


@action("skills.begin", on="plans.Target", locks=True, makes=True)
def begin(*, by: Actor, on: Target, domain: str, whole: Whole, began_at: datetime | None = None) -> SkillProgram:
    """Begin to teach a target. `began_at`: visits from then on count; now unless said. Raises Unacceptable."""
    now = datetime.now(UTC)
    faults = (
        [] if domain in reference.load("prompting")["domains"]["keys"] else [Fault("skills.fault.choice", "domain")]
    )
    if on.kind not in TAUGHT or on.began_at is None or on.ended_at is not None:
        faults.append(Fault("skills.fault.target", "target"))
    if began_at is not None and began_at > now:
        faults.append(Fault("skills.fault.later", "began_at"))
    said = _sound(on, whole, faults)
    try:
        with transaction.atomic():
            program = SkillProgram.objects.create(
                client_id=on.client_id, target=on, domain=domain, made_by_id=by.staff_id, began_at=began_at or now
            )
    except IntegrityError as twice:
        raise Unacceptable(Fault("skills.fault.begun", "target")) from twice
    _keep(by, program, said, 1)
    return program


@action("skills.write", on="skills.SkillProgram", locks=True, makes=True, fetch=("target",))
def write(*, by: Actor, on: SkillProgram, whole: Whole, base: int | None = None) -> ProgramVersion:
    """Say anew what a program says. `base`: the number of the version that was on the screen. Raises Unacceptable."""
    newest = ProgramVersion.objects.filter(program=on).aggregate(last=Max("number"))["last"] or 0
    faults = [Fault("skills.fault.ended")] if on.ended_at else []
    if base is not None and base != newest:
        faults.append(Fault("skills.fault.changed"))
    if not whole.because.strip():
        faults.append(Fault("skills.fault.needed", "because"))
    return _keep(by, on, _sound(on.target, whole, faults), newest + 1)


@action("skills.end", on="skills.SkillProgram", locks=True)
def end(*, by: Actor, on: SkillProgram, because: str) -> SkillProgram:
    """Stop teaching, with the reason. What was decided stays."""
    said = checked(because=because, lines=True, most=1_000)["because"]
    if on.ended_at:
        raise Unacceptable(Fault("skills.fault.ended"))
    if not said:
        raise Unacceptable(Fault("skills.fault.needed", "because"))
    revisions.change(on, by=by, ended_at=datetime.now(UTC), ended_by_id=by.staff_id, ended_because=said)
    return on


def _sound(target: Target, whole: Whole, faults: list[Fault]) -> Whole:
    """The version with its texts settled and its chained steps; raises Unacceptable with all that is wrong."""
    texts = checked({name: getattr(whole, name) for name in TEXTS}, lines=True, most=MOST)
    lines = tuple(checked(teaching=line, most=LINE * 5)["teaching"] for line in whole.teaching)
    levels, names = target.settings.get("prompts") or [], target.settings.get("steps") or []
    steps = chained(names, whole.chaining) if whole.chaining else whole.steps
    known, prompting = reference.load("mastery"), reference.load("prompting")
    faults = faults + rule_faults(whole.rule, measure=target.measure, levels=levels, known=known)
    faults += step_faults(steps, levels=levels, most=max(prompting["most_steps"], len(names)))
    faults += way_faults(
        hierarchy=whole.hierarchy, seconds=whole.seconds, chaining=whole.chaining, measure=target.measure,
        weeks=whole.weeks, kinds=whole.kinds, prompting=prompting, known=known,
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    return replace(whole, **texts, teaching=tuple(filter(None, lines)), steps=steps)


def _keep(by: Actor, program: SkillProgram, whole: Whole, number: int) -> ProgramVersion:
    return ProgramVersion.objects.create(
        program=program, client_id=program.client_id, number=number, made_by_id=by.staff_id,
        made_as=", ".join(filter(None, (by.name, by.credential))), **columns_of(whole),
    )  # fmt: skip
