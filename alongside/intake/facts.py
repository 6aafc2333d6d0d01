"""What somebody said in the intake observation, as facts of their record: nothing is typed twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.foundation import reference
from alongside.foundation.messages import say

Answers = Mapping[str, Sequence[Mapping[str, object]]]
PARTS: Mapping[str, tuple[str, ...]] = {
    "strengths": ("strengths", "joys"),
    "matters": ("matters", "choices"),
    "own_words": ("own-words",),
    "culture": ("culture", "faith", "welcome", "communication", "helps", "avoid", "signs"),
    "pronouns": ("pronouns",),
    "language": ("language",),
    "interpreter": ("interpreter",),
}
"""Fact of the record -> the questions whose answers it is made of, in order."""
NAMED = ("joys", "choices", "faith", "welcome", "communication", "helps", "avoid", "signs")
"""Answers that stand under a word of their own, so that a reader knows what was asked."""


@dataclass(frozen=True)
class Fact:
    """One fact: what the record says now, and what was said in the meeting."""

    name: str
    now: Any
    said: Any

    @property
    def is_new(self) -> bool:
        return bool(self.said != self.now)

    @property
    def words(self) -> tuple[str, str]:
        """What the record says now and what was said, as they are shown."""
        return _words(self.name, self.now), _words(self.name, self.said)


def facts(answers: Answers, now: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Facts that the answers hold. `now`: of the record, by name."""
    found = {name: _said(name, answers) for name in PARTS}
    return tuple(Fact(name, now.get(name), said) for name, said in found.items() if said not in ("", None))


def _said(name: str, answers: Answers) -> Any:
    if name == "interpreter":
        return _value(answers, "interpreter")
    if name == "language":
        code = _value(answers, "language")
        return code if code in reference.load("languages")["language"] else None
    lines = []
    for link in PARTS[name]:
        text = str(_value(answers, link) or "").strip()
        if text:
            lines.append(say(f"intake.fact_line.{link.replace('-', '_')}", text=text) if link in NAMED else text)
    return "\n".join(lines)


def _value(answers: Answers, link: str) -> Any:
    """The first answer's value: text, yes or no, or the code of a choice."""
    given = next(iter(answers.get(link, ())), {})
    value = next((one for name, one in given.items() if name.startswith("value")), None)
    return value.get("code") if isinstance(value, Mapping) else value


def _words(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return say("intake.value.yes" if value else "intake.value.no")
    if name == "language":
        return str(reference.load("languages")["language"].get(value, value))
    return str(value or "")


def risks(answers: Answers) -> tuple[str, ...]:
    """Every risk that is not a no, in words."""
    links = ("risk-self", "risk-others", "risk-run", "risk-substance", "risk-harmed")
    found = ((link.removeprefix("risk-"), _value(answers, link)) for link in links)
    said = ((name, say(f"intake.risk_answer.{code}")) for name, code in found if code and code != "no")
    return tuple(say(f"intake.risk.{name}", answer=answer) for name, answer in said)
