"""Questions that open a path by their code, in a form of whoever made it (reference/critical_items.toml)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.foundation import reference
from alongside.questionnaires.items import Item, Questionnaire, Value
from alongside.questionnaires.values import alike, chosen, order


@dataclass(frozen=True)
class Critical:
    """A question of a form that opens `path`. `answers`: which of them are harmless, as the reference names them."""

    item: Item
    path: str
    grave: bool
    answers: Mapping[str, Any]


def critical_items(asked: Questionnaire) -> list[Critical]:
    """The questions of a form whose code is known to open a path, in the order of the form."""
    known = reference.load("critical_items")
    by_code = {(one["system"], one["code"]): one for one in known["item"]}
    found = []
    for item in asked.every():
        codes = ((code.get("system"), code.get("code")) for code in item.codes)
        one = next((by_code[code] for code in codes if code in by_code), None)
        if one and item.is_asked:
            found.append(Critical(item, one["path"], one.get("grave", False), known["answers"][one["answers"]]))
    return found


def carried_critical(asked: Questionnaire) -> list[dict[str, Any]]:
    """The same as JSON for a device: which answers of each are harmless, and words that are. Others open the path."""
    return [
        {
            "link": one.item.link_id,
            "path": one.path,
            "grave": one.grave,
            "harmless": list(_harmless(one)),
            "words": one.answers["words"],
        }
        for one in critical_items(asked)
    ]


def _harmless(one: Critical) -> Iterator[Value]:
    """Its harmless options; where it lists none, the codes that are known."""
    for option in one.item.options:
        if not is_critical(one, chosen(option)):
            yield option.value
    for system, code in () if one.item.options else one.answers["harmless"]:
        yield {"valueCoding": {"system": system, "code": code}}


def critical_answers(asked: Questionnaire, answers: Sequence[tuple[str, Value]]) -> Iterator[Critical]:
    """Those that were answered so that their path opens. `answers`: link id and value of every answer."""
    for one in critical_items(asked):
        if any(link == one.item.link_id and is_critical(one, value) for link, value in answers):
            yield one


def is_critical(one: Critical, value: Value) -> bool:
    """Whether an answer opens the path. What nothing is known of does: somebody looks at it once too often."""
    harmless = _is_harmless(one.answers, value)
    if harmless is not None:
        return not harmless
    options = one.item.options
    first = bool(options) and alike(options[0].value, value)
    unknown = not any(_is_harmless(one.answers, option.value, option.score) for option in options)
    return not (one.answers["rising"] and first and unknown)


def _is_harmless(known: Mapping[str, Any], value: Value, score: float | None = None) -> bool | None:
    """None where neither its code nor its worth nor its words say so."""
    given = next(iter(value.values()), None)
    if isinstance(given, bool):
        return not given
    if isinstance(given, Mapping) and "code" in given:
        if _is_among(given, known["critical"]):
            return False
        if _is_among(given, known["harmless"]):
            return True
    worth = order(given) if score is None else score
    if isinstance(worth, int | float) and not isinstance(worth, bool):
        return worth <= 0
    said = (given.get("code"), given.get("display")) if isinstance(given, Mapping) else (given,)
    words = {one.strip().lower() for one in said if isinstance(one, str)}
    return True if words & set(known["words"]) else None


def _is_among(coding: Mapping[str, Any], codes: Sequence[Sequence[str]]) -> bool:
    """By code, and by system where it names one."""
    return any(coding["code"] == code and coding.get("system", system) == system for system, code in codes)
