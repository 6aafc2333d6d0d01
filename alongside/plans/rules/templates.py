"""A plan template as values, and what becomes of it with the facts of one client. Pure.

A place to fill is a name in braces. One that nothing fills stays as it is: it is shown as a gap, and a plan with a gap
cannot be published, so that none is ever printed.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from alongside.foundation.errors import Fault
from alongside.plans.rules.limits import LINE, NAME
from alongside.plans.rules.texts import STAGES, Crisis, Goal, Objective, Part, Section, Stage, Step, Strategies, Target
from alongside.plans.rules.writing import CARD_LINE

Said = TypeVar("Said")
GAPS = ("name", "behavior", "replacement", "antecedent", "consequence", "setting_event", "reinforcer", "calm_place")
_GAP = re.compile("\\{(" + "|".join(GAPS) + ")\\}")
SHORT = 48  # characters of a name within a line that has to stay short


@dataclass(frozen=True)
class AssessmentFacts:
    """What an assessment decided of one behavior: all that a template is filled with. What is not known stays empty.

    `baseline` is in the unit of `measure`, over the days given. `summary` is the summary statement, in words;
    `source` says which assessment. `target_id`: the target that is measured already, of the same client.
    """

    behavior: str
    function: str
    definition: str = ""
    examples: str = ""
    non_examples: str = ""
    measure: str = "rate"
    settings: Mapping[str, Any] = field(default_factory=dict)
    baseline: float | None = None
    baseline_from: date | None = None
    baseline_to: date | None = None
    antecedent: str = ""
    consequence: str = ""
    setting_event: str = ""
    summary: str = ""
    replacement: str = ""
    replacement_definition: str = ""
    reinforcer: str = ""
    calm_place: str = ""
    target_id: UUID | None = None
    source: str = ""


@dataclass(frozen=True)
class PlanTemplate:
    """One edition of the template for a function and an age band, as reference/plan_templates/ has it."""

    key: str
    function: str
    band: str
    edition: str
    effective_from: date
    source: str
    about: str
    replacement: Target
    goal: str
    reduction: int
    parts: tuple[Part, ...]
    strategies: Strategies
    crisis: Crisis
    card: tuple[Stage, ...]
    name: str = ""  # of an agency's own

    @property
    def own(self) -> bool:
        """Whether it is an agency's own, not one that was shipped."""
        return bool(self.name)


def read(key: str, edition: str, body: Mapping[str, Any]) -> PlanTemplate:
    """A file of reference/plan_templates/ as values."""
    begins = body["effective_from"]
    return PlanTemplate(
        key=key, function=body["function"], band=body["band"], edition=edition,
        effective_from=date.fromisoformat(begins) if isinstance(begins, str) else begins,
        source=body["source"], about=body["about"], goal=body["goal"], reduction=body["reduction"],
        replacement=Target(
            **{"kind": "replacement", "improvement": "increase", "function": body["function"]} | body["replacement"]
        ),
        parts=tuple(Part(name, "\n".join(lines)) for name, lines in body["parts"].items()),
        strategies=Strategies(**{moment: tuple(lines) for moment, lines in body["strategies"].items()}),
        crisis=Crisis(tuple(Step(**step) for step in body["crisis"])),
        card=tuple(
            Stage(stage, **{kind: tuple(lines) for kind, lines in body["card"][stage].items()}) for stage in STAGES
        ),
    )  # fmt: skip


def basis_of(said: object) -> str:
    """A short fingerprint of a template, or of a section of it, as it stood when somebody read it."""
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def lines_of(template: PlanTemplate) -> Iterator[tuple[str, str]]:
    """Every line that somebody reads, with the place where it stands."""
    yield "replacement", template.replacement.definition
    yield "replacement", template.replacement.examples
    yield "replacement", template.replacement.non_examples
    yield "goal", template.goal
    sections: tuple[Section, ...] = (*template.parts, template.strategies, template.crisis, *template.card)
    for section in sections:
        for text in _texts(section):
            yield from ((section.place, line) for line in text.split("\n") if line.strip())


def sections(template: PlanTemplate, facts: AssessmentFacts | None, *, name: str) -> tuple[Section, ...]:
    """Parts, strategies, crisis steps and card of a draft: the template's words with the facts in them."""
    values = _values(template, facts, name)
    said: tuple[Section, ...] = (*template.parts, template.strategies, template.crisis, *template.card)
    return tuple(_with_summary(fill(section, values), facts) for section in said)


def behavior(facts: AssessmentFacts, *, there: Target | None = None) -> Target:
    """The target to reduce: as the assessment defines it; what it says nothing of stays as it was."""
    old = there or Target(kind="behaviour", name="", measure=facts.measure, improvement="decrease")
    said: dict[str, Any] = {
        "name": facts.behavior, "definition": facts.definition, "examples": facts.examples,
        "non_examples": facts.non_examples, "function": facts.function, "settings": facts.settings,
        "baseline": facts.baseline, "baseline_from": facts.baseline_from, "baseline_to": facts.baseline_to,
        "target_id": facts.target_id,
    }  # fmt: skip
    return replace(old, **{key: value for key, value in said.items() if value not in (None, "", {})})


def replacement(template: PlanTemplate, facts: AssessmentFacts | None, *, name: str) -> Target:
    """The target to teach instead: the template's, or the assessment's own where it names one."""
    values = _values(template, facts, name)
    ours = fill(template.replacement, values)
    if facts is None or not facts.replacement:
        return ours
    own = facts.replacement_definition
    return replace(
        ours, name=facts.replacement, screen_name="", definition=own or ours.definition,
        examples="" if own else ours.examples, non_examples="" if own else ours.non_examples,
    )  # fmt: skip


def goal(
    template: PlanTemplate, facts: AssessmentFacts | None, *, name: str, less: Target | None, more: Target
) -> Goal:
    """A goal with its objectives: less of the behavior by the template's share, more of the replacement. No day yet."""
    objectives = [Objective(more.name, target_id=more.target_id, comparator=">=")]
    if less is not None:
        criterion = None if less.baseline is None else round(less.baseline * (100 - template.reduction) / 100, 1)
        objectives.insert(
            0,
            Objective(
                less.name, target_id=less.target_id, baseline=less.baseline, comparator="<=", criterion=criterion
            ),
        )
    words = _GAP.sub(_filler(_values(template, facts, name)), template.goal)
    return Goal(words, objectives=tuple(objectives))


def fill(section: Said, values: Mapping[str, str]) -> Said:
    """A section with what is known in its places; lines of a card and steps stay as short as they must be."""
    most = CARD_LINE if isinstance(section, Stage) else LINE
    long, short = _filler(values), _filler({name: _cut(value, SHORT) for name, value in values.items()})

    def told(text: str) -> str:
        whole = _GAP.sub(long, text)
        return whole if isinstance(section, Part | Target) or len(whole) <= most else _GAP.sub(short, text)[:most]

    return _each(section, told)  # type: ignore[no-any-return]


def gaps(said: object) -> tuple[str, ...]:
    """The places of a section that nothing has filled, each once, in the order in which they are read."""
    return tuple(dict.fromkeys(name for text in _texts(said) for name in _GAP.findall(text)))


def gap_faults(sections: Iterable[Section]) -> list[Fault]:
    return [Fault(f"plans.missing.gap.{name}", "", {}, section.place) for section in sections for name in gaps(section)]


def split(text: str) -> list[tuple[str, str]]:
    """A text as pairs of words and the gap that follows them ("" at the end)."""
    pieces = _GAP.split(text)
    return list(zip(pieces[::2], [*pieces[1::2], ""], strict=True))


def _values(template: PlanTemplate, facts: AssessmentFacts | None, name: str) -> dict[str, str]:
    """What is known; a summary or an event loses its last full stop, for it stands within a sentence."""
    known = {"name": name, "replacement": template.replacement.name}
    if facts is not None:
        known |= {gap: getattr(facts, gap).strip().rstrip(".") for gap in GAPS[3:]}
        known |= {"behavior": facts.behavior, "replacement": facts.replacement or template.replacement.name}
    return {gap: value for gap, value in known.items() if value}


def _with_summary(section: Section, facts: AssessmentFacts | None) -> Section:
    """What the assessment found is said first, with where it stands."""
    if facts is None or not isinstance(section, Part) or section.key != "why":
        return section
    return replace(section, text="\n".join(filter(None, (facts.summary, facts.source, section.text))))


def _filler(values: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda found: values.get(found[1], found[0])


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _each(said: Any, told: Callable[[str], str], *, name: str = "") -> Any:
    """The same value with every text in it told anew; what is a key stays."""
    if isinstance(said, str):
        whole = said if name in KEYS else told(said)
        return _cut(whole, NAME) if name == "who" else whole
    if isinstance(said, tuple):
        return tuple(_each(one, told) for one in said)
    if is_dataclass(said) and not isinstance(said, type):
        return replace(said, **{f.name: _each(getattr(said, f.name), told, name=f.name) for f in fields(said)})
    return said


KEYS = frozenset({"key", "stage", "kind", "measure", "improvement", "function", "unit", "comparator", "gate"})


def _texts(said: object, *, name: str = "") -> Iterator[str]:
    if isinstance(said, str) and name not in KEYS:
        yield said
    elif isinstance(said, tuple):
        for one in said:
            yield from _texts(one)
    elif is_dataclass(said) and not isinstance(said, type):
        for f in fields(said):
            yield from _texts(getattr(said, f.name), name=f.name)
