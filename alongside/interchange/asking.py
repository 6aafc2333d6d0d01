"""For which agency, and as whom, something is imported: what the options say, or the only answer there is."""

import argparse
from dataclasses import dataclass
from uuid import UUID

from alongside.agencies.lookups import named
from alongside.foundation import tenancy
from alongside.foundation.policy import Actor
from alongside.interchange.troubles import CannotImport
from alongside.workforce import finding, lookups


@dataclass(frozen=True)
class Place:
    """The agency that something is brought into, and its zone."""

    id: UUID
    name: str
    zone: str


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that every import has."""
    parser.add_argument("--agency", metavar="NAME", help="which agency, where there are several")
    parser.add_argument("--as", dest="importer", metavar="WHO", help="e-mail or name; an administrator when left out")
    parser.add_argument("--check", action="store_true", help="show what would come in, and every fault; write nothing")


def agency(name: str | None) -> Place:
    """The agency of this name, or the only one. Raises CannotImport."""
    found = [Place(*row) for row in named(name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f'"{place.name}"' for place in (Place(*row) for row in named(None)))
    if not names:
        raise CannotImport("there is no agency yet: `alongside demo` makes one")
    if name and not found:
        raise CannotImport(f"no agency is called {name}: here are {names}")
    raise CannotImport(f"which agency? Say it with --agency: {names}")


def importer(place: Place, who: str | None) -> Actor:
    """Whoever answers for the import, as they are today. Raises CannotImport."""
    with tenancy.inside(place.id):
        found = finding.by_name_or_address(who) if who else finding.administrators()[:1]
        actor = lookups.actor(found[0]) if len(found) == 1 else None
    if actor:
        return actor
    if not who:
        raise CannotImport(f"nobody is administrator of {place.name}: say with --as who imports")
    if len(found) > 1:
        raise CannotImport(f"several people at {place.name} are called {who}: say it by e-mail address")
    raise CannotImport(f"nobody who works at {place.name} today has the name or e-mail address {who}")
