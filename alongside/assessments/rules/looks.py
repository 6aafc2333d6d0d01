"""Whether a pair that was counted is told apart from chance, where many pairs were looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from alongside.measure.transitions import Pair, bound

Told = Literal["more", "fewer", "alike", "few"]


@dataclass(frozen=True)
class Looks:
    """How many pairs one page looked at, how large a deviate has to be for so many, and the smallest number expected.

    `apart` of them lie beyond 1.96 to either side, of which about one in twenty does by chance alone.
    """

    number: int
    bound: float
    least: float
    few: int
    apart: int

    def told(self, pair: Pair) -> Told:
        """more or fewer than by chance, alike, or too few expected to say."""
        if pair.residual is None or pair.least < self.least:
            return "few"
        return "more" if pair.residual >= self.bound else "fewer" if pair.residual <= -self.bound else "alike"

    @property
    def by_chance(self) -> float:
        """How many of them would lie beyond 1.96 if nothing went with anything."""
        return 0.05 * (self.number - self.few)


def looked(pairs: Iterable[Pair], *, least: float) -> Looks:
    """One bound for all of them together; those with too few expected are no looks."""
    found = [(pair.residual, pair.least) for pair in pairs]
    able = [deviate for deviate, expected in found if deviate is not None and expected >= least]
    apart = sum(abs(deviate) > 1.96 for deviate in able)
    return Looks(len(found), bound(len(able)), least, len(found) - len(able), apart)
