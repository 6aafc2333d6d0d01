"""Questionnaires with answers as they come: what is asked, computed, missing and wrong, at each step."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from alongside.questionnaires.answering import missing, unsound
from alongside.questionnaires.carried import as_json
from alongside.questionnaires.filling import begun, filled
from alongside.questionnaires.items import Item, Questionnaire
from alongside.questionnaires.reading import read
from alongside.questionnaires.values import MEMBERS, is_of

FOLDER = Path(__file__).parents[2] / "data" / "questionnaires"
PATIENT = {"resourceType": "Patient", "gender": "female", "extension": [{"url": "age", "valueInteger": 9}]}
EACH = 60
WORDS = ("Hazel", "  ", "", "AB-123", "ab-123", "a long word too many", "Straße 🏡")
VALUES: Mapping[str, Sequence[Any]] = {
    "valueBoolean": (True, False, "true", 1, None), "valueDecimal": (0, 1.5, 99.51, -1, 1e16, 3.125, "2", True),
    "valueInteger": (0, 1, 7, 18, 40, 2.5, 2**40),
    "valueDate": ("2026-02-28", "2026-02-30", "1999", "2031-01", "26-1-1"),
    "valueDateTime": ("2026-02-28T10:00:00-05:00", "2026-02-28T10:00:00", "2026-02-30T10:00:00Z", "2026"),
    "valueTime": ("07:30:00", "03:00:00", "24:00:00", "7:30"), "valueString": WORDS, "valueUri": ("urn:a", "", 3),
    "valueCoding": (
        {"code": "none"}, {"code": "all", "system": "urn:alongside:test"}, {"code": "all", "system": "urn:b"}, {},
    ),
    "valueQuantity": ({"value": 3.5, "unit": "kg"}, {"value": -2}, {"unit": "kg"}),
    "valueReference": ({"display": "The aunt"}, {"reference": "Patient/1"}, {}),
    "valueAttachment": (
        {"contentType": "image/png", "data": "aGVsbG8="}, {"contentType": "image/png"},
        {"contentType": "a", "data": "!"},
    ),
}  # fmt: skip


def made() -> dict[str, Any]:
    """One file a questionnaire: the questionnaire as a device gets it, then its cases."""
    return {f"asking/{path.stem}.json": dict(_of(path)) for path in sorted(FOLDER.glob("*.json"))}


def _of(path: Path) -> Iterator[tuple[str, Any]]:
    asked, chance = read(path.read_bytes()), random.Random(path.stem)
    yield "asked", as_json(asked)
    for context in ({}, {"patient": PATIENT}):
        yield f"begun {len(context)}", {"context": context, "begun": begun(asked, context)}
    for n in range(EACH):
        answers = answers_to(chance, asked.items, odd=n % 3 == 0)
        yield f"case {n}", case(asked, answers, {"patient": PATIENT} if n % 2 else {})


def case(asked: Questionnaire, answers: list[Any], context: Mapping[str, Any]) -> dict[str, Any]:
    wrong = [vars(one) for one in unsound(asked, answers)]
    if wrong:
        return {"answers": answers, "unsound": wrong}
    found = filled(asked, answers, context)
    return {
        "answers": answers, "context": context, "unsound": [], "response": found.response, "off": sorted(found.off),
        "failed": sorted(found.failed), "settled": found.settled,
        "missing": [vars(one) for one in missing(asked, found)],
    }  # fmt: skip


def answers_to(chance: random.Random, items: Sequence[Item], *, odd: bool) -> list[Any]:
    found = []
    for item in items:
        for _ in range(chance.choice((1, 1, 2, 4)) if item.type == "group" and item.repeats else 1):
            if node := _node(chance, item, odd=odd):
                found.append(node)
    if odd and chance.random() < 0.2:
        found.append(
            chance.choice([{"linkId": "nowhere"}, {"linkId": items[0].link_id, "answer": [{"valueInteger": 1}]}, 3])
        )
    return found


def _node(chance: random.Random, item: Item, *, odd: bool) -> Any:
    if item.type == "display" or (item.calculated and not odd) or chance.random() < 0.15:
        return None
    if item.type == "group":
        return {"linkId": item.link_id, "item": answers_to(chance, item.items, odd=odd)}
    many = chance.choice((1, 2, 3)) if item.repeats or (odd and chance.random() < 0.1) else 1
    answers = [_value(chance, item, odd=odd) for _ in range(many)]
    if item.items:
        answers = [{**one, "item": answers_to(chance, item.items, odd=odd)} for one in answers]
    return {"linkId": item.link_id, "answer": answers}


def _value(chance: random.Random, item: Item, *, odd: bool) -> Any:
    if item.options and chance.random() < 0.85:
        return dict(chance.choice(item.options).value)
    member = chance.choice(list(VALUES)) if odd and chance.random() < 0.1 else MEMBERS[item.type]
    good = [{member: one} for one in VALUES[member] if odd or is_of(item, {member: one})]
    return json.loads(json.dumps(chance.choice(good or [{member: "x"}])))
