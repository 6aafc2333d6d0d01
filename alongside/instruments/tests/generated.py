"""Answers to any form, one of each kind, as somebody would give them who answers everything that is asked."""

from typing import Any

from alongside.questionnaires.items import Item, Questionnaire
from alongside.questionnaires.matching import fits
from alongside.questionnaires.values import chosen

PLAIN: dict[str, Any] = {
    "boolean": {"valueBoolean": True}, "date": {"valueDate": "2026-03-01"}, "time": {"valueTime": "08:30:00"},
    "dateTime": {"valueDateTime": "2026-03-01T08:30:00-05:00"}, "string": {"valueString": "Some words"},
    "text": {"valueString": "More words,\nin two lines"}, "url": {"valueUri": "https://example.org/a"},
    "attachment": {"valueAttachment": {"contentType": "text/plain", "data": "aGVsbG8="}},
    "reference": {"valueReference": {"display": "Somebody"}}, "open-choice": {"valueString": "Else"},
    "choice": {"valueCoding": {"display": "Else"}},
}  # fmt: skip

FITTING = ("AB-123", "Some words", "12")
"""Texts of which one fits where a form asks for a pattern."""


def answers(asked: Questionnaire, *, last: bool) -> list[dict[str, Any]]:
    """To every item; of a choice the last option, or the first."""
    return [node for item in asked.items for node in _node(item, last)]


def _node(item: Item, last: bool) -> list[dict[str, Any]]:
    below = [node for child in item.items for node in _node(child, last)]
    if item.type == "group":
        return [{"linkId": item.link_id, "item": below}] if below else []
    if not item.is_asked or item.calculated or item.hidden:
        return []
    values = [_value(item, last), *(_other(item, n, last) for n in range(1, item.least or 1))]
    return [{"linkId": item.link_id, "answer": [{**one, **({"item": below} if below else {})} for one in values]}]


def _other(item: Item, n: int, last: bool) -> dict[str, Any]:
    """Another answer where several are needed: another option, where there are some."""
    return dict(chosen(item.options[-1 - n if last else n])) if item.options else _value(item, last)


def _value(item: Item, last: bool) -> dict[str, Any]:
    if item.options and item.type in ("choice", "open-choice"):
        return dict(chosen(item.options[-1 if last else 0]))
    least = item.min_value if isinstance(item.min_value, int | float) else 1
    if item.type == "quantity":
        return {"valueQuantity": {"value": least, **({"unit": item.unit} if item.unit else {})}}
    if item.type in ("integer", "decimal"):
        return {"valueInteger" if item.type == "integer" else "valueDecimal": least}
    if item.pattern:
        return {"valueString": next(text for text in FITTING if fits(text, item.pattern))}
    return dict(PLAIN[item.type])
