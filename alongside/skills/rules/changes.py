"""What changed in one technique from edition to edition of its family. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

FIELDS = ("name", "what_for", "ages", "minutes", "steps", "watch", "not_when", "read")


@dataclass(frozen=True)
class Edition:
    """A family of techniques as it was published."""

    name: str
    since: date
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Change:
    """What an edition changed in a technique: `new`, `gone`, or the fields that say something else.

    `added`, `dropped`: lines of its reading list.
    """

    edition: str
    since: date
    what: tuple[str, ...]
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def changes(editions: Iterable[Edition], key: str) -> tuple[Change, ...]:
    """The changes of one technique, the newest first; an edition that left it as it was is not among them."""
    found: list[Change] = []
    before: Mapping[str, Any] | None = None
    for edition in sorted(editions, key=lambda one: one.since):
        now = next((row for row in edition.rows if row["key"] == key), None)
        what = _what(before, now)
        if what:
            added, dropped = _reading(before, now)
            found.append(Change(edition.name, edition.since, what, added, dropped))
        before = now
    return tuple(reversed(found))


def _what(before: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> tuple[str, ...]:
    if before is None or now is None:
        return ("new",) if now is not None else ("gone",) if before is not None else ()
    return tuple(name for name in FIELDS if before[name] != now[name])


def _reading(
    before: Mapping[str, Any] | None, now: Mapping[str, Any] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines that came to the reading list and that left it, where it was there before and after."""
    if before is None or now is None:
        return (), ()
    added = tuple(line for line in now["read"] if line not in before["read"])
    return added, tuple(line for line in before["read"] if line not in now["read"])
