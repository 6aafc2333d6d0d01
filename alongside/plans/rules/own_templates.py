"""A template of an agency's own as values: its sections, another text in one of them, and what it must hold. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from alongside.foundation.errors import Fault
from alongside.plans.rules.limits import NAME, SHORT, needed, too_long
from alongside.plans.rules.templates import GAPS, PlanTemplate
from alongside.plans.rules.texts import STAGES, Crisis, Part, Stage, Strategies, is_empty
from alongside.plans.rules.writing import faults_of

BRACES = re.compile(r"\{([^{}]*)\}")
LEAST, MOST = 10, 95  # percent by which the behavior is to become less


@dataclass(frozen=True)
class Head:
    """What a template is for, the goal that it begins with, and by how many percent the behavior is to become less."""

    about: str
    goal: str
    reduction: int
    place = "head"


@dataclass(frozen=True)
class Taught:
    """What is taught instead: its measure stays that of the template."""

    name: str
    definition: str
    examples: str
    non_examples: str
    place = "replacement"


OwnSection = Head | Taught | Part | Strategies | Crisis | Stage


def body_of(template: PlanTemplate) -> dict[str, Any]:
    """The template as a file of reference/plan_templates/ has it: what `templates.read` reads gives the same."""
    taught = template.replacement
    return {
        "source": template.source, "function": template.function, "band": template.band, "about": template.about,
        "goal": template.goal, "reduction": template.reduction,
        "effective_from": template.effective_from.isoformat(),
        "replacement": {
            "name": taught.name, "measure": taught.measure, "definition": taught.definition,
            "examples": taught.examples, "non_examples": taught.non_examples, "settings": dict(taught.settings),
        },
        "parts": {part.key: part.text.split("\n") for part in template.parts},
        "strategies": {moment: list(lines) for moment, lines in vars(template.strategies).items()},
        "crisis": [vars(step) for step in template.crisis.steps],
        "card": {
            stage.stage: {kind: list(lines) for kind, lines in vars(stage).items() if kind != "stage"}
            for stage in template.card
        },
    }  # fmt: skip


def sections_of(template: PlanTemplate) -> Iterator[OwnSection]:
    """What somebody may write in another way, in reading order."""
    taught = template.replacement
    yield Head(template.about, template.goal, template.reduction)
    yield Taught(taught.name, taught.definition, taught.examples, taught.non_examples)
    yield from template.parts
    yield template.strategies
    yield template.crisis
    yield from template.card


def at(template: PlanTemplate, place: str) -> OwnSection | None:
    """The section at a place, or None."""
    return next((one for one in sections_of(template) if one.place == place), None)


def with_section(template: PlanTemplate, section: OwnSection) -> PlanTemplate:
    """The template with another text in one of its sections."""
    match section:
        case Head():
            return replace(template, **vars(section))
        case Taught():
            return replace(template, replacement=replace(template.replacement, **vars(section)))
        case Part():
            parts = tuple(section if part.key == section.key else part for part in template.parts)
            return replace(template, parts=parts)
        case Strategies():
            return replace(template, strategies=section)
        case Crisis():
            return replace(template, crisis=section)
    return replace(template, card=tuple(section if s.stage == section.stage else s for s in template.card))


def own_faults(section: OwnSection, *, parts: Iterable[str]) -> list[Fault]:
    """What is wrong with a section as written: limits as in a plan, and gaps that nothing fills."""
    match section:
        case Head():
            faults = needed("about", section.about, SHORT) + needed("goal", section.goal, SHORT)
            if not LEAST <= section.reduction <= MOST:
                faults.append(Fault("plans.fault.reduction", "reduction", {"least": LEAST, "most": MOST}))
        case Taught():
            faults = needed("name", section.name, NAME) + needed("definition", section.definition, SHORT)
            faults += too_long("examples", section.examples, SHORT)
            faults += too_long("non_examples", section.non_examples, SHORT)
        case _:
            faults = faults_of(section, parts=parts)
    return faults + [Fault("plans.fault.no_such_gap", "", {"gap": gap}) for gap in unknown_gaps(section)]


def unknown_gaps(said: object) -> tuple[str, ...]:
    """Names in braces that are no gap, each once."""
    found = (name for text in _texts(said) for name in BRACES.findall(text) if name not in GAPS)
    return tuple(dict.fromkeys(found))


def lacking(template: PlanTemplate) -> list[Fault]:
    """What it lacks before it may be used: a text in every section, and each moment and stage of it."""
    faults = []
    for section in sections_of(template):
        empty = False
        match section:
            case Strategies():
                empty = not (section.before and section.during and section.after)
            case Part() | Crisis():
                empty = is_empty(section)
            case Stage():
                empty = section.stage in STAGES and not (section.look and section.do)
        faults += [Fault("plans.fault.empty_section", "", {}, section.place)] if empty else []
    return faults


def said_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two bodies say the same; since when they do, is no matter."""
    dates = ("effective_from", "edition")
    return {k: v for k, v in one.items() if k not in dates} == {k: v for k, v in other.items() if k not in dates}


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, tuple):
        for one in said:
            yield from _texts(one)
    elif hasattr(said, "__dataclass_fields__"):
        for name in said.__dataclass_fields__:
            yield from _texts(getattr(said, name))
