"""How large an agency is. The load of one member of staff is the same in every size; only the agency grows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Long:
    """One client with a record of its own length, for the pages of the chart."""

    name: str
    visits: int
    years: int = 5


@dataclass(frozen=True)
class Size:
    """`visits` per client, `each` observations a visit; `caseload` clients a TSS; `team` TSS a supervisor."""

    name: str
    clients: int
    visits: int = 5
    each: int = 20
    caseload: int = 10
    team: int = 10
    long: tuple[Long, ...] = ()
    long_each: int = 40

    @property
    def observations(self) -> int:
        return self.clients * self.visits * self.each + sum(one.visits for one in self.long) * self.long_each


LONG = (Long("short", 25), Long("long", 2_500))
QUICK_LONG = (Long("short", 25), Long("long", 250))


def sizes(quick: bool) -> tuple[Size, Size]:
    """200 clients, and 20,000 with two million observations and a record of a hundred thousand."""
    small = Size("small", 200)
    return small, Size("quick", 1_000, long=QUICK_LONG) if quick else Size("large", 20_000, long=LONG)
