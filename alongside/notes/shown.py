"""A note's body as a page shows it: headings with sentences, each with the chips of what it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from alongside.foundation.messages import say
from alongside.notes.forms_in_use import formats
from alongside.notes.rules.editing import own
from alongside.notes.rules.formats import arranged

SEEN = ("behavior", "intervention", "response")
ICONS = {"plan": "book", "strategy": "book", "presence": "team", "visit": "calendar", "session": "clock"}
Body = Mapping[str, Any]


@dataclass(frozen=True)
class Chip:
    """One piece of evidence: its name, its times, and the rows behind it, one line each."""

    label: str
    times: str
    icon: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A sentence on a page. `own`: somebody's own words; `changed`: no longer as it was drafted."""

    id: str
    role: str
    text: str
    own: bool
    changed: bool
    chips: tuple[Chip, ...]
    number: int = 0

    @property
    def faulty(self) -> bool:
        """Wants a look: other figures than those recorded, or something seen with nothing recorded behind it."""
        return self.own and (bool(self.chips) or self.role in SEEN)

    @property
    def lines(self) -> int:
        """Height of the field that it is written in."""
        return max(2, min(14, len(self.text) // 60 + 1 + self.text.count("\n")))


@dataclass(frozen=True)
class Section:
    """A heading of the note's format with the sentences below it, and the roles that one may add to here."""

    key: str
    title: str
    roles: tuple[str, ...]
    sentences: tuple[Shown, ...]


@dataclass(frozen=True)
class Above:
    """What stands above a note: the visit, as it was when the note was drafted."""

    client_name: str
    legal_name: str
    identifier: str
    born: date | None
    diagnosis: str
    service_day: date
    began_at: datetime
    ended_at: datetime
    zone: str
    minutes: int
    units: int
    units_policy: str
    place: str
    place_code: str
    programme: str
    service_code: str
    modality: str
    payer: str


def above(body: Body) -> Above:
    head = body["head"]
    words = {name: head[name] for name in ("client_name", "legal_name", "identifier", "diagnosis", "zone", "place")}
    more = {name: head[name] for name in ("place_code", "programme", "service_code", "modality", "payer")}
    return Above(
        **words, **more, minutes=head["minutes"], units=head["units"], units_policy=head["units_policy"],
        born=date.fromisoformat(head["born"]) if head["born"] else None,
        service_day=date.fromisoformat(head["service_day"]),
        began_at=datetime.fromisoformat(head["began_at"]), ended_at=datetime.fromisoformat(head["ended_at"]),
    )  # fmt: skip


def sections(body: Body, *, rows: Mapping[str, str] | None = None) -> tuple[Section, ...]:
    """The body under its format's headings, sentences numbered through. `rows`: a line for each recorded row's id."""
    order = formats()[body["format"]]
    numbers = iter(range(1, 1_000))
    return tuple(
        Section(
            key, say(f"notes.heading.{key}"), tuple(order[key]),
            tuple(sentence(s, rows or {}, next(numbers)) for s in some),
        )
        for key, some in arranged(body["sentences"], order)
    )  # fmt: skip


def sentence(this: Body, rows: Mapping[str, str], number: int = 0) -> Shown:
    """One sentence with its chips."""
    chips = tuple(_chip(evidence, rows) for evidence in this["evidence"])
    return Shown(this["id"], this["role"], this["text"], own(this), this["text"] != this["drafted"], chips, number)


def points(found: Iterable[Section]) -> tuple[Shown, ...]:
    """Sentences that want a look."""
    return tuple(s for section in found for s in section.sentences if s.faulty)


def _chip(evidence: Body, rows: Mapping[str, str]) -> Chip:
    behind = tuple(rows[id] for id in evidence["ids"] if id in rows)
    return Chip(evidence["label"], evidence["times"], ICONS.get(evidence["kind"], "link"), behind)
