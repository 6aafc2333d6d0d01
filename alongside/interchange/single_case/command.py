"""Bring published single-case series in: each series becomes a client with a plan, phases, sessions and values."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from alongside.agencies import actions as agencies
from alongside.agencies.lookups import programmes_named
from alongside.foundation import tenancy
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.foundation.progress import Progress, Say, to_terminal
from alongside.interchange import asking
from alongside.interchange.asking import Place
from alongside.interchange.single_case.bringing import NEW, OTHERWISE, THERE, Into, bring
from alongside.interchange.single_case.faults import faults_of
from alongside.interchange.single_case.shaping import Shaped, shaped
from alongside.interchange.troubles import CannotImport
from alongside.measure.cells import shown
from alongside.measure.reading import examine
from alongside.people.actions import Stay
from alongside.workforce import finding

FIRST_DAY = date(2020, 1, 6)
PROGRAM = "Published cases"
FIRST_ROWS = 5
EPILOG = """Columns needed: dataset, series, session, phase, condition (A is baseline), outcome, improvement.
A case comes in whole or not at all, and once: a second time changes nothing."""


@dataclass
class Files:
    """What was read: cases that can come in, the faults of the others, and how many those are."""

    cases: list[tuple[Path, Shaped]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    left_out: int = 0


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.csv")
    asking.add_options(parser)
    parser.add_argument("--program", metavar="NAME", default=PROGRAM, help=f'"{PROGRAM}", made where there is none')
    parser.add_argument("--team", action="append", default=[], metavar="WHO", help="beside these clients, from then on")
    parser.add_argument("--first-day", type=date.fromisoformat, default=FIRST_DAY, metavar="YYYY-MM-DD",
                        help=f"the day of each first session; {FIRST_DAY} when left out")  # fmt: skip


def carry_out(options: argparse.Namespace) -> int:
    """Raises Unreadable and CannotImport before anything is written."""
    place = asking.agency(options.agency)
    by = asking.importer(place, options.importer)
    files = read(options.files, first_day=options.first_day, zone=place.zone)
    for fault in files.faults:
        print(fault, file=sys.stderr)
    if options.check:
        print(preview(files))
        return 2 if files.faults else 0
    if not files.cases:
        raise CannotImport("nothing came in")
    return bring_in(files, into(place, by, options.program, options.team), say=to_terminal)


def read(paths: Sequence[Path], *, first_day: date, zone: str) -> Files:
    """Every case of the files with its days. Raises Unreadable for a file that makes no sense."""
    files = Files()
    for path in paths:
        examined = examine(path)
        files.faults += examined.faults
        files.left_out += len(examined.left_out)
        for case in examined.cases:
            found = shaped(case, first_day=first_day, zone=zone)
            wrong = faults_of(path, found)
            files.faults += wrong
            files.left_out += bool(wrong)
            files.cases += [] if wrong else [(path, found)]
    return files


def preview(files: Files) -> str:
    """What would come in, case by case, with its first values."""
    lines = [f"{len(files.cases)} cases would come in, {files.left_out} would not:"]
    for path, of in files.cases:
        phases = ", ".join(f"{phase.label} ({phase.condition})" for phase in of.phases)
        first = ", ".join(f"{day.value:g}" for day in of.days[:FIRST_ROWS])
        lines.append(f"  {path.name}, {of.case.series}: {len(of.days)} sessions; {phases}; {first} …")
    return "\n".join(lines)


def into(place: Place, by: Actor, program: str, team: Iterable[str]) -> Into:
    """Where the cases come in; the program is made where there is none. Raises CannotImport."""
    with tenancy.inside(place.id):
        beside = [_stay(place, who) for who in team]
        found = programmes_named(program)
        made = found[0] if found else _program(place, by, program)
    return Into(place, by, made, beside)


def bring_in(files: Files, into: Into, *, say: Say) -> int:
    """Each case in a transaction of its own; 0 when nothing was left out."""
    progress = Progress(say, "Bringing cases in", len(files.cases), "cases")
    how: dict[str, list[Shaped]] = {NEW: [], THERE: [], OTHERWISE: []}
    for done, (path, of) in enumerate(files.cases, 1):
        how[_brought(path, of, into)].append(of)
        progress.advance_to(done)
    sessions = sum(len(of.days) for of in how[NEW])
    print(f"{len(how[NEW])} cases came in with {sessions} sessions. Already there: {len(how[THERE])}."
          f" Left out: {files.left_out + len(how[OTHERWISE])}.")  # fmt: skip
    return 1 if files.left_out or how[OTHERWISE] else 0


def _brought(path: Path, of: Shaped, into: Into) -> str:
    """How a case came in; what keeps it out is said. Raises CannotImport where the importer may not."""
    where = f"{path.name}, series {shown(of.case.series)}"
    try:
        with tenancy.inside(into.place.id):
            how = bring(into, of, path.name)
    except Refused as no:
        raise CannotImport(f"{where}: {_reason(no)}") from no
    except Unacceptable as no:
        print(f"{where}: {_reason(no)}", file=sys.stderr)
        return OTHERWISE
    if how == OTHERWISE:
        print(f"{where}: it is there already with other values or on other days; left as it is", file=sys.stderr)
    return how


def _reason(no: Refused | Unacceptable) -> str:
    if isinstance(no, Refused):
        return say(no.no.code, **no.no.values)
    return " ".join(say(fault.code, **fault.values) for fault in no.faults)


def _stay(place: Place, who: str) -> Stay:
    found = finding.by_name_or_address(who)
    if len(found) != 1:
        raise CannotImport(f"{'nobody' if not found else 'more than one person'} at {place.name} is called {who}")
    return Stay(found[0], finding.began_on(found[0]), part=finding.part_of(found[0]))


def _program(place: Place, by: Actor, name: str) -> UUID:
    try:
        made: UUID = agencies.add_programme(
            by=by, on=place.id, name=name, population="children", setting="outpatient"
        ).pk  # fmt: skip
        return made
    except (Refused, Unacceptable) as no:
        raise CannotImport(f"the program {shown(name)} cannot be made: {_reason(no)}") from no
