"""The reviewed knowledge as a device has it (section reference/1), and the sentences that its rules say."""

import json
import re
from pathlib import Path
from typing import Any

from alongside.foundation import reference
from alongside.foundation.catalogues import catalogue
from alongside.skills import library

NEEDED = Path(__file__).parents[3] / "web" / "field" / "rules" / "words_needed.js"


def section() -> dict[str, Any]:
    """The body of reference/1 as docs/field-protocol.md says it; of the visits' file the limits alone."""
    limits = {name: limit for name, limit in reference.load("visits").items() if not isinstance(limit, dict)}
    form, payers = reference.load("forms/progress_note"), reference.load("payers")
    return {
        "measures": reference.load("measures"), "visits": limits,
        "drafting_words": reference.load("drafting_words"), "formats": form["format"], "form_edition": form["edition"],
        "elements": payers["element"], "payers": payers["rules"],
        "techniques": library.carried(), "technique_words": reference.load("technique_words"),
    }  # fmt: skip


def needed() -> tuple[str, ...]:
    """The beginnings of the codes that the rules of the device say."""
    return tuple(re.findall(r'^  "([\w.]+)",$', NEEDED.read_text(encoding="utf-8"), re.M))


def words() -> dict[str, Any]:
    """The sentences that the vectors are said in; what faults say is not among them."""
    begun = tuple(one for one in needed() if "fault" not in one and "missing" not in one and "field" not in one)
    return {code: said for code, said in catalogue("en").items() if code.startswith(begun)}


def made() -> dict[str, Any]:
    plain = json.loads(json.dumps(section(), default=str))
    return {"rules/reference.json": plain, "rules/words.json": words()}
