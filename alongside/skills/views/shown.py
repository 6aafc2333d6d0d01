"""Programs as their pages show them: sentences and pictures beside the facts."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from alongside.foundation.messages import say
from alongside.foundation.webkit.times import day
from alongside.skills import drawing, telling
from alongside.skills.facts import ProbeFacts, ProgramFacts
from alongside.skills.queries.shapes import Replayed
from alongside.skills.rules import counts, meets

NEWEST = 60  # sessions in the picture


@dataclass(frozen=True)
class Told:
    """One program in words."""

    program: ProgramFacts
    now: str
    rule: str
    proposal: str
    not_yet: list[str]

    @property
    def upto(self) -> str:
        found = self.program.proposal
        return found.upto.isoformat() if found and found.upto else ""


def told(program: ProgramFacts) -> Told:
    lacking = telling.not_yet(program) if program.now.stage == "teaching" and not program.proposal else []
    rule = telling.rule_said(program.target, program.rule)
    return Told(program, telling.now_said(program), rule, telling.proposal_said(program), lacking)


def seen(program: ProgramFacts) -> tuple[SafeString | str, list[dict[str, Any]]]:
    """The picture of the sessions since the program began, and their table. Nothing where none was."""
    tries = program.tries[-NEWEST:]
    if not tries:
        return "", []
    probed = {probe.session_id for probe in program.probes}
    moves = [one for one in program.decisions if one.answer == "accepted"]
    lines = []
    for move in moves:
        before = next((n for n, one in enumerate(tries) if one.at >= move.begins_at), None)
        if before:
            name = (
                say("skills.picture.kept") if move.kind == "mastered" else say("skills.picture.step", number=move.after)
            )
            lines.append(drawing.Line(before, name))
    rule = program.rule
    dots = [drawing.Dot(one.day, one.value, _shape(program, one, probed)) for one in tries]
    label = say(
        "skills.picture.label", count=len(dots), criterion=telling.criterion(program.target, rule),
        first=day(dots[0].day), last=day(dots[-1].day),
    )  # fmt: skip
    drawn = drawing.picture(
        dots, lines, criterion=rule.criterion, percent=program.target.measure in telling.PERCENT, label=label
    )
    return drawn, [_row(program, one, dot.shape) for one, dot in zip(tries, dots, strict=True)][::-1]


def _shape(program: ProgramFacts, one: Any, probed: set[Any]) -> str:
    if one.session in probed:
        return "probe"
    return "good" if counts(program.rule, one) and meets(program.rule, one.value) else "other"


def _row(program: ProgramFacts, one: Any, shape: str) -> dict[str, Any]:
    return {
        "day": one.day, "session": one.session, "value": telling.amount(program.target, one.value),
        "where": one.setting, "opportunities": telling.plain(one.opportunities),
        "shape": shape, "counts": counts(program.rule, one),
    }  # fmt: skip


def replay(found: Replayed) -> tuple[SafeString | str, list[dict[str, Any]]]:
    """The picture and the table of a what-if."""
    tries, target = list(found.shown), found.program.target
    if not tries:
        return "", []
    lines = [drawing.Line(move.at + 1, _after(move)) for move in found.moves]
    dots = [
        drawing.Dot(
            one.day, one.value, "good" if counts(found.rule, one) and meets(found.rule, one.value or 0) else "other"
        )
        for one in tries
    ]
    label = say(
        "skills.picture.replayed", count=len(dots), moves=len(lines), first=day(dots[0].day), last=day(dots[-1].day)
    )
    drawn = drawing.picture(
        dots, lines, criterion=found.rule.criterion, percent=target.measure in telling.PERCENT, label=label
    )
    return drawn, [_moved(found, move) for move in found.moves]


def _after(move: Any) -> str:
    return say("skills.picture.kept") if move.mastered else say("skills.picture.step", number=move.after)


def _moved(found: Replayed, move: Any) -> dict[str, Any]:
    good = move.reading.good if move.reading.state == "met" else move.reading.bad
    name = found.program.steps[move.after - 1].text
    return {
        "day": move.tried.day, "number": move.at + 1, "after": move.after, "name": name, "mastered": move.mastered,
        "back": move.after < move.before, "days": telling.days(good), "staff": move.reading.staff,
        "settings": move.reading.settings,
    }  # fmt: skip


def probes(program: ProgramFacts, today: Any) -> list[dict[str, Any]]:
    """Probes in the order in which they are due, each with what came of it."""
    return [_probe(program, one, today) for one in program.probes]


def _probe(program: ProgramFacts, one: ProbeFacts, today: Any) -> dict[str, Any]:
    state = "due" if one.due_on <= today else "later"
    if one.taken:
        state = {True: "passed", False: "failed", None: "unclear"}[one.passed]
    value = telling.amount(program.target, one.tried.value) if one.tried else ""
    return {"probe": one, "state": state, "value": value}
