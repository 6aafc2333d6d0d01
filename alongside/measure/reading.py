"""Single-case series from a CSV file: every fault is a sentence that names file, row and column."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import get_args

from alongside.measure.cells import Row, Unreadable, at, number, positive, rows_of, shown
from alongside.measure.estimate import Direction, Scale
from alongside.measure.series import Case, Outcome, Pair, Phase

__all__ = ["Examined", "Unreadable", "examine", "read"]
MOST_ROWS = 20_000  # of a file
MOST_SESSIONS = 1_000  # of a series: comparing all pairs grows with the square


@dataclass(frozen=True)
class Examined:
    """Cases that can be used, every fault of the file, and whose cases those are (all of a case or nothing)."""

    cases: tuple[Case, ...]
    faults: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


def read(path: Path) -> list[Case]:
    """Cases of a file in file order. Raises Unreadable at the first fault."""
    rows = _rows(path)
    if wrong := next((row.wrong for row in rows if row.wrong), ""):
        raise Unreadable(wrong)
    return [_case(path, found) for found in _grouped(rows).values()]


def examine(path: Path) -> Examined:
    """The sound cases of a file, and every fault of the others. Raises Unreadable for a file without any sense."""
    rows = _rows(path)
    grouped = _grouped(rows)
    wrong = {key: row_faults(path, found) for key, found in grouped.items()}
    cases = []
    for key, found in grouped.items():
        try:
            cases += [] if wrong[key] else [_case(path, found)]
        except Unreadable as fault:
            wrong[key] = [str(fault)]
    faults = tuple(fault for found in wrong.values() for fault in found)
    if any("series" not in row for row in rows):  # a row that was cut off may belong to any case
        return Examined((), faults, tuple(key for key in wrong if key[1]))
    return Examined(tuple(cases), faults, tuple(key for key, found in wrong.items() if found))


def row_faults(path: Path, rows: Sequence[Row]) -> list[str]:
    """What is wrong with each row of a case by itself, one fault a row."""
    faults = []
    for row in rows:
        try:
            if row.wrong:
                raise Unreadable(row.wrong)
            number(path, row, "session")
            _value(path, row, _outcome(path, row))
        except Unreadable as fault:
            faults.append(str(fault))
    return faults


def _rows(path: Path) -> list[Row]:
    rows = list(rows_of(path))
    if not rows:
        raise Unreadable(f"{path.name} has a heading but no rows: at least one session is needed")
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"{path.name} has {len(rows)} rows: at most {MOST_ROWS} can be read at once")
    return rows


def _grouped(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        grouped.setdefault((row.get("dataset", ""), row.get("series", "")), []).append(row)
    return grouped


def _case(path: Path, rows: list[Row]) -> Case:
    first = rows[0]
    if len(rows) > MOST_SESSIONS:
        raise Unreadable(
            f"{path.name}, row {rows[MOST_SESSIONS].number}: "
            f"series {shown(first['series'])} has more than {MOST_SESSIONS} sessions"
        )
    outcome = _outcome(path, first)
    for row in rows[1:]:
        if _outcome(path, row) != outcome:
            raise Unreadable(f"{path.name}, row {row.number}: series {shown(row['series'])} changes its improvement, "
                             "scale, session_minutes or intervals on the way")  # fmt: skip
    sessions = [number(path, row, "session") for row in rows]
    for row, (earlier, later) in zip(rows[1:], pairwise(sessions), strict=True):
        if later <= earlier:
            raise Unreadable(f"{at(path, row, 'session')}: {later:g} does not come after {earlier:g}")
    values = [_value(path, row, outcome) for row in rows]
    phases = _phases(rows, sessions, values)
    return Case(
        first["dataset"], first["series"], outcome, phases, _pairs(rows, phases, values), first.get("design", ""),
        first.get("measure", ""),
    )  # fmt: skip


def _outcome(path: Path, row: Row) -> Outcome:
    improvement, scale = row["improvement"].strip(), row.get("scale", "").strip()
    if improvement not in get_args(Direction):
        raise Unreadable(f"{at(path, row, 'improvement')}: {shown(improvement)} is not increase or decrease")
    if scale and scale not in get_args(Scale):
        raise Unreadable(f"{at(path, row, 'scale')}: {shown(scale)} is not {', '.join(get_args(Scale))}")
    return Outcome(
        "increase" if improvement == "increase" else "decrease",
        next((known for known in get_args(Scale) if known == scale), None),
        positive(path, row, "session_minutes"),
        positive(path, row, "intervals"),
    )


def _value(path: Path, row: Row, outcome: Outcome) -> float:
    value = number(path, row, "outcome")
    highest = {"proportion": 1, "percentage": 100}.get(outcome.scale or "", math.inf)
    if outcome.scale not in (None, "other") and not 0 <= value <= highest:
        limit = f"from 0 to {highest}" if math.isfinite(highest) else "at least 0"
        raise Unreadable(f"{at(path, row, 'outcome')}: {value:g} is not {limit}, as a {outcome.scale} is")
    return value


def _phases(rows: list[Row], sessions: list[float], values: list[float]) -> tuple[Phase, ...]:
    runs = groupby(zip(rows, sessions, values, strict=True), key=lambda p: (p[0]["phase"], p[0]["condition"].strip()))
    found = []
    for (name, condition), run in runs:
        points = list(run)
        found.append(Phase(name, condition, tuple(p[1] for p in points), tuple(p[2] for p in points)))
    return tuple(found)


def _pairs(rows: list[Row], phases: tuple[Phase, ...], values: list[float]) -> tuple[Pair, ...]:
    baseline = "A" if any(phase.condition == "A" for phase in phases) else phases[0].condition
    if "pair" in rows[0]:
        return _named_pairs(rows, values, baseline)
    starts = [(one, two) for one, two in pairwise(phases) if one.condition == baseline and two.condition != baseline]
    return tuple(Pair(number, one.values, two.values) for number, (one, two) in enumerate(starts, 1))


def _named_pairs(rows: list[Row], values: list[float], baseline: str) -> tuple[Pair, ...]:
    """Pairs that the file names: all its baseline points against all its others, in order."""
    sides: dict[str, tuple[list[float], list[float]]] = {}
    for row, value in zip(rows, values, strict=True):
        if name := row["pair"].strip():
            sides.setdefault(name, ([], []))[row["condition"].strip() != baseline].append(value)
    return tuple(Pair(_named(name), tuple(a), tuple(b)) for name, (a, b) in sides.items() if a and b)


def _named(name: str) -> int | str:
    return int(name) if name.isdecimal() and len(name) < 10 else name
