"""The cast: who works at the demo agency, its programs and sites."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.accounts.demo import Person
from alongside.accounts.invitations import account_for
from alongside.agencies import actions as agencies
from alongside.foundation import reference
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people import actions as people
from alongside.project.demo.steps import Steps
from alongside.workforce import actions as workforce
from alongside.workforce import finding, lookups
from alongside.workforce.founding import found

Told = dict[str, Any]
FIRST = "ada"


@dataclass
class House:
    """The demo agency while it is being made: its rows by their key in reference/demo."""

    agency: UUID
    told: Told
    since: date
    staff: dict[str, UUID] = field(default_factory=dict)
    accounts: dict[str, UUID] = field(default_factory=dict)
    programs: dict[str, UUID] = field(default_factory=dict)
    sites: dict[str, UUID] = field(default_factory=dict)

    def __getitem__(self, who: str) -> Actor:
        """`house["rosa"]` is the actor Rosa is now. She has just shown who she is, as one click does in a demo."""
        actor = lookups.actor(self.staff[who])
        assert actor is not None, f"{who} does not work here today"
        return replace(actor, confirmed_at=datetime.now(UTC))

    @property
    def today(self) -> date:
        return today(self.told["agency"]["zone"])

    def weeks_ago(self, weeks: float) -> date:
        return self.today - timedelta(days=round(weeks * 7))


def employ(agency: UUID, told: Told, steps: Steps) -> House:
    """Everybody of the cast with roles, seats and supervision; programs and sites."""
    house = House(agency, told, today(told["agency"]["zone"]) - timedelta(weeks=told["agency"]["since"]))
    first = next(person for person in told["staff"] if person["key"] == FIRST)
    others = [person for person in told["staff"] if person["key"] != FIRST]
    _first(house, first)
    for person in steps("Demo: the staff", others, "people"):
        _hire(house, person)
    _supervise(house)
    for program in told["program"]:
        values = {name: value for name, value in program.items() if name != "key"}
        house.programs[program["key"]] = agencies.add_programme(by=house["amara"], on=agency, **values).pk
    for site in told["site"]:
        values = {name: value for name, value in site.items() if name != "key"}
        zone = told["agency"]["zone"]
        house.sites[site["key"]] = agencies.add_site(by=house["amara"], on=agency, zone=zone, **values).pk
    for line in told["on_call"]:
        agencies.add_on_call(by=house["dev"], on=agency, began_on=house.since, **line)
    return house


def again(agency: UUID) -> House:
    """The demo agency as it stands, by what its rows are called in reference/demo."""
    told = reference.load("demo/agency")
    house = House(agency, told, today(told["agency"]["zone"]))
    names = {f"{person['given']} {person['family']}": person["key"] for person in told["staff"]}
    house.staff = {names[name]: id for id, name in finding.everybody().items() if name in names}
    return house


def entries(house: House) -> Iterator[Person]:
    """Whom one may sign in as, in the order of the file, with what is worth looking at."""
    roles = reference.load("roles")["role"]
    for person in house.told["staff"]:
        name, role = f"{person['given']} {person['family']}", roles[person["roles"][0]]["name"]
        yield Person(house.accounts[person["key"]], name, role, person["look_at"])


def employ_elsewhere(agency: UUID, steps: Steps) -> None:
    """A second agency with one client, whom nobody of the first may ever see."""
    told = reference.load("demo/agency")["elsewhere"]
    since = today(told["zone"]) - timedelta(weeks=30)
    admin = lookups.actor(found(given="Olga", family="Stone", began_on=since).pk)
    assert admin is not None
    for _ in steps("Demo: another agency", ["Sam"], "people"):
        sam = workforce.hire(by=admin, on=agency, given="Sam", family="Reed", began_on=since)
        workforce.give_role(by=admin, on=sam, role="director", began_on=since)
    director = lookups.actor(sam.pk)
    assert director is not None
    born = today(told["zone"]).replace(month=2, day=2) - timedelta(days=11 * 365)
    people.admit(by=director, on=agency, given="Omar", family="Saleh", identifier="E-1", born=born, admitted_on=since)


def _first(house: House, person: Told) -> None:
    house.accounts[FIRST] = _account(person)
    first = found(
        given=person["given"], family=person["family"], pronouns=person["pronouns"], account_id=house.accounts[FIRST],
        began_on=house.since,
    )  # fmt: skip
    house.staff[FIRST] = first.pk


def _hire(house: House, person: Told) -> None:
    ada, key = house[FIRST], person["key"]
    hired = workforce.hire(
        by=ada, on=house.agency, given=person["given"], family=person["family"], pronouns=person["pronouns"],
        credential=person.get("credential", ""), began_on=house.since,
    )  # fmt: skip
    for role in person["roles"]:
        workforce.give_role(by=ada, on=hired, role=role, began_on=house.since)
    house.staff[key], house.accounts[key] = hired.pk, _account(person)
    workforce.seat(by=ada, on=hired, account_id=house.accounts[key])


def _supervise(house: House) -> None:
    ada = house[FIRST]  # nobody appoints themselves, and Amara supervises too
    for row in house.told["supervision"]:
        for who in row["supervisees"]:
            workforce.supervise(
                by=ada, on=house.staff[who], supervisor=house.staff[row["supervisor"]], began_on=house.since
            )
    for row in house.told["cover"]:
        begins = house.today + timedelta(days=row["in_days"])
        workforce.cover(
            by=ada, on=house.staff[row["absent"]], stand_in=house.staff[row["stand_in"]], began_on=begins,
            ends_on=begins + timedelta(days=row["days"] - 1),
        )  # fmt: skip


def _account(person: Told) -> UUID:
    """Nobody can sign in with it but by the one click of a demo: it has no password and no second factor."""
    return account_for(f"{person['key']}@harbor.example")
