"""The people who work at the demo agency, its places and programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.accounts.demo import Person
from alongside.accounts.models import Account
from alongside.agencies import actions as agencies
from alongside.foundation import reference
from alongside.foundation.policy import Actor
from alongside.people import actions as people
from alongside.workforce import actions as workforce
from alongside.workforce import lookups
from alongside.workforce.founding import found

SINCE = date(2026, 1, 5)
ADMIN = ("Ada", "Lind")


@dataclass(frozen=True)
class Cast:
    """Ids by key: who works here, where, in which programs."""

    agency: UUID
    staff: Mapping[str, UUID]
    accounts: Mapping[str, UUID]
    sites: Mapping[str, UUID]
    programs: Mapping[str, UUID]

    def actor(self, key: str) -> Actor:
        """The actor whom a member of the cast is right now."""
        actor = lookups.actor(self.staff[key])
        assert actor is not None
        return actor


def employ(agency: UUID, said: Mapping[str, Any]) -> Cast:
    """Hire everybody, give roles and seats, say who supervises whom; make places and programs."""
    accounts = {key: Account.objects.create(email=f"{key}@demo.invalid").pk for key in _keys(said)}
    staff = {"ada": found(given=ADMIN[0], family=ADMIN[1], account_id=accounts["ada"], began_on=SINCE).pk}
    ada = lookups.actor(staff["ada"])
    assert ada is not None
    for one in said["staff"]:
        staff[one["key"]] = _hire(ada, agency, one, accounts[one["key"]])
    for one in said["staff"]:
        if "supervisor" in one:
            workforce.supervise(by=ada, on=staff[one["key"]], supervisor=staff[one["supervisor"]], began_on=SINCE)
    return Cast(agency, staff, accounts, _sites(ada, agency, said), _programs(ada, agency, said))


def elsewhere(agency: UUID) -> None:
    """Another agency with one client, whom nobody at the first one may ever see."""
    admin = lookups.actor(found(given="Olga", family="Stone", began_on=SINCE).pk)
    assert admin is not None
    director = workforce.hire(by=admin, on=agency, given="Sam", family="Reed", began_on=SINCE)
    workforce.give_role(by=admin, on=director, role="director", began_on=SINCE)
    sam = lookups.actor(director.pk)
    people.admit(by=sam, on=agency, given="Omar", family="Saleh", identifier="E-1", admitted_on=SINCE)


def offered(cast: Cast, said: Mapping[str, Any]) -> list[Person]:
    """Whom one may sign in as with one click, in the order worth meeting them."""
    roles = reference.load("roles")["role"]
    order = sorted((one for one in said["staff"] if "look" in one), key=lambda one: one["key"] != "rosa")
    return [
        Person(cast.accounts[o["key"]], " ".join(o["name"][:2]), roles[o["role"]]["name"], o["look"]) for o in order
    ] + [
        Person(
            cast.accounts["ada"], " ".join(ADMIN), roles["admin"]["name"], "Programs, places, people and their roles."
        )
    ]


def _keys(said: Mapping[str, Any]) -> list[str]:
    return ["ada", *(one["key"] for one in said["staff"])]


def _hire(by: Actor, agency: UUID, one: Mapping[str, Any], account: UUID) -> UUID:
    given, family, credential = one["name"]
    hired = workforce.hire(by=by, on=agency, given=given, family=family, credential=credential, began_on=SINCE)
    workforce.give_role(by=by, on=hired, role=one["role"], began_on=SINCE)
    workforce.seat(by=by, on=hired, account_id=account)
    return UUID(str(hired.pk))


def _sites(by: Actor, agency: UUID, said: Mapping[str, Any]) -> dict[str, UUID]:
    return {
        one["key"]: agencies.add_site(
            by=by, on=agency, name=one["name"], address=one["address"], zone="America/New_York",
            place_of_service=one["pos"],
        ).pk
        for one in said["site"]
    }  # fmt: skip


def _programs(by: Actor, agency: UUID, said: Mapping[str, Any]) -> dict[str, UUID]:
    return {
        one["key"]: agencies.add_programme(
            by=by, on=agency, name=one["name"], population=one["population"], setting=one["setting"],
            payer=one["payer"], service_code=one["code"],
        ).pk
        for one in said["program"]
    }  # fmt: skip
