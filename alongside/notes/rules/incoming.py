"""A note's body that was made on a device: has it the form of one, is it about this visit, what does it say otherwise.

The text is never changed here: it is what somebody signed. What differs from the records is counted and remarked.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from alongside.foundation.errors import Fault
from alongside.notes.rules.editing import MOST_SENTENCES, own
from alongside.notes.rules.said import ROLES

BODY = {"format", "head", "left_out", "present", "sentences"}
SENTENCE: Mapping[str, type] = {
    "id": str, "role": str, "text": str, "drafted": str, "own": bool, "evidence": list,
}  # fmt: skip
EVIDENCE: Mapping[str, type] = {"kind": str, "ids": list, "label": str, "times": str}
IS_THE_VISIT = (
    "identifier", "service_day", "began_at", "ended_at", "zone", "minutes", "programme", "service_code", "place_code",
    "payer",
)  # fmt: skip
MOST_EVIDENCE, MOST_IDS = 20, 2_000

Body = Mapping[str, Any]


def form_faults(body: Any, *, head: Mapping[str, Any], formats: Collection[str]) -> list[Fault]:
    """Whether this is a note's body at all, with the parts and marks that one has here; texts are looked at apart."""
    if not isinstance(body, dict) or set(body) != BODY or not isinstance(body["present"], str):
        return [Fault("notes.fault.form", "body")]
    if not _is_like(body["head"], {name: type(value) for name, value in head.items()}):
        return [Fault("notes.fault.form", "head")]
    sentences = _all(body)
    if sentences is None or not all(_is_sentence(one) for one in sentences):
        return [Fault("notes.fault.form", "sentences")]
    found = [Fault("notes.fault.format", "format")] * (body["format"] not in formats)
    found += [Fault("notes.fault.too_many", "sentences", {"most": MOST_SENTENCES})] * (len(sentences) > MOST_SENTENCES)
    found += [Fault("notes.fault.role", "sentences")] * any(s["role"] not in ROLES for s in sentences)
    marks = len({s["id"] for s in sentences}) < len(sentences) or any(s["own"] != own(s) for s in body["sentences"])
    return found + [Fault("notes.fault.marks", "sentences")] * marks


def visit_faults(body: Body, *, head: Mapping[str, Any]) -> list[Fault]:
    """Whether what stands above the note is this visit: who, when, how long, which service."""
    wrong = [name for name in IS_THE_VISIT if _value(name, body["head"][name]) != _value(name, head[name])]
    return [Fault("notes.fault.other_visit", "head")] if wrong else []


def differing_head(body: Body, *, head: Mapping[str, Any]) -> list[str]:
    """Other facts above the note that are not as they are here: a name that changed meanwhile, other units."""
    return sorted(name for name, value in head.items() if name not in IS_THE_VISIT and body["head"][name] != value)


def differing_sentences(body: Body, *, drafted: Sequence[Body]) -> int:
    """How many drafted sentences are not what the records here give: on either side alone, whichever are more."""
    there = Counter(_drafted(s) for s in (*body["sentences"], *body["left_out"]) if s["drafted"])
    here = Counter(_drafted(s) for s in drafted)
    return max((there - here).total(), (here - there).total())


def texts(body: Body) -> Iterator[tuple[str, str]]:
    """Every text that somebody may have typed, or that a device wrote, with what to call it."""
    yield "present", body["present"]
    yield from (("head", value) for value in body["head"].values() if isinstance(value, str))
    for one in (*body["sentences"], *body["left_out"]):
        yield from (("sentences", one[part]) for part in ("id", "text", "drafted"))
        yield from (("sentences", e[part]) for e in one["evidence"] for part in ("kind", "label", "times"))


def _all(body: Body) -> list[Any] | None:
    parts = (body["sentences"], body["left_out"])
    return [*parts[0], *parts[1]] if all(isinstance(part, list) for part in parts) else None


def _is_sentence(one: Any) -> bool:
    if not _is_like(one, SENTENCE) or len(one["evidence"]) > MOST_EVIDENCE or not one["text"] and not one["drafted"]:
        return False
    letter, number = one["id"][:1], one["id"][1:]
    named = letter in ("d", "o") and number.isascii() and number.isdecimal() and len(number) < 6
    return named and (letter == "d") == bool(one["drafted"]) and all(_is_evidence(e) for e in one["evidence"])


def _is_evidence(one: Any) -> bool:
    if not _is_like(one, EVIDENCE) or not 0 < len(one["ids"]) <= MOST_IDS:
        return False
    return all(isinstance(id, str) and len(id) == 36 for id in one["ids"])


def _is_like(one: Any, kinds: Mapping[str, type]) -> bool:
    """The same names, each with a value of its kind; a truth value is no number."""
    return isinstance(one, dict) and set(one) == set(kinds) and all(type(one[n]) is kind for n, kind in kinds.items())


def _value(name: str, value: Any) -> Any:
    if not name.endswith("_at"):
        return value
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _drafted(one: Body) -> tuple[str, str, tuple[str, ...]]:
    return one["role"], one["drafted"], tuple(sorted(id for e in one["evidence"] for id in e["ids"]))
