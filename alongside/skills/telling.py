"""Rules, readings and moves in plain words."""

from collections.abc import Sequence

from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.times import day
from alongside.plans.lookups import TargetFacts
from alongside.skills.facts import ProgramFacts
from alongside.skills.rules import Lack, Rule, Step, Tried

PERCENT = ("trial", "task_analysis", "partial_interval", "whole_interval", "momentary")
SHOWN = 6  # days named one by one


def plain(value: float | None) -> str:
    """A value without needless places."""
    if value is None:
        return "–"
    return number(value, 0 if value == int(value) else 1)


def amount(target: TargetFacts, value: float | None) -> str:
    """A value with its unit."""
    if target.measure in PERCENT:
        return say("skills.rule.percent", value=plain(value))
    return say("skills.rule.with_unit", value=plain(value), unit=target.unit)


def criterion(target: TargetFacts, rule: Rule) -> str:
    """ "80 % or more without help", "10 seconds or less"."""
    code = "at_least" if rule.comparator == ">=" else "at_most"
    said = say(f"skills.rule.{code}", value=amount(target, rule.criterion))
    if target.measure in PERCENT and code == "at_least" and rule.criterion == 100:
        said = say("skills.rule.all")
    if target.measure not in ("trial", "task_analysis"):
        return said
    if rule.prompt:
        return say("skills.rule.helped", said=said, prompt=rule.prompt)
    return say("skills.rule.alone", said=said)


def often(rule: Rule) -> str:
    """ "in 3 visits in a row", "in 3 of 5 visits"."""
    if rule.sessions == rule.of:
        return say("skills.rule.in_a_row", count=rule.of)
    return say("skills.rule.m_of_n", sessions=rule.sessions, count=rule.of)


def around(staff: int, settings: int) -> str:
    """ ", with 2 people, in 2 places"."""
    return "".join((
        say("skills.rule.people", count=staff) if staff > 1 else "",
        say("skills.rule.places", count=settings) if settings > 1 else "",
    ))  # fmt: skip


def rule_said(target: TargetFacts, rule: Rule) -> str:
    """The whole rule as one sentence."""
    said = say(
        "skills.rule.whole", criterion=criterion(target, rule), often=often(rule),
        around=around(rule.staff, rule.settings),
    )  # fmt: skip
    least = say("skills.rule.least", count=plain(rule.least), of=least_of(target)) if rule.least > 1 else ""
    back = ""
    if rule.back_at is not None:
        code = "back_low" if rule.comparator == ">=" else "back_high"
        back = say(f"skills.rule.{code}", value=amount(target, rule.back_at), count=rule.back_sessions)
    return " ".join(filter(None, (said, least, back)))


def least_of(target: TargetFacts) -> str:
    """What opportunities are called with this measure."""
    return say(f"skills.least.{target.measure}")


def step_name(program: ProgramFacts, step: int) -> str:
    """ "step 3, “Puts on paste”"; the only step is the target itself."""
    one = program.steps[step - 1]
    if len(program.steps) == 1:
        return say("skills.step.only", name=one.text)
    if one.prompt:
        return say("skills.step.helped", number=step, name=one.text, prompt=one.prompt)
    return say("skills.step.named", number=step, name=one.text)


def proposal_said(program: ProgramFacts) -> str:
    """What is proposed, and why; nothing where nothing is."""
    found = program.proposal
    if found is None:
        return ""
    what = say(f"skills.proposal.{found.kind}", step=step_name(program, found.after))
    return f"{what} {_why(program)}"


def _why(program: ProgramFacts) -> str:
    found, target = program.proposal, program.target
    assert found is not None
    rule, reading = program.rule, found.reading
    if found.kind in ("forward", "mastered"):
        good = reading.good
        code = "met_in_a_row" if rule.sessions == rule.of else "met"
        return say(
            f"skills.proposal.{code}", criterion=criterion(target, rule), count=len(good), days=days(good),
            around=around(reading.staff, reading.settings),
        )  # fmt: skip
    if found.kind == "reteach":
        return say(
            "skills.proposal.not_kept", day=day(reading.bad[-1].day, form="short"),
            value=amount(target, reading.bad[-1].value), criterion=criterion(target, rule),
        )  # fmt: skip
    code = "low" if rule.comparator == ">=" else "high"
    return say(
        f"skills.proposal.{code}", value=amount(target, rule.back_at), count=len(reading.bad), days=days(reading.bad)
    )


def not_yet(program: ProgramFacts) -> list[str]:
    """Why nothing is proposed: what is still missing, in sentences."""
    reading, rule, target = program.reading, program.rule, program.target
    said = [_lack(program, one) for one in reading.lacks]
    if reading.last and reading.lacks and reading.lacks[0].code == "sessions":
        last = say(
            "skills.not_yet.last", day=day(reading.last.day, form="short"), value=amount(target, reading.last.value)
        )
        said.append(last)
    if reading.too_few:
        said.append(say("skills.not_yet.too_few", count=reading.too_few, least=plain(rule.least), of=least_of(target)))
    if reading.bad:
        said.append(say("skills.not_yet.look_at_it", count=len(reading.bad)))
    return said


def _lack(program: ProgramFacts, one: Lack) -> str:
    if one.code != "sessions":
        return say(f"skills.not_yet.{one.code}", have=plain(one.have), need=plain(one.need))
    if program.reading.last is None:
        return say("skills.not_yet.nothing")
    rule, code = program.rule, "row" if program.rule.sessions == program.rule.of else "sessions"
    return say(
        f"skills.not_yet.{code}", criterion=criterion(program.target, rule), have=plain(one.have),
        need=plain(one.need), of=rule.of,
    )  # fmt: skip


def days(tried: Sequence[Tried]) -> str:
    """ "12 Nov, 14 Nov, 17 Nov"; of many the first and the last."""
    if len(tried) > SHOWN:
        return say("skills.rule.span", first=_short(tried[0]), last=_short(tried[-1]))
    return ", ".join(_short(one) for one in tried)


def _short(one: Tried) -> str:
    return f"{one.day.day} {one.day:%b}"


def phase_label(program: ProgramFacts, kind: str, step: int) -> str:
    """The name of the phase that the graph shows from a move on."""
    if kind == "mastered":
        return say("skills.phase.kept")
    if len(program.steps) == 1:
        return say("skills.phase.again") if kind == "reteach" else say("skills.phase.only")
    code = "skills.phase.step_again" if kind in ("reteach", "back") else "skills.phase.step"
    return say(code, number=step, name=program.steps[step - 1].text)


def now_said(program: ProgramFacts) -> str:
    """Where a program stands, for whoever records: what is taught now and how much help counts."""
    return standing_said(program.target, program.now.stage, program.steps, program.now.step, program.rule)


def standing_said(target: TargetFacts, stage: str, steps: Sequence[Step], step: int, rule: Rule) -> str:
    """The same of its parts."""
    if stage == "kept":
        return say("skills.now.kept")
    if len(steps) == 1:
        return say("skills.now.only", criterion=criterion(target, rule))
    return say(
        "skills.now.step", number=step, count=len(steps), name=steps[step - 1].text, criterion=criterion(target, rule)
    )
