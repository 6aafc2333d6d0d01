"""A form on paper: blank with boxes to tick and lines to write on, or with the answers that somebody gave."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alongside.foundation.messages import say
from alongside.printing import paper as blocks
from alongside.printing.paper import Block
from alongside.questionnaires.items import Condition, Item, Option, Questionnaire, Value
from alongside.questionnaires.options import label
from alongside.questionnaires.values import alike

Node = Mapping[str, Any]
LINES = {"text": 5, "string": 2}
TICKED, OPEN = "☒", "☐"
WIDEST = 7  # answers beside each other in a grid
HOW = {"=": "is", "!=": "is_not", ">": "more", "<": "less", ">=": "least", "<=": "most", "exists": "answered"}


def blank(asked: Questionnaire) -> tuple[Block, ...]:
    """Every item of the form to be answered by hand; conditions stand beside what they open."""
    known = {item.link_id: item for item in asked.every()}
    return tuple(_blank(asked.items, known, 2))


def to_fill_in(asked: Questionnaire, rights: str) -> tuple[Block, ...]:
    """A blank form with places for whose it is and who answers, and with its rights at the end."""
    head = [blocks.answer(say(f"foundation.sheet.{line}")) for line in ("client", "day", "by")]
    return (*head, *blank(asked), *([blocks.small(rights)] if rights else ()))


def answered(asked: Questionnaire, response: Sequence[Node]) -> tuple[Block, ...]:
    """What was asked, with the answers of a response's `item`; an open question shows that nothing was answered."""
    return tuple(_answered(asked.items, response, 2))


def _blank(items: Sequence[Item], known: Mapping[str, Item], level: int) -> Iterator[Block]:
    for item in items:
        if item.hidden:
            continue
        help = " ".join(word for word in (item.help, *_when(item, known)) if word)
        if item.type == "group":
            yield from _group(item, help, level)
            if _alike(item.items):
                yield _grid(item.items, None)
            else:
                yield from _blank(item.items, known, level + 1)
        elif item.type == "display":
            yield blocks.line(item.text)
        else:
            yield from _question(item, help)
            yield from _blank(item.items, known, level + 1)


def _group(item: Item, help: str, level: int) -> Iterator[Block]:
    if called := _called(item):
        yield blocks.heading(called, min(level, 4))
    if help:
        yield blocks.small(help)


def _question(item: Item, help: str) -> Iterator[Block]:
    called = _called(item) + ("" if not item.unit else f" ({item.unit})")
    if item.calculated:
        yield blocks.answer(called, help=say("foundation.sheet.computed"))
    elif item.type == "boolean":
        yield blocks.choices(called, [(_yes_no(True), False), (_yes_no(False), False)], help)
    elif item.options:
        several = say("foundation.sheet.several") if item.repeats else ""
        yield blocks.choices(called, [(_option(o), False) for o in item.options], f"{several} {help}".strip())
        if item.type == "open-choice":
            yield blocks.answer(say("foundation.sheet.other"))
    else:
        yield blocks.answer(called, lines=LINES.get(item.type, 1), help=help)


def _answered(items: Sequence[Item], response: Sequence[Node], level: int) -> Iterator[Block]:
    for item in items:
        nodes = [node for node in response if node.get("linkId") == item.link_id]
        if item.hidden or (not nodes and (item.conditions or item.enabled_by)):
            continue
        if item.type == "display":
            yield blocks.line(item.text)
        elif item.type == "group":
            for node in nodes or [{}]:
                yield from _group(item, "", level)
                if _alike(item.items):
                    yield _grid(item.items, node.get("item", ()))
                else:
                    yield from _answered(item.items, node.get("item", ()), level + 1)
        else:
            yield from _told(item, [answer for node in nodes for answer in node.get("answer", ())], level)


def _told(item: Item, answers: Sequence[Node], level: int) -> Iterator[Block]:
    given = [_value(answer) for answer in answers]
    if item.options and len(item.options) <= 12 and given:
        ticks = [(_option(o), any(alike(o.value, one) for one in given)) for o in item.options]
        ticks += [(_said(one), True) for one in given if not any(alike(o.value, one) for o in item.options)]
        yield blocks.choices(_called(item), ticks)
    else:
        unit = f" {item.unit}" if item.unit and given and item.type != "quantity" else ""
        yield blocks.answer(_called(item), "\n".join(map(_said, given)) + unit or say("foundation.sheet.unanswered"))
    for answer in answers:
        yield from _answered(item.items, answer.get("item", ()), level + 1)


def _alike(items: Sequence[Item]) -> bool:
    """Whether questions have the same few answers and nothing below them: then they stand in one grid."""
    first = items[0].options if items else ()
    return len(items) > 1 and 1 < len(first) <= WIDEST and all(
        one.type == "choice" and not (one.items or one.repeats or one.conditions or one.enabled_by or one.hidden)
        and [o.value for o in one.options] == [o.value for o in first] for one in items
    )  # fmt: skip


def _grid(items: Sequence[Item], response: Sequence[Node] | None) -> Block:
    options = items[0].options
    given = {node.get("linkId"): [_value(one) for one in node.get("answer", ())] for node in response or ()}

    def box(item: Item, option: Option) -> str:
        return TICKED if any(alike(option.value, one) for one in given.get(item.link_id, ())) else OPEN

    rows = [[_called(item), *(box(item, option) for option in options)] for item in items]
    return blocks.table(["", *(_option(o) for o in options)], rows, wide=True)


def _when(item: Item, known: Mapping[str, Item]) -> Iterator[str]:
    told = [_condition(one, known) for one in item.conditions]
    if told:
        joined = say("foundation.sheet.and" if item.every_condition else "foundation.sheet.or").join(told)
        yield say("foundation.sheet.only_if", conditions=joined)


def _condition(one: Condition, known: Mapping[str, Item]) -> str:
    question = _called(known[one.question]) if one.question in known else one.question
    how = "not_answered" if one.operator == "exists" and one.answer is not True else HOW.get(one.operator, "is")
    return say(f"foundation.sheet_when.{how}", question=question, answer=_said({"value": one.answer}))


def _called(item: Item) -> str:
    words = item.text or next((str(code["display"]) for code in item.codes if code.get("display")), "")
    return f"{item.prefix} {words}".strip()


def _option(option: Option) -> str:
    return f"{option.prefix} {option.label}".strip()


def _value(answer: Node) -> Value:
    return {name: one for name, one in answer.items() if name.startswith("value")}


def _said(value: Value) -> str:
    """An answer in words."""
    (given,) = value.values() if len(value) == 1 else ("",)
    if isinstance(given, bool):
        return _yes_no(given)
    if isinstance(given, Mapping) and "value" in given:
        return f"{given['value']} {given.get('unit') or given.get('code') or ''}".strip()
    if isinstance(given, Mapping) and ("title" in given or "reference" in given):
        return str(given.get("title") or given.get("display") or given["reference"])
    return label(value)


def _yes_no(given: bool) -> str:
    return say("foundation.sheet.yes" if given else "foundation.sheet.no")
