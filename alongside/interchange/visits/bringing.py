"""Staff, programs and clients with their visits into the agency, by actions; what is there already is passed over."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from alongside.agencies import actions as agencies
from alongside.agencies.lookups import programmes_named, sites_named
from alongside.foundation.moments import moment
from alongside.foundation.policy import Actor
from alongside.interchange.asking import Place
from alongside.interchange.visits.records import CALLED_OFF, Enrolled, Individual, Records, Visited
from alongside.people import actions as people
from alongside.people.actions import Stay
from alongside.schedule import actions as schedule
from alongside.schedule import elsewhere as planned
from alongside.sessions import actions as sessions
from alongside.sessions import elsewhere as spent
from alongside.workforce import actions as workforce
from alongside.workforce.lookups import supervisors_by_supervisee

FOLDER = UUID("0a1c7c52-58a6-5b1b-8e57-6d2f6f0f5f11")  # the namespace of imported visits
AT_A_DISTANCE = ("telehealth", "video", "phone")


@dataclass
class Into:
    """Where the records come in, and the rows that stand for theirs by their ids in the files."""

    place: Place
    by: Actor
    zone: str
    source: str
    programs: dict[str, UUID] = field(default_factory=dict)
    sites: dict[str, UUID] = field(default_factory=dict)

    def id(self, kind: str, id: str) -> UUID:
        """The id here of something there: the same each time."""
        return uuid5(FOLDER, f"{self.place.id}/{kind}/{id}")

    def moment(self, at: datetime) -> datetime:
        """A local time of the files in UTC; of one that comes twice, the first."""
        return moment(at.date(), at.time(), self.zone, which="first")


def bring_office(into: Into, records: Records) -> None:
    """Programs, places, staff, and who supervises whom."""
    for program in records.programs:
        into.programs[program.id] = _program(into, program.name)
    for location in records.locations:
        into.sites[location.id] = _site(into, location.name)
    supervisors = {row.supervisor for row in records.supervised}
    for one in records.employees:
        role = "supervisor" if one.id in supervisors else "tss"
        workforce.take_over(
            by=into.by, on=into.place.id, id=into.id("employee", one.id), given=one.given, family=one.family,
            began_on=records.first_day(), roles=[role],
        )  # fmt: skip
    above = supervisors_by_supervisee()
    for row in records.supervised:
        who, by_whom = into.id("employee", row.employee), into.id("employee", row.supervisor)
        if by_whom not in above.get(who, ()) and row.until is None:
            workforce.supervise(by=into.by, on=who, supervisor=by_whom, began_on=row.since)


def bring_client(
    into: Into, one: Individual, enrolled: Sequence[Enrolled], visits: Sequence[Visited]
) -> tuple[int, int]:  # fmt: skip
    """One client with programs, team and visits; how many visits and sessions were new."""
    client = into.id("individual", one.id)
    first_days = [row.since for row in enrolled] + [visit.planned.date() for visit in visits]
    people.take_over(
        by=into.by, on=into.place.id, id=client, identifier=one.id, given=one.given, family=one.family, born=one.born,
        admitted_on=min(first_days, default=into.moment(datetime(2000, 1, 1)).date()),
        programs=[_stay(into, row) for row in enrolled], team=_team(into, visits),
    )  # fmt: skip
    new = schedule.take_over(
        by=into.by, on=client, visits=[_planned(into, visit) for visit in visits], source=into.source
    )
    kept = [_spent(into, visit, new[_ref(visit)]) for visit in visits if visit.began and _ref(visit) in new]
    if kept:
        sessions.take_over(by=into.by, on=client, sessions=kept, source=into.source)
    return len(new), len(kept)


def by_client(records: Records) -> Iterator[tuple[Individual, list[Enrolled], list[Visited]]]:
    """Each client with what belongs to them."""
    enrolled: Mapping[str, list[Enrolled]] = defaultdict(list)
    visits: Mapping[str, list[Visited]] = defaultdict(list)
    for row in records.enrolled:
        enrolled[row.individual].append(row)
    for visit in records.visited:
        visits[visit.individual].append(visit)
    for one in records.individuals:
        yield one, enrolled[one.id], visits[one.id]


def _program(into: Into, name: str) -> UUID:
    if found := programmes_named(name):
        return found[0]
    made: UUID = agencies.add_programme(
        by=into.by, on=into.place.id, name=name, population="adults", setting="outpatient"
    ).pk
    return made


def _site(into: Into, name: str) -> UUID:
    if found := sites_named(name):
        return found[0]
    distant = any(word in name.lower() for word in AT_A_DISTANCE)
    made: UUID = agencies.add_site(
        by=into.by, on=into.place.id, name=name, zone=into.zone, place_of_service="02" if distant else "11"
    ).pk
    return made


def _stay(into: Into, row: Enrolled) -> Stay:
    return Stay(into.programs[row.program], row.since, _day_after(row.until))


def _team(into: Into, visits: Sequence[Visited]) -> list[Stay]:
    """Whoever visits a client is beside them from the first such visit on."""
    first: dict[str, date] = {}
    for visit in visits:
        day = visit.planned.date()
        first[visit.employee] = min(day, first.get(visit.employee, day))
    return [Stay(into.id("employee", who), since) for who, since in first.items()]


def _planned(into: Into, visit: Visited) -> planned.Elsewhere:
    begins = into.moment(visit.planned)
    return planned.Elsewhere(
        outside_ref=_ref(visit), staff_id=into.id("employee", visit.employee),
        programme_id=into.programs[visit.program], begins_at=begins, ends_at=begins + timedelta(minutes=visit.minutes),
        zone=into.zone, site_id=into.sites[visit.location], called_off=CALLED_OFF.get(visit.status, ""),
    )  # fmt: skip


def _spent(into: Into, visit: Visited, visit_id: UUID) -> spent.Elsewhere:
    assert visit.began is not None and visit.ended is not None
    return spent.Elsewhere(
        id=into.id("session", visit.id), staff_id=into.id("employee", visit.employee), visit_id=visit_id,
        programme_id=into.programs[visit.program], began_at=into.moment(visit.began),
        ended_at=into.moment(visit.ended), zone=into.zone, site_id=into.sites[visit.location],
    )  # fmt: skip


def _ref(visit: Visited) -> str:
    return f"visit/{visit.id}"


def _day_after(until: date | None) -> date | None:
    """Here an end is the first day without; there it is the last day with."""
    return until + timedelta(days=1) if until else None
