"""From the fields of a form to answers: what somebody typed, and what of it cannot be read. The same on a device."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from alongside.questionnaires.answering import Wrong
from alongside.questionnaires.filling import Node, Place
from alongside.questionnaires.items import Item, Questionnaire, Value
from alongside.questionnaires.naming import gone_of, kept_at, many_of, name_of, numbers, other_of, unit_of
from alongside.questionnaires.saying import said, unit_at
from alongside.questionnaires.values import MEMBERS, chosen, is_of, option_of

MOST_COPIES = 50
OTHER = "o"
WHOLE = re.compile(r"[-−]?\d{1,10}\Z", re.ASCII)
NUMBER = re.compile(r"[-−]?\d{1,14}(\.\d{1,8})?\Z", re.ASCII)
LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\Z", re.ASCII)
SHORT_TIME = re.compile(r"\d\d:\d\d\Z", re.ASCII)
NOTHING: Mapping[str, Value] = {}


@dataclass(frozen=True)
class Typed:
    """`answers`: what could be read. `raw`: by field, texts that could not, kept to be shown again; `wrong`: why."""

    answers: tuple[Node, ...]
    raw: Mapping[str, str]
    wrong: tuple[Wrong, ...]


@dataclass
class _Reading:
    known: Mapping[str, int]
    fields: Mapping[str, Sequence[str]]
    files: Mapping[str, Value]
    zone: str
    raw: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)

    def all(self, name: str) -> Sequence[str]:
        return self.fields.get(name, ())

    def one(self, name: str) -> str:
        return next(iter(self.all(name)), "").strip()


def typed(
    asked: Questionnaire, fields: Mapping[str, Sequence[str]], *, before: Sequence[Node], zone: str,
    files: Mapping[str, Value] = NOTHING,
) -> Typed:  # fmt: skip
    """Answers from fields by name. `before`: the answers so far, of which what nobody types stays.

    `files`: attachments by field. `zone`: of moments that are typed without one.
    """
    reading = _Reading(numbers(asked), fields, files, zone)
    answers = list(_items(reading, asked.items, before, ()))
    return Typed(tuple(answers), reading.raw, tuple(reading.wrong))


def _items(reading: _Reading, items: Sequence[Item], before: Sequence[Node], place: Place) -> Iterator[Node]:
    for item in items:
        were = [node for node in before if node.get("linkId") == item.link_id]
        if item.type == "display" or item.calculated:
            continue
        if item.type == "group":
            yield from _group(reading, item, were, place)
        elif item.read_only or item.hidden:
            yield from were
        elif answers := list(_answers(reading, item, [one for node in were for one in node.get("answer", [])], place)):
            yield {"linkId": item.link_id, "answer": answers}


def _group(reading: _Reading, item: Item, were: list[Node], place: Place) -> Iterator[Node]:
    for n in range(_many(reading, item, place)):
        within = were[n].get("item", []) if n < len(were) else []
        below = list(_items(reading, item.items, within, (*place, (item.link_id, n))))
        if below or item.repeats:
            yield {"linkId": item.link_id, **({"item": below} if below else {})}


def _many(reading: _Reading, item: Item, place: Place) -> int:
    """How many copies are on the page: one, or what the page says."""
    said = reading.one(many_of(name_of(reading.known, (*place, (item.link_id, 0))))) if item.repeats else ""
    return min(max(int(said), 1), MOST_COPIES) if re.fullmatch(r"\d{1,3}", said, re.ASCII) else 1


def _answers(reading: _Reading, item: Item, were: list[Node], place: Place) -> Iterator[Node]:
    values = _chosen(reading, item, were, place) if item.options and item.type in ("choice", "open-choice") else None
    found = list(values) if values is not None else list(_written(reading, item, were, place))
    for n, (at, value) in enumerate(found):
        within = were[n].get("item", []) if n < len(were) else []
        below = list(_items(reading, item.items, within, (*place, (item.link_id, at))))
        yield {**value, **({"item": below} if below else {})}


def _chosen(reading: _Reading, item: Item, were: list[Node], place: Place) -> Iterator[tuple[int, Value]]:
    """What was marked, in the order of the options; what was said in other words before; then new words."""
    name = name_of(reading.known, (*place, (item.link_id, 0)))
    marks = {mark.strip() for mark in reading.all(name)}
    found: list[Value] = [chosen(option) for n, option in enumerate(item.options) if str(n) in marks]
    if item.type == "open-choice":
        kept = [(kept_at(n), _value(one)) for n, one in enumerate(were)]
        found += [value for at, value in kept if at in marks and option_of(item, value) is None]
        own = reading.one(other_of(name))
        new: list[Value] = [{"valueString": own}] if own else []
        found = [*found, *new] if item.repeats else new if OTHER in marks or not found else found
    if any(mark and mark not in _offered(item, were) for mark in marks):
        reading.wrong.append(Wrong("no_option", (*place, (item.link_id, 0))))
    yield from enumerate(found if item.repeats else found[:1])


def _offered(item: Item, were: Sequence[Node]) -> set[str]:
    """The marks that the page has for a question with options."""
    own = {OTHER, *map(kept_at, range(len(were)))} if item.type == "open-choice" else set()
    return own | {str(n) for n in range(len(item.options))}


def _written(reading: _Reading, item: Item, were: list[Node], place: Place) -> Iterator[tuple[int, Value]]:
    for n in range(_many(reading, item, place)):
        here = (*place, (item.link_id, n))
        name = name_of(reading.known, here)
        if item.type == "attachment":
            kept = _value(were[n]) if n < len(were) and not reading.one(gone_of(name)) else None
            if value := reading.files.get(name) or kept:
                yield n, value
            continue
        text = reading.one(name)
        if not text:
            continue
        value = _the_same(reading, item, text, name, were) or _read(reading, item, text, name)
        if value is not None and is_of(item, value):
            yield n, value
        else:
            reading.raw[name] = text
            reading.wrong.append(Wrong("type", here, {"type": item.type}))


def _the_same(reading: _Reading, item: Item, text: str, name: str, were: list[Node]) -> Value | None:
    """The answer that stood there, whole, where its field was left as it was: a field shows less than some hold."""
    for one in were:
        if text == said(one, reading.zone) and (not item.units or reading.one(unit_of(name)) == unit_at(item, one)):
            return _value(one)
    return None


def _read(reading: _Reading, item: Item, text: str, name: str) -> Value | None:
    member = MEMBERS[item.type]
    plain = text.replace("−", "-")
    if item.type == "boolean":
        return {member: text == "true"} if text in ("true", "false") else None
    if item.type == "integer":
        return {member: int(plain)} if WHOLE.match(text) else None
    if item.type == "decimal":
        return {member: _number(plain)} if NUMBER.match(text) else None
    if item.type == "quantity":
        return {member: {"value": _number(plain), **_unit(reading, item, name)}} if NUMBER.match(text) else None
    if item.type == "dateTime" and LOCAL.match(text):
        return _moment(text, reading.zone)
    if item.type == "time" and SHORT_TIME.match(text):
        return {member: f"{text}:00"}
    if item.type == "reference":
        return {member: {"display": text}}
    if item.type in ("choice", "open-choice"):
        return {"valueString": text} if item.type == "open-choice" else {"valueCoding": {"display": text}}
    return {member: text}


def _number(text: str) -> int | float:
    """As JSON writes it: a whole number without a point."""
    value = float(text)
    return int(value) if value.is_integer() else value


def _unit(reading: _Reading, item: Item, name: str) -> dict[str, Any]:
    """The unit that was chosen, or the item's own."""
    said = reading.one(unit_of(name))
    units = [one["valueCoding"] for one in item.units if isinstance(one.get("valueCoding"), Mapping)]
    if not units or not re.fullmatch(r"\d{1,3}", said, re.ASCII) or int(said) >= len(units):
        return {"unit": item.unit} if item.unit else {}
    coding = units[int(said)]
    named = str(coding.get("display") or coding.get("code") or "")
    return {"unit": named, **{key: coding[key] for key in ("system", "code") if key in coding}}


def _moment(text: str, zone: str) -> Value | None:
    """A local moment with the offset of its zone; None for one that is none."""
    try:
        local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
        return {"valueDateTime": local.isoformat(timespec="seconds")}
    except (ValueError, OverflowError):
        return None


def _value(answer: Node) -> Value:
    return {name: one for name, one in answer.items() if name.startswith("value")}


def without(answers: Sequence[Node], place: Place) -> list[Node]:
    """The answers without one copy of a group that repeats."""
    (link, n), *rest = place
    found, seen = [], -1
    for node in answers:
        seen += node.get("linkId") == link
        if node.get("linkId") != link or seen != n:
            found.append(node)
        elif rest:
            found.append({**node, **({"item": without(node["item"], tuple(rest))} if "item" in node else {})})
    return found
