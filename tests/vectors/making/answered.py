"""Answered forms as they would be signed: what they come to, what they open, the body of the version and its digest."""

import json
import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from alongside.documents.sealing import seal
from alongside.foundation import reference
from alongside.instruments.critical import carried_critical
from alongside.instruments.instrument import Instrument, instruments, questionnaire
from alongside.instruments.papers import whole_body
from alongside.instruments.ready import opened
from alongside.instruments.texts import settled_nodes
from alongside.instruments.worth import Result, carried, results, singles
from alongside.questionnaires.carried import as_json
from alongside.questionnaires.filling import filled
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.reading import read
from alongside.questionnaires.values import chosen
from tests.vectors.making.asking import FOLDER, answers_to
from tests.vectors.making.scripted import key

EACH = 25
DOCUMENT = key(0x6100, 1)
ABOUT = {"title": "How it is", "respondent": "parent", "answered_by": "June “Bell”", "taken_on": "2026-11-02"}
SHA = "ab" * 32


def made() -> dict[str, Any]:
    """One file an instrument whose items may be shown, one of a form that computes its own number, and one
    of a form whose questions open a path by their codes."""
    found = {f"answered/{name}.json": dict(_of(name, one)) for name, one in instruments().items() if one.has_items}
    others = (FOLDER / "scored.json", FOLDER / "coded.json")
    return found | {f"answered/{one.name}": dict(_cases(one.stem, None, read(one.read_bytes()))) for one in others}


def _of(name: str, known: Instrument) -> Iterator[tuple[str, Any]]:
    yield from _cases(name, known, read(json.dumps(questionnaire(known)).encode()))


def _cases(name: str, known: Instrument | None, asked: Questionnaire) -> Iterator[tuple[str, Any]]:
    chance = random.Random(name)
    yield "document", DOCUMENT
    yield "form", {
        "form": name, "number": 3, "sha256": SHA, "canonical": asked.canonical, "asked": as_json(asked),
        "instrument": carried(known) if known else None, "critical": carried_critical(asked),
    }  # fmt: skip
    yield "paths", reference.load("instrument_paths")["path"]
    for n in range(EACH):
        share = (1, 0.97, 0.8)[n % 3]
        answers = _chosen(chance, asked, share=share) if known else answers_to(chance, asked.items, odd=False)
        yield f"case {n}", case(known, asked, answers)


def case(known: Instrument | None, asked: Questionnaire, answers: Sequence[Any]) -> dict[str, Any]:
    kept = settled_nodes(answers)
    response = filled(asked, kept, {}).response
    given = singles(response)
    found = results(asked, given)
    name = known.key if known else asked.url.rpartition(":")[2]
    body = whole_body({**ABOUT, "taken_from": ""}, asked, response, key=name, number=3, sha256=SHA)
    sealed = seal(document=UUID(DOCUMENT), number=1, kind="first", form=name, form_edition="3", body=body)
    return {
        "answers": answers, "response": response, "scores": [_score(one) for one in found],
        "paths": opened(known, asked, given, found), "body": body, "digest": sealed.digest,
    }  # fmt: skip


def _score(found: Result) -> dict[str, Any]:
    one = found.score
    total = None if one.total is None else float(one.total.quantize(Decimal("0.0001")))
    return {
        "scale": one.scale, "name": found.name, "total": total, "band": one.band, "positive": one.positive,
        "left_out": list(one.left_out), "filled": list(one.filled), "firm": one.firm,
    }  # fmt: skip


def _chosen(chance: random.Random, asked: Questionnaire, *, share: float) -> list[Any]:
    """Options at random; some questions left out."""
    found = []
    for part in asked.items:
        below = [
            {"linkId": item.link_id, "answer": [dict(chosen(chance.choice(item.options)))]}
            for item in part.items
            if item.options and chance.random() < share
        ]
        if below:
            found.append({"linkId": part.link_id, "item": below})
    return found
