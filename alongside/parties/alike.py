"""When two names are so alike that one person may be taken for the other."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Heard:
    """One word of a name as it is read and as it sounds."""

    word: str
    sounds: frozenset[str]


@dataclass(frozen=True)
class Called:
    """A person's names: those they are called by, and the family's."""

    given: tuple[Heard, ...]
    family: tuple[Heard, ...]


def names_alike(one: Called, other: Called) -> bool:
    """Whether one client may be taken for the other by name.

    The name somebody is called by looks or sounds like the other's; or the family names do and the names
    called by begin alike ("Jo Reyes", "Jim Rayes").
    """
    if any(_alike(a, b) for a in one.given for b in other.given):
        return True
    families = any(_alike(a, b) for a in one.family for b in other.family)
    return families and any(a.word[:1] == b.word[:1] for a in one.given for b in other.given)


def _alike(a: Heard, b: Heard) -> bool:
    if a.word == b.word:
        return True
    if min(len(a.word), len(b.word)) < 3:
        return False
    # One consonant alone ("T" for Theo, Tia, Ida) says too little.
    return any(len(code) > 1 for code in a.sounds & b.sounds) or one_slip(a.word, b.word)


def one_slip(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two words differ by at most one letter changed, added, left out, or two neighbors swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    changed = rest_a[1:] == rest_b[1:]
    longer = rest_a[1:] == rest_b or rest_a == rest_b[1:]
    swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
    return changed or longer or swapped
