"""`alongside demo`: make the demo agency when there is none, and print who to sign in as."""

import argparse

from alongside.accounts import demo as entries
from alongside.agencies.models import Agency
from alongside.foundation import reference
from alongside.foundation.tenancy import inside
from alongside.project.demo import agency, cast, clients, coming, published, shelf, tablet, week, worded
from alongside.project.demo.steps import Steps
from alongside.project.progress import to_terminal
from alongside.workforce.lookups import has_admin


def main(words: list[str]) -> int:
    argparse.ArgumentParser(prog="alongside demo", description=__doc__).parse_args(words)
    if Agency.objects.filter(is_demo=False).exists():
        to_terminal("A real agency is here: the demo is not made, and nobody signs in with one click.")
        return 0
    make(Steps(to_terminal))
    print(_who())
    return 0


def make(steps: Steps) -> None:
    """Make what is not there yet. Each agency is one transaction: it is there whole or not at all."""
    told = reference.load("demo/agency")
    for name, fill in (("agency", _harbor), ("elsewhere", _elsewhere)):
        found = agency.found(told[name])
        with inside(found):
            if not has_admin():
                fill(found, told, steps)
    with inside(agency.found(told["agency"])):
        week.keep_up(steps)


def _harbor(agency_id: agency.Id, told: cast.Told, steps: Steps) -> None:
    house = cast.employ(agency_id, told, steps)
    clients.admit_all(house, steps)
    shelf.fill(house, steps)
    worded.fill(house, steps)
    coming.take_in(house, steps)
    published.bring_in(house, steps)
    tablet.hand_in_what_is_held(house)
    entries.cast(cast.entries(house))


def _elsewhere(agency_id: agency.Id, told: cast.Told, steps: Steps) -> None:
    cast.employ_elsewhere(agency_id, steps)


def _who() -> str:
    people = entries.people()
    names = "\n".join(f"  {person.name}: {person.look_at}" for person in people)
    return f"Sign in with one click as a member of the demo's cast:\n{names}" if people else ""
