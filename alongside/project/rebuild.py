"""`alongside rebuild NAME`: make derived rows anew from the records, agency by agency."""

import argparse
from collections.abc import Callable
from uuid import UUID

from alongside.agencies.lookups import every_agency, name
from alongside.behaviour.lookups import rebuild_tallies
from alongside.foundation import tenancy
from alongside.notes.fingerprints import rebuild_fingerprints
from alongside.outcomes.standings import rebuild_standings
from alongside.parties.tokens import rebuild_tokens
from alongside.project.progress import Progress, to_terminal

Heard = Callable[[int, int], None]


def _tokens(agency: UUID, heard: Heard) -> int:
    with tenancy.inside(agency):
        return rebuild_tokens(heard)


def _fingerprints(agency: UUID, heard: Heard) -> int:
    with tenancy.inside(agency):
        return rebuild_fingerprints(heard)


def _standings(agency: UUID, heard: Heard) -> int:
    return rebuild_standings(agency, heard=heard)


def _tallies(agency: UUID, heard: Heard) -> int:
    return rebuild_tallies(agency, heard=heard)


REBUILDS: dict[str, tuple[Callable[[UUID, Heard], int], str, str]] = {
    "tokens": (_tokens, "people", "what search compares names by"),
    "fingerprints": (_fingerprints, "notes", "what signed notes are compared by"),
    "standings": (_standings, "clients", "where each objective stands"),
    "tallies": (_tallies, "sessions", "what each session's observations add up to"),
}


def main(words: list[str]) -> int:
    """0 when done, or when the names were asked for."""
    parser = argparse.ArgumentParser(prog="alongside rebuild", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(REBUILDS), metavar="NAME", help="what to make anew")
    asked = parser.parse_args(words).name
    if asked is None:
        print("\n".join(f"  {each:13} {says}" for each, (_, _, says) in sorted(REBUILDS.items())))
        return 0
    rebuild, unit, _ = REBUILDS[asked]
    for agency in every_agency():
        done = rebuild(agency, _heard(f"Rebuilding {asked}, {name(agency)}", unit))
        print(f"{name(agency)}: {done} {unit}")
    return 0


def _heard(step: str, unit: str) -> Heard:
    """A listener that says on the terminal how far it is and how long it will still take."""
    progress: list[Progress] = []

    def hear(done: int, of: int) -> None:
        if not progress:
            progress.append(Progress(to_terminal, step, of, unit))
        progress[0].advance_to(done)

    return hear
