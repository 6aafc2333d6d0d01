"""A form as people will see it: every item with its answers, scores and conditions in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alongside.foundation.messages import say
from alongside.questionnaires.checking import Finding
from alongside.questionnaires.items import Item, Option, Questionnaire
from alongside.questionnaires.options import label


@dataclass(frozen=True)
class ShownOption:
    """An answer that may be chosen. `score` is empty where it has none."""

    label: str
    score: str
    selected: bool


@dataclass(frozen=True)
class Told:
    """A finding in words. `link`: the item it is about, empty for the whole form."""

    link: str
    says: str


def told(findings: Iterable[Finding]) -> tuple[Told, ...]:
    return tuple(Told(one.link_id, say(f"documents.finding.{one.code}", **one.values)) for one in findings)


@dataclass(frozen=True)
class ShownItem:
    """One item. `notes`: what else holds of it, in words; `when`: when it is asked, in words, empty for always."""

    link: str
    type: str
    depth: int
    heading: str
    help: str
    unit: str
    options: tuple[ShownOption, ...]
    when: tuple[str, ...]
    any_of: bool
    notes: tuple[str, ...]
    one_line: bool


def shown(asked: Questionnaire) -> tuple[ShownItem, ...]:
    """Every item in the order of the form."""
    known = {item.link_id: item for item in asked.every()}
    return tuple(one for item in asked.items for one in _shown(item, known, 0))


def _shown(item: Item, known: Mapping[str, Item], depth: int) -> Iterator[ShownItem]:
    yield ShownItem(
        link=item.link_id, type=item.type, depth=min(depth, 6), heading=named(item), help=item.help, unit=item.unit,
        options=tuple(_option(option) for option in item.options), when=tuple(_when(item, known)),
        any_of=not item.every_condition, notes=tuple(_notes(item)),
        one_line=item.type in ("string", "integer", "decimal", "quantity", "date", "dateTime", "time", "url"),
    )  # fmt: skip
    for child in item.items:
        yield from _shown(child, known, depth + 1)


def named(item: Item) -> str:
    """How an item is called: its prefix and text, or its codes where it has none."""
    words = item.text or next((str(code["display"]) for code in item.codes if code.get("display")), "")
    return f"{item.prefix} {words}".strip() or item.link_id


def _option(option: Option) -> ShownOption:
    score = "" if option.score is None else f"{option.score:g}"
    return ShownOption(f"{option.prefix} {option.label}".strip(), score, option.selected)


def _when(item: Item, known: Mapping[str, Item]) -> Iterator[str]:
    for one in item.conditions:
        question = named(known[one.question]) if one.question in known else one.question
        code = _how(one.operator, one.answer)
        yield say(f"documents.when.{code}", question=question, answer=_said(one.answer))
    if item.enabled_by:
        yield say("documents.when.computed", expression=item.enabled_by.text)


def _how(operator: str, answer: Any) -> str:
    if operator == "exists":
        return "answered" if answer is True else "not_answered"
    return {"=": "is", "!=": "is_not", ">": "more", "<": "less", ">=": "least", "<=": "most"}.get(operator, "other")


def _said(answer: Any) -> str:
    if isinstance(answer, bool):
        return say("documents.answer.yes" if answer else "documents.answer.no")
    return label({"value": answer})


def _notes(item: Item) -> Iterator[str]:
    for code in ("required", "repeats", "read_only", "hidden"):
        if getattr(item, code):
            yield say(f"documents.note.{code}")
    if item.calculated:
        yield say("documents.note.computed", expression=item.calculated.text)
    if item.initially:
        yield say("documents.note.begins", expression=item.initially.text)
    for value in item.initial:
        yield say("documents.note.begins", expression=_said(next(iter(value.values()), "")))
    limits = {"min_value": "least", "max_value": "most", "max_length": "length", "decimals": "decimals",
              "least": "times_least", "most": "times_most"}  # fmt: skip
    for name, code in limits.items():
        if (limit := getattr(item, name)) is not None:
            yield say(f"documents.note.{code}", limit=_said(limit))
    if item.pattern:
        yield say("documents.note.pattern", pattern=item.pattern)
