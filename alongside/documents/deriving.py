"""A new edition from an old one: the same resource with other words, written as JSON anew."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from alongside.documents.shelving import plain
from alongside.foundation.errors import Fault, Unacceptable
from alongside.questionnaires.extensions import CORE, codes_of
from alongside.questionnaires.options import label
from alongside.questionnaires.raw import value

CONTROL = f"{CORE}questionnaire-itemControl"
CHOSEN = ("choice", "open-choice")


@dataclass(frozen=True)
class Edit:
    """What one item becomes. `options`: its labels in their new order, None where they stay."""

    text: str
    help: str = ""
    required: bool = False
    options: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Words:
    """What the whole form becomes, and its items by link id."""

    title: str
    version: str
    description: str = ""
    items: Mapping[str, Edit] = field(default_factory=dict)


def written(body: bytes) -> Words:
    """The words of an edition as they may be edited."""
    source = json.loads(body.decode("utf-8-sig"))
    items = {raw["linkId"]: _edit(raw) for raw in _every(source)}
    return Words(
        _text(source, "title") or _text(source, "name"), _text(source, "version"), _text(source, "description"), items
    )


def derived(body: bytes, words: Words, *, of: str) -> bytes:
    """The file with these words. `of`: what it is derived from, as a canonical address.

    Raises Unacceptable (`options-LINK`) where labels came or went: another answer is another question.
    """
    source = deepcopy(json.loads(body.decode("utf-8-sig")))
    source |= {"title": words.title, "version": words.version, "derivedFrom": [of]}
    _put(source, "description", words.description)
    faults = [fault for raw in list(_every(source)) for fault in _rewritten(raw, words.items.get(raw["linkId"]))]
    if faults:
        raise Unacceptable(faults)
    return plain(source)


def _rewritten(raw: dict[str, Any], edit: Edit | None) -> Iterator[Fault]:
    if edit is None:
        return
    _put(raw, "text", edit.text)
    if raw.get("type") != "display" and (edit.required or "required" in raw):
        raw["required"] = edit.required
    _helped(raw, edit.help)
    if edit.options is not None and edit.options != _labels(raw):
        if sorted(edit.options) != sorted(_labels(raw)):
            yield Fault("documents.fault.options", f"options-{raw['linkId']}")
            return
        left = list(raw["answerOption"])
        raw["answerOption"] = [left.pop([_label(one) for one in left].index(name)) for name in edit.options]


def _helped(raw: dict[str, Any], words: str) -> None:
    """The text of its help, which is an item below it."""
    helps = [child for child in raw.get("item", []) if "help" in codes_of(child, CONTROL)]
    if words == " ".join(_text(child, "text") for child in helps):
        return
    rest = [child for child in raw.get("item", []) if child not in helps]
    if words:
        rest = [_help(raw["linkId"], words), *rest]
    raw["item"] = rest
    if not rest:
        del raw["item"]


def _help(link: str, words: str) -> dict[str, Any]:
    control = {"system": "http://hl7.org/fhir/questionnaire-item-control", "code": "help"}
    extension = [{"url": CONTROL, "valueCodeableConcept": {"coding": [control]}}]
    return {"extension": extension, "linkId": f"{link}-help", "text": words, "type": "display"}


def _edit(raw: dict[str, Any]) -> Edit:
    helps = [child for child in raw.get("item", []) if "help" in codes_of(child, CONTROL)]
    options = _labels(raw) if raw.get("answerOption") else None
    words = " ".join(_text(child, "text") for child in helps)
    return Edit(_text(raw, "text"), words, raw.get("required") is True, options)


def _labels(raw: dict[str, Any]) -> tuple[str, ...]:
    return tuple(_label(one) for one in raw.get("answerOption", ()))


def _label(option: Mapping[str, Any]) -> str:
    return " ".join(label(value(option)).split())


def _every(raw: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every item but those that are the help of another."""
    for child in raw.get("item", []):
        if "help" not in codes_of(child, CONTROL):
            yield child
            yield from _every(child)


def _put(raw: dict[str, Any], name: str, words: str) -> None:
    if words:
        raw[name] = words
    else:
        raw.pop(name, None)


def _text(raw: Mapping[str, Any], name: str) -> str:
    found = raw.get(name)
    return found.strip() if isinstance(found, str) else ""
