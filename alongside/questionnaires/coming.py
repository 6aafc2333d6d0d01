"""A QuestionnaireResponse that somebody made elsewhere: what it says about itself, and its answers. Nothing is guessed.

What would change what an answer means is refused by name; what R4 allows to stand beside answers is left in the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.questionnaires.filling import Node
from alongside.questionnaires.parsing import parsed
from alongside.questionnaires.raw import Unreadable, dicts, text
from alongside.questionnaires.reading import DEEPEST, MOST_BYTES
from alongside.questionnaires.values import DATE, DATE_TIME

WHOLE = (
    "resourceType", "id", "meta", "language", "text", "contained", "extension", "identifier", "basedOn", "partOf",
    "questionnaire", "status", "subject", "encounter", "authored", "author", "source", "item",
)  # fmt: skip
NODE = ("linkId", "definition", "text", "answer", "item", "id", "extension")
ANSWER = ("item", "id", "extension")
CHANGES = ("modifierExtension", "implicitRules")
DONE = ("completed", "amended")


@dataclass(frozen=True)
class Came:
    """`authored`: as the file says, a moment or a day. `author`, `source`, `subject`: who, as the file names them.

    `beside`: it says more than R4 answers do (extensions), which stays in the file and is not read.
    """

    url: str
    version: str
    authored: str
    author: str
    source: str
    subject: str
    answers: tuple[Node, ...]
    beside: bool

    @property
    def made(self) -> datetime | None:
        """The moment, where the file says more than a day."""
        return datetime.fromisoformat(self.authored) if "T" in self.authored else None


def came(body: bytes) -> Came:
    """The response in a file of JSON. Raises Unreadable."""
    if len(body) > MOST_BYTES:
        raise Unreadable("too_large", most=MOST_BYTES // 1_000_000)
    source = parsed(body)
    if not isinstance(source, dict) or "resourceType" not in source:
        raise Unreadable("no_resource")
    if source["resourceType"] != "QuestionnaireResponse":
        raise Unreadable("no_response", resource=str(source["resourceType"])[:60])
    _members(source, WHOLE)
    if (status := text(source, "status")) not in DONE:
        raise Unreadable("not_completed", status=status[:40])
    url, _, version = text(source, "questionnaire").partition("|")
    if not url:
        raise Unreadable("names_no_form")
    reader = _Reader()
    answers = tuple(reader.node(raw, 1) for raw in dicts(source, "item"))
    return Came(
        url, version, _authored(text(source, "authored")), _named(source, "author"), _named(source, "source"),
        _named(source, "subject"), answers, reader.beside or "extension" in source,
    )  # fmt: skip


def _authored(said: str) -> str:
    try:
        if DATE_TIME.match(said) or (DATE.match(said) and len(said) == len("2026-11-22")):
            datetime.fromisoformat(said)
            return said
    except ValueError:
        pass
    raise Unreadable("no_moment", said=said[:40])


def _named(source: Mapping[str, Any], name: str) -> str:
    """Who a reference names: in words where it has some, and where it points to; "" where it says nothing."""
    one = source.get(name, {})
    if not isinstance(one, dict):
        raise Unreadable("not_text", name=name)
    return ", ".join(part[:200] for part in (text(one, "display"), text(one, "reference")) if part)


def _members(raw: Mapping[str, Any], known: tuple[str, ...], value: bool = False) -> None:
    for name in raw:
        if name in CHANGES:
            raise Unreadable("changes_meaning", name=name)
        if name not in known and not (value and name.startswith("value")):
            raise Unreadable("no_member", name=name[:60])


class _Reader:
    """Walks down the items, and keeps in mind whether something stood beside them."""

    def __init__(self) -> None:
        self.beside = False

    def node(self, raw: Mapping[str, Any], depth: int) -> Node:
        """One item: its link id, answers and what stands below it."""
        if depth > DEEPEST:
            raise Unreadable("too_deep", most=DEEPEST)
        _members(raw, NODE)
        self.beside |= "extension" in raw
        link = text(raw, "linkId")
        if not link:
            raise Unreadable("no_link_id", text=text(raw, "text")[:60])
        found: Node = {"linkId": link}
        if "answer" in raw:
            found["answer"] = [self._answer(one, depth) for one in dicts(raw, "answer")]
        if "item" in raw:
            found["item"] = [self.node(one, depth + 1) for one in dicts(raw, "item")]
        return found

    def _answer(self, raw: Mapping[str, Any], depth: int) -> Node:
        _members(raw, ANSWER, value=True)
        self.beside |= "extension" in raw
        found: Node = {name: one for name, one in raw.items() if name.startswith("value")}
        if "item" in raw:
            found["item"] = [self.node(one, depth + 1) for one in dicts(raw, "item")]
        return found
