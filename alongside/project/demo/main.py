"""The order in which the demo agency comes to be."""

import argparse
import os
from pathlib import Path
from uuid import UUID

import psycopg
from django.conf import settings

from alongside.accounts import demo as entrances
from alongside.agencies.lookups import every_agency
from alongside.foundation import reference, tenancy
from alongside.foundation.ids import uuid7
from alongside.project.data_folder import UNFINISHED_DEMO
from alongside.project.demo import clients, history, people, today
from alongside.project.progress import Progress, to_terminal

ZONE = "America/New_York"
NAMES = ("Harbor Family Services", "Elsewhere")


def main(argv: list[str]) -> int:
    """Make the demo when there is no agency; print who to sign in as. 0 also when it was there."""
    argparse.ArgumentParser(prog="alongside demo", description="Make the demo agency when there is none.").parse_args(
        argv
    )
    if not every_agency():
        unfinished = Path(settings.DATA) / UNFINISHED_DEMO
        unfinished.touch()
        make()
        unfinished.unlink()
    print("Sign in with one click as:")
    for person in entrances.people():
        print(f"  {person.name}, {person.role}: {person.look_at}")
    return 0


def make() -> None:
    """Both agencies, the cast, the clients with their plans, the past weeks and today."""
    ours, theirs = agencies()
    said = reference.load("demo/harbor")
    progress = Progress(to_terminal, "Making the demo agency", len(said["client"]) * 2 + 3, "steps")
    with tenancy.inside(theirs):
        people.elsewhere(theirs)
    with tenancy.inside(ours):
        cast = people.employ(ours, said)
    progress.advance_to(1)
    for n, told in enumerate(said["client"], 1):
        with tenancy.inside(ours):
            known = clients.admit(cast, told)
        with tenancy.inside(ours):
            history.live(cast, known, told)
        progress.advance_to(2 * n + 1)
    with tenancy.inside(ours):
        today.arrange(cast, said)
    entrances.cast(people.offered(cast, said))
    progress.advance_to(len(said["client"]) * 2 + 3)


def agencies() -> tuple[UUID, UUID]:
    """Agencies are made by the owner: the application may only read them."""
    ours, theirs = uuid7(), uuid7()
    with psycopg.connect(os.environ["ALONGSIDE_OWNER_DATABASE_URL"], autocommit=True) as owner:
        for agency, name in zip((ours, theirs), NAMES, strict=True):
            owner.execute(
                "insert into agencies_agency (id, name, is_demo, zone, jurisdiction)"
                " values (%s, %s, true, %s, 'US-PA')",
                [agency, name, ZONE],
            )
    return ours, theirs
