"""Answers as FHIR writes them: which member belongs to which type, whether a value is one, and how two compare."""

import base64
import binascii
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from alongside.questionnaires.items import Item, Option, Value

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
MEMBERS = {
    "boolean": "valueBoolean", "decimal": "valueDecimal", "integer": "valueInteger", "date": "valueDate",
    "dateTime": "valueDateTime", "time": "valueTime", "string": "valueString", "text": "valueString", "url": "valueUri",
    "choice": "valueCoding", "open-choice": "valueCoding", "attachment": "valueAttachment",
    "reference": "valueReference", "quantity": "valueQuantity",
}  # fmt: skip
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?\Z")
LARGEST = 2_147_483_647  # FHIR integer
MOST = 20_000  # characters of any text


def is_of(item: Item, value: Value) -> bool:
    """Whether a value can be an answer of this type at all."""
    if len(value) != 1:
        return False
    ((member, given),) = value.items()
    if item.type == "open-choice" and member == "valueString":
        return _text(given)
    return member == MEMBERS.get(item.type) and SORTS[member](given)


def chosen(option: Option) -> Value:
    """An option as an answer: its score stands in the coding, where expressions look for it."""
    coding = option.value.get("valueCoding")
    if option.score is None or not isinstance(coding, Mapping) or _has_score(coding):
        return option.value
    score = int(option.score) if option.score.is_integer() else option.score
    return {
        "valueCoding": {**coding, "extension": [*coding.get("extension", ()), {"url": ORDINAL, "valueDecimal": score}]}
    }


def option_of(item: Item, value: Value) -> Option | None:
    """The option that an answer is, by system and code, or by the value itself."""
    return next((option for option in item.options if alike(option.value, value)), None)


def alike(one: Value, other: Value) -> bool:
    """Whether two values mean the same. Codings by code, and by system where both name one."""
    if one.keys() != other.keys():
        return False
    left, right = next(iter(one.values())), next(iter(other.values()))
    return same(left, right)


def same(left: Any, right: Any) -> bool:
    """`left` and `right` without their members' names."""
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        if "code" in left or "code" in right:
            systems = {one["system"] for one in (left, right) if "system" in one}
            return left.get("code") == right.get("code") and len(systems) < 2
        return all(left.get(name) == right.get(name) for name in ("value", "reference", "display") if name in left)
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    return bool(left == right)


def order(value: Any) -> Any:
    """What > and < compare: a number (also a quantity's or an option's), the text of a date or time, or None."""
    if isinstance(value, Mapping):
        score = _score(value)
        return score if score is not None else value.get("value")
    return None if isinstance(value, bool) else value


def stands(operator: str, answers: list[Any], wanted: Any) -> bool:
    """Whether the answers to a question stand so to what an enableWhen wants. One of several is enough; `!=` asks that
    something is answered, and nothing so."""
    if operator == "exists":
        return bool(answers) is (wanted is True)
    if operator == "=":
        return any(same(wanted, answer) for answer in answers)
    if operator == "!=":
        return bool(answers) and not any(same(wanted, answer) for answer in answers)
    return any(_compared(operator, order(answer), order(wanted)) for answer in answers)


def _compared(operator: str, left: Any, right: Any) -> bool:
    numbers = all(isinstance(one, int | float) for one in (left, right))
    if not numbers and not all(isinstance(one, str) for one in (left, right)):
        return False
    told = {">": left > right, "<": left < right, ">=": left >= right, "<=": left <= right}
    return bool(told.get(operator, False))


def _has_score(coding: Mapping[str, Any]) -> bool:
    return _score(coding) is not None


def _score(coding: Mapping[str, Any]) -> Any:
    for one in coding.get("extension") or ():
        if isinstance(one, Mapping) and one.get("url") == ORDINAL:
            return one.get("valueDecimal", one.get("valueInteger"))
    return None


def _text(given: Any) -> bool:
    return isinstance(given, str) and 0 < len(given) <= MOST and given.strip() != ""


def _number(given: Any) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e15


def _whole(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and abs(given) <= LARGEST


def _day(given: Any) -> bool:
    if not isinstance(given, str) or not DATE.match(given):
        return False
    return len(given) < 10 or _parses(date.fromisoformat, given)


def _moment(given: Any) -> bool:
    if not isinstance(given, str):
        return False
    return bool(DATE_TIME.match(given)) and _parses(datetime.fromisoformat, given) or _day(given)


def _clock(given: Any) -> bool:
    return isinstance(given, str) and bool(TIME.match(given)) and _parses(time.fromisoformat, given)


def _parses(reader: Any, given: str) -> bool:
    try:
        reader(given)
    except ValueError:
        return False
    return True


def _coding(given: Any) -> bool:
    return isinstance(given, Mapping) and any(_text(given.get(name)) for name in ("code", "display"))


def _quantity(given: Any) -> bool:
    return isinstance(given, Mapping) and _number(given.get("value"))


def _reference(given: Any) -> bool:
    return isinstance(given, Mapping) and any(_text(given.get(name)) for name in ("reference", "display"))


def _attachment(given: Any) -> bool:
    """By its address here, or with the bytes in it."""
    if not isinstance(given, Mapping) or not _text(given.get("contentType")):
        return False
    try:
        return _text(given.get("url")) or bool(base64.b64decode(given.get("data") or "", validate=True))
    except (binascii.Error, TypeError):
        return False


SORTS = {
    "valueBoolean": lambda given: isinstance(given, bool), "valueDecimal": _number, "valueInteger": _whole,
    "valueDate": _day, "valueDateTime": _moment, "valueTime": _clock, "valueString": _text, "valueUri": _text,
    "valueCoding": _coding, "valueAttachment": _attachment, "valueReference": _reference, "valueQuantity": _quantity,
}  # fmt: skip
