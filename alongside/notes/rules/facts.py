"""What is known when a visit has ended: the whole input of drafting, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Person:
    """Whom the visit was with. Drafted sentences use the given name and no pronoun, so that none can be wrong."""

    given: str
    pronouns: str = ""


@dataclass(frozen=True)
class Present:
    """Somebody else who was there; `took_part`: practised or was coached, not only present."""

    id: str
    who: str
    took_part: bool = False


@dataclass(frozen=True)
class Seen:
    """One observation in force: neither corrected nor retracted since. `details` as its measure needs them."""

    id: str
    at: datetime
    details: Mapping[str, Any]


@dataclass(frozen=True)
class Target:
    """What was observed of one target, in the order in which it happened."""

    id: str
    name: str
    kind: str
    measure: str
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class Sequence:
    """One ABC record of a target; `details` as in reference/measures.toml."""

    id: str
    name: str
    at: datetime
    details: Mapping[str, Any]


@dataclass(frozen=True)
class Used:
    """A strategy of the plan that was used: the plan's line, its words, and each use."""

    line: str
    text: str
    first_at: datetime
    uses: tuple[str, ...]


@dataclass(frozen=True)
class Deviated:
    """The plan was left on purpose: what was done, and the reason that was recorded."""

    id: str
    at: datetime
    what: str
    reason: str


@dataclass(frozen=True)
class Noticed:
    """Something was different. `area`: key of reference/noticing.toml."""

    id: str
    at: datetime
    area: str
    words: str = ""


@dataclass(frozen=True)
class Token:
    """Tokens given at once, or taken back where `count` is below none: for a target, or for what the words say."""

    id: str
    at: datetime
    count: int
    target: str = ""
    words: str = ""


@dataclass(frozen=True)
class Exchange:
    """Tokens exchanged for a reinforcer; `what` is empty where its name is not known here."""

    id: str
    at: datetime
    what: str
    cost: int


@dataclass(frozen=True)
class Helped:
    """One activity of daily living, once. Where it was refused, `level` is the help that was offered."""

    id: str
    at: datetime
    activity: str
    level: str
    choice: str = ""
    refused: bool = False


@dataclass(frozen=True)
class Technique:
    """A technique of the library that was used, and how it went; `felt`: what the client answered, if anybody asked."""

    id: str
    at: datetime
    name: str
    went: str
    felt: str = ""
    felt_words: str = ""
    words: str = ""


@dataclass(frozen=True)
class Crisis:
    """That there was a crisis, from when to when: nothing else of it belongs to a note."""

    id: str
    began_at: datetime
    closed_at: datetime | None = None


@dataclass(frozen=True)
class Preference:
    """A preference assessment of the day: what it found, the most preferred first."""

    id: str
    method: str
    ranked: tuple[str, ...]


@dataclass(frozen=True)
class Objective:
    """An objective in force; `target` is what it is measured by."""

    id: str
    number: str
    text: str
    target: str | None = None


@dataclass(frozen=True)
class Next:
    """The next visit that is planned."""

    id: str
    at: datetime


@dataclass(frozen=True)
class SessionFacts:
    """One visit as its rows tell it. Times are aware; `zone` is that of the place."""

    session: str
    client: Person
    began_at: datetime
    ended_at: datetime
    zone: str
    place: str = ""
    early_reason: str = ""
    present: tuple[Present, ...] = ()
    targets: tuple[Target, ...] = ()
    abc: tuple[Sequence, ...] = ()
    used: tuple[Used, ...] = ()
    deviated: tuple[Deviated, ...] = ()
    noticed: tuple[Noticed, ...] = ()
    tokens: tuple[Token, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    helped: tuple[Helped, ...] = ()
    techniques: tuple[Technique, ...] = ()
    crises: tuple[Crisis, ...] = ()
    preferences: tuple[Preference, ...] = ()
    objectives: tuple[Objective, ...] = ()
    plan: int | None = None
    next: Next | None = None
