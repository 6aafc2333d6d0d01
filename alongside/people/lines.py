"""A client as one line of a list: who it is, and whether the name is like another's in the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from alongside.parties.alike import Called, names_alike
from alongside.parties.lookups import called
from alongside.people.rules import years

COLUMNS = """c.id, c.identifier, c.quilt_pattern, c.quilt_hue, c.discharged_on,
    coalesce(nullif(p.preferred_name, ''), p.legal_given), p.legal_family, p.pronouns, p.birth_date"""


@dataclass(frozen=True)
class Line:
    """Who a client is, in a list. It draws as its own quilt mark."""

    id: UUID
    identifier: str
    pattern: int
    hue: int
    discharged_on: date | None
    given: str
    family: str
    pronouns: str
    born: date | None

    @property
    def mark(self) -> "Line":
        return self

    @property
    def name(self) -> str:
        return self.given if " " in self.given or not self.family else f"{self.given} {self.family}"

    @property
    def called(self) -> Called:
        return called(self.given, self.family)

    def age(self, today: date) -> int | None:
        """Completed years on a day."""
        return years(self.born, today) if self.born else None


def alike_in(lines: Sequence[Line]) -> frozenset[UUID]:
    """The clients of a list whose name looks or sounds like another's in it."""
    names = [(line.id, line.called) for line in lines]
    pairs = ((a, b) for (a, one), (b, other) in combinations(names, 2) if names_alike(one, other))
    return frozenset(id for pair in pairs for id in pair)
