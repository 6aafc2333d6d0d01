"""Visits that took place at the same time: two of one client, or two of one member of staff."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from alongside.interchange.visits.records import Visited


@dataclass(frozen=True)
class Overlap:
    """`of` is whose: an individual or an employee, by id; the visits by id, the earlier first."""

    of: str
    one: str
    other: str


def client_overlaps(visits: Iterable[Visited]) -> list[Overlap]:
    return _overlaps(visits, lambda visit: visit.individual)


def staff_overlaps(visits: Iterable[Visited]) -> list[Overlap]:
    return _overlaps(visits, lambda visit: visit.employee)


def _overlaps(visits: Iterable[Visited], whose: Callable[[Visited], str]) -> list[Overlap]:
    by: dict[str, list[Visited]] = defaultdict(list)
    for visit in visits:
        if visit.began and visit.ended:
            by[whose(visit)].append(visit)
    return [overlap for of, rows in by.items() for overlap in _pairs(of, rows)]


def _pairs(of: str, visits: list[Visited]) -> Iterator[Overlap]:
    """Each pair that shares time; an end at the moment of a beginning shares none."""
    rows = sorted(visits, key=lambda visit: (visit.began, visit.ended))
    for n, one in enumerate(rows):
        for other in rows[n + 1 :]:
            if one.ended is None or other.began is None or other.began >= one.ended:
                break
            yield Overlap(of, one.id, other.id)
