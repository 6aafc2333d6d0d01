"""Skill programs of a client, one in full, and what another rule would have done."""

from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.models import Client
from alongside.plans.lookups import targets_of
from alongside.skills import seen as watched
from alongside.skills.actions.programs import TAUGHT
from alongside.skills.facts import ProgramFacts, rule_at
from alongside.skills.models import ProgramVersion, SkillProgram
from alongside.skills.queries.shapes import ProgramShown, Replayed, SkillsShown
from alongside.skills.rules import Rule, Tried, replay
from alongside.skills.standing import programs_of, version_of


@query("skills.see", on="people.Client")
def programs(*, by: Actor, on: Client) -> SkillsShown:
    """Every program of a client as it stands."""
    found = programs_of(on.pk, also_ended=True)
    running = tuple(one for one in found if one.now.stage != "ended")
    taken = {one.target.id for one in running}
    free = tuple(t for t in targets_of(on.pk) if t.kind in TAUGHT and t.id not in taken)
    return SkillsShown(
        client_id=on.pk, programs=running, ended=tuple(one for one in found if one.now.stage == "ended"), free=free,
        may_begin=isinstance(ask(by, "skills.begin", on), Capacity),
    )  # fmt: skip


@query("skills.open", on="skills.SkillProgram")
def program(*, by: Actor, on: SkillProgram) -> ProgramShown:
    """One program in full."""
    [found] = programs_of(on.client_id, only=on.pk)
    may = {verb: isinstance(ask(by, f"skills.{verb}", on), Capacity) for verb in ("write", "decide", "end")}
    versions = ProgramVersion.objects.filter(program=on).order_by("-number")
    open_still = found.now.stage != "ended"
    return ProgramShown(
        program=found, versions=tuple(version_of(row) for row in versions), may_write=may["write"] and open_still,
        may_decide=may["decide"] and open_still, may_end=may["end"] and open_still,
    )  # fmt: skip


@query("skills.replay", on="skills.SkillProgram")
def replayed(*, by: Actor, on: SkillProgram, rule: Rule | None = None) -> Replayed:
    """What a rule (the program's own unless given) would have done over all sessions of the target. Keeps nothing."""
    [found] = programs_of(on.client_id, only=on.pk)
    sessions = watched.seen_of(on.client_id, [found.target])[found.target.id]
    used = rule or found.version.whole.rule

    def rule_of(step: int) -> Rule:
        return Rule(**{**vars(used), "prompt": _prompt(found, step, rule)})

    def tries_of(step: int) -> list[Tried]:
        return [watched.tried(found.target, one, rule_of(step), found.steps[step - 1]) for one in sessions]

    moves = replay(rule_of, tries_of, steps=len(found.steps))
    step, shown, by_step = 1, [], {n: tries_of(n) for n in range(1, len(found.steps) + 1)}
    then = {move.at: move.after for move in moves}
    for n in range(len(sessions)):
        shown.append(by_step[step][n])
        step = then.get(n, step)
    return Replayed(found, used, shown, moves)


def _prompt(found: ProgramFacts, step: int, given: Rule | None) -> str:
    return (
        rule_at(found.version.whole, found.steps, step).prompt
        if given is None
        else (found.steps[step - 1].prompt or given.prompt)
    )
