"""What somebody who never met a client is told in two minutes, and three questions that show it was understood.

All words are the plan's own. Around 200 words a minute are read with care (Brysbaert 2019: 238 a minute for English
prose), so a brief has at most 400; what must be known first comes first, and what no longer fits is left to the plan.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.plans.rules.texts import Crisis, Stage, Strategies

MOST_WORDS = 400
MOST_LINES = 3
CHOICES = 3


@dataclass(frozen=True)
class Known:
    """What a brief is made of: the client's alerts and own words, and the parts of the plan in force."""

    given: str
    alerts: tuple[str, ...] = ()
    own_words: str = ""
    matters: str = ""
    why: str = ""
    worked_on: tuple[str, ...] = ()
    strategies: Strategies = Strategies()
    crisis: Crisis = Crisis()
    card: tuple[Stage, ...] = ()

    def stage(self, name: str) -> Stage:
        return next((stage for stage in self.card if stage.stage == name), Stage(name))


@dataclass(frozen=True)
class Told:
    """One sentence of a brief: a code of the catalogue and its values. `lines` are said after one another."""

    code: str
    given: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A question, its choices in the order in which they stand, and the place of the right one from 0."""

    code: str
    given: str
    choices: tuple[str, ...]
    answer: int


def brief(known: Known) -> tuple[Told, ...]:
    """The sentences of a two-minute brief, at most 400 words of the plan. What has nothing behind it is not said."""
    found, left = [], MOST_WORDS
    for code, lines in _parts(known):
        words = sum(len(line.split()) for line in lines)
        if lines and words <= left:
            found.append(Told(f"plans.cover.{code}", known.given, tuple(lines)))
            left -= words
    return tuple(found)


def questions(known: Known) -> tuple[Question, ...]:
    """Three questions at most, each with the plan's own lines as choices; one with nothing to choose from is not asked.

    The order of choices is settled by their words, so that it is the same on every device and tells nothing.
    """
    asked = (
        ("first_sign", known.stage("trigger").look, _lines(known, "look", but="trigger")),
        ("helps", known.stage("escalating").do or known.stage("trigger").do, _lines(known, "dont")),
        ("crisis", tuple(s.text for s in known.crisis.steps[:1]), [s.text for s in known.crisis.steps[1:]]),
    )
    made = (_question(code, known.given, right, wrong) for code, right, wrong in asked)
    return tuple(question for question in made if question)


def _parts(known: Known) -> Iterator[tuple[str, Sequence[str]]]:
    """In the order of what must be known first."""
    yield "alerts", known.alerts
    yield "own_words", _some(known.own_words)
    yield "first_signs", known.stage("trigger").look[:MOST_LINES]
    yield "then_do", (known.stage("trigger").do or known.stage("escalating").do)[:MOST_LINES]
    yield "then_dont", (known.stage("trigger").dont or known.stage("escalating").dont)[:MOST_LINES]
    yield "crisis", tuple(step.text for step in known.crisis.steps[:MOST_LINES])
    yield "before", known.strategies.before[:MOST_LINES]
    yield "matters", _some(known.matters)
    yield "worked_on", known.worked_on[:8]
    yield "calm", known.stage("calm").do[:MOST_LINES]
    yield "why", _some(known.why)


def _some(text: str) -> tuple[str, ...]:
    return (" ".join(text.split()),) if text.strip() else ()


def _lines(known: Known, kind: str, *, but: str = "") -> list[str]:
    lines: Mapping[str, None] = dict.fromkeys(
        line for stage in known.card if stage.stage != but for line in getattr(stage, kind)
    )
    return list(lines)


def _question(code: str, given: str, right: Sequence[str], wrong: Iterable[str]) -> Question | None:
    others = [line for line in dict.fromkeys(wrong) if line not in right]
    if not right or not others:
        return None
    chosen = sorted(others, key=_drawn)[: CHOICES - 1]
    choices = tuple(sorted([right[0], *chosen], key=_drawn))
    return Question(f"plans.cover.question.{code}", given, choices, choices.index(right[0]))


def _drawn(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
