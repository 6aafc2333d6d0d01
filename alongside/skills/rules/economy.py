"""What a client's tokens tell: what is chosen, whether a reinforcer loses its pull, whether tokens may be fewer."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Choice:
    """How often a reinforcer was taken, in the former and in the newer half of the time."""

    reinforcer: UUID
    former: int
    newer: int

    @property
    def times(self) -> int:
        return self.former + self.newer


@dataclass(frozen=True)
class Hint:
    """Something to look at. `code`: fading (taken less than before) or alone (carries the menu by itself)."""

    code: str
    reinforcer: UUID


@dataclass(frozen=True)
class Thinner:
    """Tokens for a target that is at its criterion: how many good answers one token took, and what is proposed."""

    target: UUID
    tokens: int
    good: float
    ratio: float
    proposed: int


def choices(taken: Iterable[tuple[UUID, datetime]], *, middle: datetime) -> tuple[Choice, ...]:
    """How often each was taken, the most often first."""
    rows = list(taken)
    former = Counter(id for id, at in rows if at < middle)
    newer = Counter(id for id, at in rows if at >= middle)
    found = [Choice(id, former[id], newer[id]) for id in former.keys() | newer.keys()]
    return tuple(sorted(found, key=lambda one: (-one.times, str(one.reinforcer))))


def hints(found: Sequence[Choice], *, known: dict[str, Any]) -> tuple[Hint, ...]:
    """Satiation and a menu that hangs on one thing: looked for only where enough was taken to say so.

    A reinforcer that was taken much less in the newer half may have lost its pull (satiation: Cooper, Heron & Heward,
    ch. 11); it is a hint to ask, not a finding.
    """
    total = sum(one.times for one in found)
    if total < known["few_choices"]:
        return ()
    fading = [
        Hint("fading", one.reinforcer) for one in found if one.former >= 2 and one.newer < known["dropped"] * one.former
    ]
    alone = [Hint("alone", one.reinforcer) for one in found if len(found) > 1 and one.times >= known["often"] * total]
    return (*fading, *alone)


def thinner(target: UUID, *, tokens: int, good: float, at_criterion: bool, ratios: Sequence[int]) -> Thinner | None:
    """The next thinner ratio, for a target at its criterion; None where it is not, nothing is known, or it is the last.

    Thinning goes step by step, after the criterion is held (Cooper, Heron & Heward, ch. 13).
    """
    if not at_criterion or tokens <= 0 or good <= 0:
        return None
    ratio = good / tokens
    following = next((step for step in ratios if step > max(1.0, ratio) + 0.25), None)
    return Thinner(target, tokens, good, ratio, following) if following else None
