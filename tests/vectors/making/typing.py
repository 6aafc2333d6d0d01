"""Fields of forms as they are sent, and the answers that they are: as they stand there, and typed over."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from alongside.questionnaires.carried import as_json
from alongside.questionnaires.controls import Control, controls
from alongside.questionnaires.filling import filled
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.reading import read
from alongside.questionnaires.tests.fields import fields_of
from alongside.questionnaires.typed import typed
from tests.vectors.making.asking import FOLDER, case

ZONE = "America/New_York"
EACH = 40
TEXTS = (
    "", " ", "12", "−3", "1.5", "1e9", "abc", "true", "false", "2026-02-28", "2026-02-30", "2026", "2026-02-28T10:30",
    "2026-07-01T23:59", "2026-03-08T02:30", "2026-11-01T01:30", "2026-13-01T10:00", "07:15", "25:00", "0", "1", "2",
    "o", "k0", "Hazel", "Straße 🏡", "99999999999", "https://example.org",
)  # fmt: skip


def made() -> dict[str, Any]:
    """One file a questionnaire: the questionnaire as a device gets it, then its cases."""
    files = sorted(path for path in FOLDER.glob("*.json") if path.stem != "endless")
    return {f"typing/{path.stem}.json": dict(_of(path)) for path in files}


def _of(path: Path) -> Iterator[tuple[str, Any]]:
    asked, chance = read(path.read_bytes()), random.Random(path.stem)
    yield "asked", as_json(asked)
    before: list[Any] = []
    for n in range(EACH):
        drawn = controls(asked, before, filled(asked, before, {}), zone=ZONE)
        fields = _over(chance, dict(fields_of(drawn)), list(_names(drawn)))
        found = typed(asked, fields, before=before, zone=ZONE)
        yield f"case {n}", {"before": before, "fields": fields, **_told(asked, found)}
        before = list(found.answers)


def _told(asked: Questionnaire, found: Any) -> dict[str, Any]:
    assert not case(asked, list(found.answers), {})["unsound"], "what is read can be kept"
    return {"answers": found.answers, "raw": found.raw, "wrong": [vars(one) for one in found.wrong]}


def _over(chance: random.Random, fields: dict[str, list[str]], names: list[str]) -> Mapping[str, list[str]]:
    """Some fields typed over."""
    for name in chance.sample(names, k=min(len(names), 6)):
        fields[name] = chance.sample(TEXTS, k=chance.choice((1, 1, 1, 2)))
    return fields


def _names(drawn: tuple[Control, ...]) -> Iterator[str]:
    for control in drawn:
        if control.draw in ("display", "computed"):
            continue
        yield from (one for one in (control.name, control.many, control.other_name) if one)
        for part in control.parts:
            yield from (one for one in (part.name, part.unit_name, part.gone_name) if one)
            yield from _names(part.items)
