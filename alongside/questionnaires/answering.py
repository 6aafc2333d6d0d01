"""Whether answers are right and whole: each fault with its place, a code and values. Nothing is dropped in silence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.questionnaires.filling import Filled, Node, Place
from alongside.questionnaires.items import Item, Questionnaire
from alongside.questionnaires.matching import fits
from alongside.questionnaires.values import alike, is_of, option_of, order

FREE = ("string", "integer", "date", "time", "reference", "open-choice")  # types whose options are suggestions or codes


@dataclass(frozen=True)
class Wrong:
    """One thing, at a place: the way of link ids down to it, each with which of several it is."""

    code: str
    place: Place
    values: Mapping[str, Any] = field(default_factory=dict)


def unsound(asked: Questionnaire, answers: Sequence[Node]) -> list[Wrong]:
    """What cannot be kept as it is: answers to what is not asked here, or of another type."""
    return list(_unsound(asked.items, answers, ()))


def missing(asked: Questionnaire, filled: Filled) -> list[Wrong]:
    """What has to be answered yet before it can be signed, and what breaks a limit."""
    return list(_missing(asked.items, filled.response, filled.off, ()))


def _unsound(items: Sequence[Item], nodes: Sequence[Node], place: Place) -> Iterator[Wrong]:
    known = {item.link_id: item for item in items}
    seen: dict[str, int] = {}
    for node in nodes:
        link = node.get("linkId") if isinstance(node, Mapping) else None
        item = known.get(link) if isinstance(link, str) else None
        if item is None or not node.keys() <= {"linkId", "text", "answer", "item"}:
            yield Wrong("unknown", place)
            continue
        n = seen[item.link_id] = seen.get(item.link_id, -1) + 1
        here = (*place, (item.link_id, n))
        if n and not (item.repeats and item.type == "group"):
            yield Wrong("again", here)
        yield from _unsound_node(item, node, here)


def _unsound_node(item: Item, node: Node, here: Place) -> Iterator[Wrong]:
    answers, below = node.get("answer", []), node.get("item", [])
    if not isinstance(answers, list) or not isinstance(below, list) or (answers and not item.is_asked):
        yield Wrong("type", here)
        return
    if below and item.is_asked:
        yield Wrong("unknown", here)
    if len(answers) > 1 and not item.repeats:
        yield Wrong("several", here)
    for n, answer in enumerate(answers):
        value = {name: one for name, one in answer.items() if name != "item"} if isinstance(answer, Mapping) else {}
        if not is_of(item, value):
            yield Wrong("type", here, {"type": item.type})
        elif item.options and item.type not in FREE and option_of(item, value) is None:
            yield Wrong("no_option", here)
        if isinstance(answer, Mapping):
            yield from _unsound(item.items, answer.get("item", []), (*here[:-1], (item.link_id, n)))
    if not item.is_asked:
        yield from _unsound(item.items, below, here)


def _missing(items: Sequence[Item], nodes: Sequence[Node], off: frozenset[Place], place: Place) -> Iterator[Wrong]:
    for item in items:
        here = (*place, (item.link_id, 0))
        if here in off or item.type == "display":
            continue
        found = [node for node in nodes if node.get("linkId") == item.link_id]
        if item.type == "group":
            yield from _group(item, found, off, place)
        else:
            yield from _question(item, [one for node in found for one in node.get("answer", [])], off, place)


def _group(item: Item, found: list[Node], off: frozenset[Place], place: Place) -> Iterator[Wrong]:
    least = item.least if item.least is not None else int(item.required)
    if len(found) < least:
        yield Wrong("required" if least == 1 else "too_few", (*place, (item.link_id, 0)), {"least": least})
    if item.most is not None and len(found) > item.most:
        yield Wrong("too_many", (*place, (item.link_id, item.most)), {"most": item.most})
    for n, node in enumerate(found or ([{"linkId": item.link_id}] if not item.repeats else [])):
        yield from _missing(item.items, node.get("item", []), off, (*place, (item.link_id, n)))


def _question(item: Item, answers: list[Node], off: frozenset[Place], place: Place) -> Iterator[Wrong]:
    here = (*place, (item.link_id, 0))
    least = max(item.least or 0, int(item.required)) if item.required or item.repeats else 0
    if len(answers) < least and not item.hidden:
        yield Wrong("required" if least == 1 else "too_few", here, {"least": least})
    if item.most is not None and len(answers) > item.most:
        yield Wrong("too_many", here, {"most": item.most})
    if len(answers) > 1 and any(
        option.alone and alike(option.value, _value(one)) for option in item.options for one in answers
    ):
        yield Wrong("alone", here)
    for n, answer in enumerate(answers):
        yield from _limits(item, _value(answer), (*place, (item.link_id, n)))
        yield from _missing(item.items, answer.get("item", []), off, (*place, (item.link_id, n)))


def _limits(item: Item, value: Node, here: Place) -> Iterator[Wrong]:
    given = next(iter(value.values()), None)
    if isinstance(given, str):
        if item.max_length is not None and len(given) > item.max_length:
            yield Wrong("too_long", here, {"most": item.max_length})
        if item.pattern and not fits(given, item.pattern):
            yield Wrong("pattern", here)
    here_is = order(given)
    for code, limit, beyond in (("too_low", item.min_value, -1), ("too_high", item.max_value, 1)):
        bound = order(limit)
        if _comparable(here_is, bound) and _beyond(here_is, bound, beyond):
            yield Wrong(code, here, {"limit": bound})
    if item.decimals is not None and isinstance(here_is, float) and round(here_is, item.decimals) != here_is:
        yield Wrong("decimals", here, {"most": item.decimals})


def _comparable(one: Any, other: Any) -> bool:
    numbers = all(isinstance(each, int | float) for each in (one, other))
    return numbers or all(isinstance(each, str) for each in (one, other))


def _beyond(value: Any, bound: Any, way: int) -> bool:
    return bool(value < bound if way < 0 else value > bound)


def _value(answer: Node) -> Node:
    return {name: one for name, one in answer.items() if name.startswith("value")}
