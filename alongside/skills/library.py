"""The techniques of reference/techniques, read once."""

from dataclasses import dataclass
from functools import cache

from alongside.foundation import reference
from alongside.skills.rules.changes import Change


@dataclass(frozen=True)
class Technique:
    """One technique in plain words. `key` is "family/name"; ages are whole years, both included.

    `changes`: from edition to edition, the newest first, where they were asked for.
    """

    key: str
    family: str
    name: str
    what_for: str
    ages: tuple[int, int]
    minutes: int
    steps: tuple[str, ...]
    watch: str
    not_when: str
    read: tuple[str, ...]
    source: str
    changes: tuple[Change, ...] = ()

    def suits(self, age: int | None) -> bool:
        return age is None or self.ages[0] <= age <= self.ages[1]


def families() -> list[str]:
    """The families in their order."""
    return list(reference.load("technique_words")["families"])


@cache
def techniques() -> dict[str, Technique]:
    """Every technique by its key, family by family."""
    return {one.key: one for family in families() for one in _of(family)}


def technique(key: str) -> Technique | None:
    """One technique; None where there is none of this key."""
    return techniques().get(key)


def name(key: str) -> str:
    """What a technique is called; its key where a later edition has it no more."""
    found = technique(key)
    return found.name if found else key


def carried() -> list[dict[str, str]]:
    """The techniques as a device offers them, family by family."""
    return [{"key": one.key, "family": one.family, "name": one.name} for one in techniques().values()]


def _of(family: str) -> list[Technique]:
    body = reference.load(f"techniques/{family}")
    return [
        Technique(
            key=f"{family}/{row['key']}", family=family, source=body["source"], ages=(row["ages"][0], row["ages"][1]),
            steps=tuple(row["steps"]), read=tuple(row["read"]),
            **{word: row[word] for word in ("name", "what_for", "minutes", "watch", "not_when")},
        )
        for row in body["technique"]
    ]  # fmt: skip
