"""Bring a folder of visits in: staff, supervision, clients, programs, visits and what became of them."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from alongside.foundation import tenancy
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import is_zone
from alongside.foundation.progress import Progress, to_terminal
from alongside.interchange import asking
from alongside.interchange.troubles import CannotImport
from alongside.interchange.visits.bringing import Into, bring_client, bring_office, by_client
from alongside.interchange.visits.overlaps import Overlap, client_overlaps, staff_overlaps
from alongside.interchange.visits.reading import COLUMNS, Found, read
from alongside.interchange.visits.records import Records, Visited

FIRST_ROWS = 3
EPILOG = f"""The folder holds {", ".join(COLUMNS)}. Its times have no zone: say it with --zone, or answer when asked.
A client comes in with every visit or not at all; a second time changes nothing."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR")
    asking.add_options(parser)
    parser.add_argument("--zone", metavar="Z", help="IANA name of the zone of the times, such as America/New_York")


def carry_out(options: argparse.Namespace) -> int:
    """Raises Unreadable and CannotImport before anything is written."""
    place = asking.agency(options.agency)
    by = asking.importer(place, options.importer)
    zone = _zone(options.zone, place.zone)
    records, found = read(options.folder, zone)
    for sentence in [*found.faults, *_overlapping(records)]:
        print(sentence, file=sys.stderr)
    if options.check:
        print(preview(records, found))
        return 2 if found.faults else 0
    if not records.individuals:
        raise CannotImport("nothing came in")
    return _bring(Into(place, by, zone, options.folder.resolve().name), records, found)


def preview(records: Records, found: Found) -> str:
    """How much would come in, and the first visits."""
    how = Counter(visit.status for visit in records.visited)
    statuses = ", ".join(f"{number} {status.lower().replace('_', '-')}" for status, number in sorted(how.items()))
    lines = [
        f"{len(records.employees)} staff, {len(records.supervised)} supervisions, {len(records.programs)} programs,"
        f" {len(records.locations)} places, {len(records.individuals)} clients, {len(records.enrolled)} enrolments,"
        f" {len(records.visited)} visits ({statuses}); {len(_clients(found))} clients would be left out.",
        *(_line(visit) for visit in records.visited[:FIRST_ROWS]),
    ]
    return "\n".join(lines)


def _line(visit: Visited) -> str:
    spent = f", {visit.began:%H:%M} to {visit.ended:%H:%M}" if visit.began and visit.ended else ""
    planned = f"{visit.planned:%Y-%m-%d %H:%M}, {visit.minutes} min"
    return f"  visit {visit.id}: client {visit.individual}, {planned}, {visit.status}{spent}"


def _zone(said: str | None, of_agency: str) -> str:
    """The zone of the times: as said, or as answered at a terminal. Never guessed."""
    if said is None and sys.stdin.isatty():
        said = input(f"In which zone are these times? The agency's is {of_agency}: ").strip()
    if not said:
        raise CannotImport("the times in these files have no zone: say it, for example --zone America/New_York")
    if not is_zone(said):
        raise CannotImport(f"{said} is not the name of a zone, such as America/New_York")
    return said


def _overlapping(records: Records) -> list[str]:
    return [_overlap("client", one) for one in client_overlaps(records.visited)] + [
        _overlap("employee", one) for one in staff_overlaps(records.visited)
    ]


def _overlap(kind: str, one: Overlap) -> str:
    return f"visits.csv: {kind} {one.of} has two visits at the same time, {one.one} and {one.other}"


def _clients(found: Found) -> set[str]:
    return found.left_out - {""}


def _bring(into: Into, records: Records, found: Found) -> int:
    people, left_out = list(by_client(records)), len(_clients(found))
    progress = Progress(to_terminal, "Bringing clients in", len(people), "clients")
    visits = sessions = 0
    try:
        with tenancy.inside(into.place.id):
            bring_office(into, records)
        for done, (one, enrolled, visited) in enumerate(people, 1):
            with tenancy.inside(into.place.id):
                planned, kept = bring_client(into, one, enrolled, visited)
            visits, sessions = visits + planned, sessions + kept
            progress.advance_to(done)
    except (Refused, Unacceptable) as no:
        raise CannotImport(_reason(no)) from no
    already = len(records.visited) - visits
    print(f"{visits} visits came in, {sessions} of them with a session. Already there: {already} visits."
          f" Left out: {left_out} clients. Overlaps: {len(client_overlaps(records.visited))} of clients,"
          f" {len(staff_overlaps(records.visited))} of staff.")  # fmt: skip
    return 1 if found.faults else 0


def _reason(no: Refused | Unacceptable) -> str:
    if isinstance(no, Refused):
        return say(no.no.code, **no.no.values)
    return " ".join(dict.fromkeys(say(fault.code, **fault.values) for fault in no.faults))
