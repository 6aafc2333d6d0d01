"""Whether sentences are honest, how a note is edited, what a payer finds missing: by the server's rules."""

from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

from alongside.foundation import reference
from alongside.foundation.typed_text import settled
from alongside.notes.payers import elements, payer
from alongside.notes.rules import editing, honesty
from alongside.notes.rules.figures import figures
from alongside.notes.rules.formats import arranged
from alongside.notes.rules.payer import check, faults
from alongside.notes.tests import bodies
from tests.vectors.making.around import PAYERS
from tests.vectors.making.details import said

BITS = (
    "Hits others", "was counted 3 times", "because he was angry", "in 1 h 30 min", "at 3:36:09 pm", "twice", "1,200 s",
    "0.50", "he seemed calm", "calmly", "thoroughly", "upset_stomach", "área 51", "²", "①②", "Ⅳ", "٣", "decrease.",
    "so that", "not so", "half a dozen", "“stop”", "DUE TO", "İ", "a+b", "", "  ", "worked well, he said",
)  # fmt: skip
TEXTS = ("", "Hits others was counted 2 times.", "I saw 3 of them, at 4:12 pm.", "Nothing more \r\n ", "  ", "twice")


def made() -> dict[str, Any]:
    return {
        "rules/honesty.json": _honest(), "rules/editing.json": _edited(), "rules/payers.json": _asked(),
        "rules/editions.json": _editions(),
    }  # fmt: skip


def _honest() -> list[Any]:
    dice, words = Random("honest"), reference.load("drafting_words")
    forbidden = (*words["cause"], *words["effect"], *words["mood"])
    told = [dice.sample(BITS, 4) for _ in range(250)]
    nested = [("Said: he seemed calm, later.", ["seemed", "he seemed calm"]), ("A ésad, sadé, not_sad sad", ["x"])]
    return [_weighed(text, held, forbidden) for text, held in nested] + [
        _weighed(" ".join(bits), [*bits[: dice.randint(0, 4)], *dice.sample(BITS, 2)], forbidden) for bits in told
    ]


def _weighed(text: str, held: list[str], forbidden: tuple[str, ...]) -> dict[str, Any]:
    return {
        "text": text, "held": held, "figures": sorted(figures(text)),
        "unheld": sorted(honesty.unheld_figures(text, held=held)),
        "words": honesty.unheld_words(text, quotes=held, forbidden=forbidden),
        "honest": honesty.honest(text, held=held, forbidden=forbidden),
    }  # fmt: skip


def _edited() -> list[Any]:
    dice = Random("edited")
    return [_saved(dice) for _ in range(60)]


def _saved(dice: Random) -> dict[str, Any]:
    """Three savings after each other, each on what the one before left."""
    body, steps = bodies.body(), []
    for _ in range(3):
        ids = [s["id"] for s in (*body["sentences"], *body["left_out"])]
        change: dict[str, Any] = {
            "texts": {id: dice.choice(TEXTS) for id in dice.sample([*ids, "d99", "o77"], dice.randint(0, 4))},
            "added": {role: dice.choice(TEXTS) for role in dice.sample(editing.ROLES, dice.randint(0, 3))},
            "back": dice.sample(ids, dice.randint(0, 2)), "present": dice.choice(("", " mother ")),
            "format": dice.choice(("BIRP", "SOAP")),
        }  # fmt: skip
        body = editing.edited(deepcopy(body), **{**change, **_as_fields_do(change)})
        steps.append({**change, "body": body, "written": editing.written(body), "faults": said(editing.faults(body))})
    sections = reference.load("forms/progress_note")["format"][body["format"]]
    under = [[heading, [s["id"] for s in some]] for heading, some in arranged(body["sentences"], sections)]
    return {"body": bodies.body(), "steps": steps, "arranged": under}


def _as_fields_do(change: dict[str, Any]) -> dict[str, Any]:
    """What the fields of a page make of what was typed."""
    typed = {
        part: {name: settled(text, lines=True) for name, text in change[part].items()} for part in ("texts", "added")
    }
    return {**typed, "present": settled(change["present"])}


def _asked() -> list[Any]:
    dice = Random("asked")
    wholes = [bodies.body(), *(bodies.without_role(role) for role in editing.ROLES)]
    wholes += [bodies.without_head(**{name: ""}) for name in bodies.HEAD]
    wholes += [bodies.without_head(units=0), bodies.without_head(place_code="99"), bodies.body(present=" ")]
    wholes += [{**w, "sentences": dice.sample(w["sentences"], min(3, len(w["sentences"])))} for w in wholes[:8]]
    own = [bodies.own("o1", "behavior", "He came twice."), bodies.own("o2", "response", " ")]
    wholes.append(bodies.body(sentences=own))
    for kind in ("presence", "session", "plan", "strategy"):
        wholes.append(bodies.body(sentences=[bodies.drafted("d1", "response", "Also there: 2 people.", kind)]))
    return [_found(body, list(elements()), "Medical Assistance") for body in wholes]


def _found(body: dict[str, Any], needs: list[str], name: str) -> dict[str, Any]:
    checked = check(body, needs=needs, elements=elements())
    found = faults(checked, payer=name)
    missing = [{**plainly, "place": f.place} for f, plainly in zip(found, said(found), strict=True)]
    plain = [{"element": c.element, "met": c.met, "by_author": c.by_author, "place": c.place} for c in checked]
    return {"body": body, "needs": needs, "payer": name, "checked": plain, "faults": missing}


def _editions() -> list[Any]:
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2030, 1, 1))
    return [
        {"payer": key, "day": day.isoformat(), "is": [found.key, found.edition, found.units, list(found.needs)]}
        for key in PAYERS for day in days for found in [payer(key, on=day)]
    ]  # fmt: skip
