"""A questionnaire as a form is drawn: every item with its field names, what stands in them, and what is wrong there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.questionnaires.filling import Filled, Node, Place
from alongside.questionnaires.items import Item, Option, Questionnaire
from alongside.questionnaires.naming import gone_of, kept_at, many_of, name_of, numbers, other_of, unit_of
from alongside.questionnaires.options import label
from alongside.questionnaires.saying import said, unit_at, units_of
from alongside.questionnaires.values import alike, option_of

SELECTS = ("drop-down", "autocomplete", "combo-box", "lookup")
NOTHING: Mapping[str, str] = {}
NO_FAULTS: Mapping[str, Sequence[Any]] = {}
LONG_LIST = 12  # more options than this are a list to open, where the file does not say otherwise


@dataclass(frozen=True)
class Choice:
    """One option of a question. `at`: what its field holds when it is marked."""

    at: str
    label: str
    prefix: str
    marked: bool


@dataclass(frozen=True)
class Part:
    """One answer of a question, or one copy of a group. `text`: what stands in its field."""

    n: int
    name: str
    text: str = ""
    unit: str = ""
    unit_name: str = ""
    gone_name: str = ""
    wrong: tuple[Any, ...] = ()
    items: tuple["Control", ...] = ()


@dataclass(frozen=True)
class Control:
    """One item. `draw`: how it is drawn. `off`: not asked at this moment. `many`: the field that counts its parts."""

    item: Item
    draw: str
    name: str
    off: bool
    parts: tuple[Part, ...] = ()
    choices: tuple[Choice, ...] = ()
    other_name: str = ""
    many: str = ""
    wrong: tuple[Any, ...] = ()
    units: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        return self.item.text or ("" if self.item.type in ("group", "display") else self.item.link_id)

    @property
    def is_answered(self) -> bool:
        return any(part.text for part in self.parts) or any(one.marked for one in self.choices)

    @property
    def may_repeat(self) -> bool:
        return bool(self.many) and (self.item.most is None or len(self.parts) < self.item.most)


@dataclass(frozen=True)
class _Drawing:
    known: Mapping[str, int]
    off: frozenset[Place]
    raw: Mapping[str, str]
    wrong: Mapping[str, Sequence[Any]]
    more: frozenset[str]
    zone: str


def controls(
    asked: Questionnaire, answers: Sequence[Node], found: Filled, *, zone: str, raw: Mapping[str, str] = NOTHING,
    wrong: Mapping[str, Sequence[Any]] = NO_FAULTS, more: frozenset[str] = frozenset(),
) -> tuple[Control, ...]:  # fmt: skip
    """Every item as it is drawn. `raw`: texts by field that could not be read; `wrong`: what is wrong, by field.

    `more`: questions (by the names of their counts) with one more field than answers. `zone`: moments are shown in it.
    """
    drawing = _Drawing(numbers(asked), found.off, raw, wrong, more, zone)
    return tuple(_controls(drawing, asked.items, answers, found.response, ()))


def _controls(
    drawing: _Drawing, items: Sequence[Item], answers: Sequence[Node], response: Sequence[Node], place: Place
) -> Iterator[Control]:
    for item in items:
        if not item.hidden:
            yield _control(drawing, item, _of(answers, item), _of(response, item), place)


def _of(nodes: Sequence[Node], item: Item) -> list[Node]:
    return [node for node in nodes if node.get("linkId") == item.link_id]


def _control(drawing: _Drawing, item: Item, given: list[Node], now: list[Node], place: Place) -> Control:
    here = (*place, (item.link_id, 0))
    name = name_of(drawing.known, here)
    around: dict[str, Any] = {"item": item, "name": name, "off": here in drawing.off}
    if item.type == "display":
        return Control(**around, draw="display")
    many: dict[str, Any] = {"many": many_of(name)} if item.repeats else {}
    if item.type == "group":
        return Control(**around, **many, draw="group", parts=_copies(drawing, item, given, now, place),
                       wrong=tuple(drawing.wrong.get(name, ())))  # fmt: skip
    answered = [one for node in given for one in node.get("answer", [])]
    shown = [one for node in now for one in node.get("answer", [])]
    if item.calculated or item.read_only:
        texts = shown if item.calculated else answered
        parts = tuple(Part(n, name, said(one, drawing.zone)) for n, one in enumerate(texts))
        return Control(**around, draw="computed", parts=parts)
    if item.options and item.type in ("choice", "open-choice"):
        return Control(
            **around, **_chosen(drawing, item, answered, shown, place), wrong=_all(drawing, item, len(answered), place)
        )
    return Control(
        **around, **many, draw=DRAWN.get(item.type, item.type), parts=_parts(drawing, item, answered, shown, place),
        units=units_of(item),
    )  # fmt: skip


def _copies(drawing: _Drawing, item: Item, given: list[Node], now: list[Node], place: Place) -> tuple[Part, ...]:
    """A group's copies: at least one to write in. `now` is matched to them by order."""
    found = []
    for n, node in enumerate(given or [{"linkId": item.link_id}]):
        here = (*place, (item.link_id, n))
        below = now[n].get("item", []) if n < len(now) else []
        items = tuple(_controls(drawing, item.items, node.get("item", []), below, here))
        found.append(Part(n, name_of(drawing.known, here), items=items))
    return tuple(found)


def _parts(drawing: _Drawing, item: Item, answered: list[Node], shown: list[Node], place: Place) -> tuple[Part, ...]:
    """A field an answer, with what could not be read in its own place; at least one."""
    texts: dict[int, tuple[str, Node]] = {}
    free = [n for n in range(len(answered) + len(drawing.raw) + 1)
            if name_of(drawing.known, (*place, (item.link_id, n))) not in drawing.raw]  # fmt: skip
    texts |= {n: (said(one, drawing.zone), one) for n, one in zip(free, answered, strict=False)}
    for n in range(len(answered) + len(drawing.raw)):
        if (name := name_of(drawing.known, (*place, (item.link_id, n)))) in drawing.raw:
            texts[n] = (drawing.raw[name], {})
    found = []
    least = len(texts) + 1 if many_of(name_of(drawing.known, (*place, (item.link_id, 0)))) in drawing.more else 1
    for n in range(max([least, *(k + 1 for k in texts)])):
        here = (*place, (item.link_id, n))
        name = name_of(drawing.known, here)
        text, answer = texts.get(n, ("", {}))
        below = shown[n].get("item", []) if n < len(shown) else []
        found.append(Part(
            n, name, text, unit=unit_at(item, answer), unit_name=unit_of(name), gone_name=gone_of(name),
            wrong=tuple(drawing.wrong.get(name, ())),
            items=tuple(_controls(drawing, item.items, answer.get("item", []), below, here)),
        ))  # fmt: skip
    return tuple(found)


def _chosen(drawing: _Drawing, item: Item, answered: list[Node], shown: list[Node], place: Place) -> dict[str, Any]:
    name = name_of(drawing.known, (*place, (item.link_id, 0)))
    values = [_value(one) for one in answered]
    choices = [
        Choice(str(n), option.label or label(option.value), option.prefix, _is_marked(option, values))
        for n, option in enumerate(item.options)
    ]
    choices += [
        Choice(kept_at(n), said(value, drawing.zone), "", True)
        for n, value in enumerate(values)
        if option_of(item, value) is None
    ]
    as_list = item.control in SELECTS or (not item.control and len(choices) > LONG_LIST)
    draw = "boxes" if item.repeats else "select" if as_list and item.type == "choice" else "radios"
    parts = _below(drawing, item, answered, shown, place) if item.items else ()
    own = {"other_name": other_of(name)} if item.type == "open-choice" else {}
    return {"draw": draw, "choices": tuple(choices), "parts": parts, **own}


def _below(drawing: _Drawing, item: Item, answered: list[Node], shown: list[Node], place: Place) -> tuple[Part, ...]:
    """What is asked below each answer; below the first one too where there is none yet."""
    found = []
    for n, one in enumerate(answered or [{}]):
        here = (*place, (item.link_id, n))
        below = shown[n].get("item", []) if n < len(shown) else []
        items = tuple(_controls(drawing, item.items, one.get("item", []), below, here))
        found.append(Part(n, name_of(drawing.known, here), items=items))
    return tuple(found)


def _is_marked(option: Option, values: list[Node]) -> bool:
    return any(alike(option.value, value) for value in values)


def _all(drawing: _Drawing, item: Item, count: int, place: Place) -> tuple[Any, ...]:
    """What is wrong with any answer of a question that has one field for all."""
    names = [name_of(drawing.known, (*place, (item.link_id, n))) for n in range(max(1, count))]
    return tuple(one for name in names for one in drawing.wrong.get(name, ()))


def _value(answer: Node) -> Node:
    return {name: one for name, one in answer.items() if name.startswith("value")}


DRAWN = {"boolean": "yesno", "choice": "words", "open-choice": "words", "string": "words", "reference": "words",
         "attachment": "file", "decimal": "number", "integer": "number", "quantity": "number"}  # fmt: skip
