"""Saying a cover brief in words: the rules choose, the catalogue speaks."""

from dataclasses import dataclass

from alongside.foundation.messages import say
from alongside.plans.rules import cover
from alongside.plans.rules.cover import Known


@dataclass(frozen=True)
class Asked:
    """A question as it is read, its choices, and the place of the right one from 0."""

    question: str
    choices: tuple[str, ...]
    answer: int

    @property
    def right(self) -> str:
        return self.choices[self.answer]


def brief(known: Known) -> tuple[str, ...]:
    """The brief, a sentence a line."""
    return tuple(say(told.code, given=told.given, text=_run(told.lines)) for told in cover.brief(known))


def questions(known: Known) -> tuple[Asked, ...]:
    """Its questions, in words."""
    return tuple(Asked(say(one.code, given=one.given), one.choices, one.answer) for one in cover.questions(known))


def _run(lines: tuple[str, ...]) -> str:
    return "; ".join(line.rstrip(".") for line in lines)
