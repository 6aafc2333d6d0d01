"""A folder of visits as records: every fault is named, and what hangs on a faulty row is left out with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from alongside.interchange.visits import cells
from alongside.interchange.visits.records import (
    KEPT,
    STATUSES,
    Employee,
    Enrolled,
    Individual,
    Location,
    Program,
    Records,
    Supervised,
    Visited,
)  # fmt: skip
from alongside.measure.cells import Row, Unreadable, at, rows_of, shown

Thing = TypeVar("Thing")
MOST_ROWS = 50_000

COLUMNS = {
    "employees.csv": ("employee_id", "full_name"),
    "employee_supervision.csv": ("employee_id", "supervisor_id", "start_date", "end_date"),
    "programs.csv": ("program_id", "description"),
    "locations.csv": ("location_id", "location_name"),
    "individuals.csv": ("individual_id", "full_name", "date_of_birth"),
    "individual_programs.csv": ("individual_id", "program_id", "start_date", "end_date"),
    "visits.csv": (
        "visit_id", "individual_id", "program_id", "employee_id", "location_id", "visit_status", "scheduled_start",
        "scheduled_duration_minutes", "actual_start", "actual_end",
    ),
}  # fmt: skip


@dataclass
class Found:
    """What was read so far: known ids by kind, every fault, and the clients who are left out because of one."""

    folder: Path
    zone: str
    known: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)


def read(folder: Path, zone: str) -> tuple[Records, Found]:
    """The records of a folder and what was wrong; its times are in `zone`. Raises Unreadable where a file is absent
    or makes no sense.
    """
    found = Found(folder, zone)
    absent = [name for name in COLUMNS if not (folder / name).is_file()]
    if absent:
        raise Unreadable(f"{folder} has no {', '.join(absent)}")
    employees = _things(found, "employees.csv", _employee, "employee")
    supervised = _things(found, "employee_supervision.csv", _supervised)
    programs = _things(found, "programs.csv", _program, "program")
    locations = _things(found, "locations.csv", _location, "location")
    individuals = _things(found, "individuals.csv", _individual, "individual")
    enrolled = _things(found, "individual_programs.csv", _enrolled)
    visited = _things(found, "visits.csv", _visited, "visit")
    records = Records(employees, supervised, programs, locations, individuals, enrolled, visited)
    return _without(records, found.left_out), found


def _things(
    found: Found, name: str, make: Callable[[Path, Row, Found], Thing], kind: str = ""
) -> tuple[Thing, ...]:  # fmt: skip
    """The sound rows of one file, in its order. `kind`: rows with an id, each of which stands once."""
    path, things = found.folder / name, []
    known: set[str] = set()
    for row in _rows(path):
        try:
            if row.wrong:
                raise Unreadable(row.wrong)
            thing = make(path, row, found)
            if kind and (id := str(getattr(thing, "id", ""))) in known:
                raise Unreadable(f"{at(path, row, COLUMNS[name][0])}: {shown(id)} stands here twice")
            known.add(str(getattr(thing, "id", "")))
            things.append(thing)
        except Unreadable as fault:
            found.faults.append(str(fault))
            found.left_out.add(row.get("individual_id", "").strip())
    if kind:
        found.known[kind] = known
    return tuple(things)


def _rows(path: Path) -> Sequence[Row]:
    rows = list(rows_of(path, COLUMNS[path.name]))
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"{path.name} has {len(rows)} rows: at most {MOST_ROWS} can be read at once")
    return rows


def _employee(path: Path, row: Row, found: Found) -> Employee:
    return Employee(cells.id_of(path, row, "employee_id"), *cells.name_of(path, row, "full_name"))


def _supervised(path: Path, row: Row, found: Found) -> Supervised:
    employee = _known(path, row, "employee_id", found, "employee")
    supervisor = _known(path, row, "supervisor_id", found, "employee")
    if employee == supervisor:
        raise Unreadable(f"{at(path, row, 'supervisor_id')}: nobody supervises themselves")
    return Supervised(employee, supervisor, cells.day(path, row, "start_date"), _until(path, row))


def _program(path: Path, row: Row, found: Found) -> Program:
    return Program(cells.id_of(path, row, "program_id"), cells.text(path, row, "description"))


def _location(path: Path, row: Row, found: Found) -> Location:
    return Location(cells.id_of(path, row, "location_id"), cells.text(path, row, "location_name"))


def _individual(path: Path, row: Row, found: Found) -> Individual:
    born = cells.day(path, row, "date_of_birth")
    return Individual(cells.id_of(path, row, "individual_id"), *cells.name_of(path, row, "full_name"), born)


def _enrolled(path: Path, row: Row, found: Found) -> Enrolled:
    who = _known(path, row, "individual_id", found, "individual")
    program = _known(path, row, "program_id", found, "program")
    return Enrolled(who, program, cells.day(path, row, "start_date"), _until(path, row))


def _visited(path: Path, row: Row, found: Found) -> Visited:
    status = cells.one_of(path, row, "visit_status", STATUSES)
    began, ended = (cells.clock_or_none(path, row, name, found.zone) for name in ("actual_start", "actual_end"))
    if status == KEPT and (began is None or ended is None):
        raise Unreadable(f"{at(path, row, 'actual_start')}: a completed visit began and ended")
    if began and ended and ended <= began:
        raise Unreadable(f"{at(path, row, 'actual_end')}: the visit ends before it began")
    return Visited(
        cells.id_of(path, row, "visit_id"), _known(path, row, "individual_id", found, "individual"),
        _known(path, row, "program_id", found, "program"), _known(path, row, "employee_id", found, "employee"),
        _known(path, row, "location_id", found, "location"), status,
        cells.clock(path, row, "scheduled_start", found.zone),
        cells.minutes(path, row, "scheduled_duration_minutes"), began if status == KEPT else None, ended,
    )  # fmt: skip


def _known(path: Path, row: Row, column: str, found: Found, kind: str) -> str:
    id = cells.id_of(path, row, column)
    if id not in found.known[kind]:
        raise Unreadable(f"{at(path, row, column)}: there is no {kind} {shown(id)}")
    return id


def _until(path: Path, row: Row) -> "cells.date | None":
    until = cells.day_or_none(path, row, "end_date")
    if until and until < cells.day(path, row, "start_date"):
        raise Unreadable(f"{at(path, row, 'end_date')}: it ends before it begins")
    return until


def _without(records: Records, left_out: set[str]) -> Records:
    """Nothing of a client of whom one row is faulty."""
    return Records(
        records.employees, records.supervised, records.programs, records.locations,
        tuple(one for one in records.individuals if one.id not in left_out),
        tuple(one for one in records.enrolled if one.individual not in left_out),
        tuple(one for one in records.visited if one.individual not in left_out),
    )  # fmt: skip
