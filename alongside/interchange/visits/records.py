"""What the files of a folder of visits hold, as plain values. Times are as written: local, without a zone."""

from dataclasses import dataclass
from datetime import date, datetime

KEPT, PLANNED = "COMPLETED", "SCHEDULED"
CALLED_OFF = {"NO_SHOW": "no-show", "CANCELED": "cancelled", "CANCELLED": "cancelled", "RESCHEDULED": "rescheduled"}
STATUSES = (KEPT, PLANNED, *CALLED_OFF)


@dataclass(frozen=True)
class Employee:
    id: str
    given: str
    family: str


@dataclass(frozen=True)
class Supervised:
    """`until` is the last day, or None."""

    employee: str
    supervisor: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Program:
    id: str
    name: str


@dataclass(frozen=True)
class Location:
    id: str
    name: str


@dataclass(frozen=True)
class Individual:
    id: str
    given: str
    family: str
    born: date


@dataclass(frozen=True)
class Enrolled:
    individual: str
    program: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Visited:
    """A visit as planned, what became of it, and when it really was if it took place."""

    id: str
    individual: str
    program: str
    employee: str
    location: str
    status: str
    planned: datetime
    minutes: int
    began: datetime | None
    ended: datetime | None


@dataclass(frozen=True)
class Records:
    """Everything of a folder that can be used."""

    employees: tuple[Employee, ...]
    supervised: tuple[Supervised, ...]
    programs: tuple[Program, ...]
    locations: tuple[Location, ...]
    individuals: tuple[Individual, ...]
    enrolled: tuple[Enrolled, ...]
    visited: tuple[Visited, ...]

    def first_day(self) -> date:
        """The earliest day on which anybody was supervised, enrolled or visited."""
        days = [row.since for row in (*self.supervised, *self.enrolled)]
        return min([*days, *(visit.planned.date() for visit in self.visited)])
