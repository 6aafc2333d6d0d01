"""Single-case series from a CSV file: every fault is a sentence that names file, row and column."""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import get_args

from alongside.measure.estimate import Direction, Scale
from alongside.measure.series import Case, Outcome, Pair, Phase

REQUIRED = ("dataset", "series", "session", "phase", "condition", "outcome", "improvement")
LARGEST = 20_000_000  # bytes; a lifetime of sessions is far smaller


class Unreadable(ValueError):
    """A file that cannot be measured; its text is a sentence for the person who gave the file."""


class Row(dict[str, str]):
    """One line of the file by column name, which knows its own number."""

    number: int = 0


def read(path: Path) -> list[Case]:
    """Cases of a file in file order. Raises Unreadable."""
    rows = list(_rows(path))
    if not rows:
        raise Unreadable(f"{path.name} has a heading but no rows: at least one session is needed")
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        grouped.setdefault((row["dataset"], row["series"]), []).append(row)
    return [_case(path, dataset, series, found) for (dataset, series), found in grouped.items()]


def _rows(path: Path) -> Iterator[Row]:
    lines = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        heading = next(lines, None)
        if not heading:
            raise Unreadable(f"{path.name} is empty: its first line names the columns")
        names = [name.strip() for name in heading]
        _check_heading(path, names)
        for cells in lines:
            if cells:
                yield _row(path, names, cells, lines.line_num)
    except csv.Error as error:
        raise Unreadable(f"{path.name}, row {lines.line_num}: the line is not valid CSV ({error})") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path.name} is larger than {LARGEST // 1_000_000} MB")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} is not UTF-8 text (byte {error.start + 1})") from error
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be opened: {(error.strerror or 'unknown reason').lower()}") from error


def _check_heading(path: Path, names: Sequence[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise Unreadable(f"{path.name} has no column {', '.join(missing)}")
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise Unreadable(f"{path.name} has the column {twice[0]} twice")


def _row(path: Path, names: Sequence[str], cells: Sequence[str], number: int) -> Row:
    if len(cells) != len(names):
        raise Unreadable(f"{path.name}, row {number}: {len(cells)} cells where the heading has {len(names)}")
    row = Row(zip(names, cells, strict=True))
    row.number = number
    if not row["condition"].strip():
        raise Unreadable(f"{path.name}, row {number}, column condition: it is empty")
    return row


def _number(path: Path, row: Row, column: str) -> float:
    try:
        value = float(row[column])
    except ValueError:
        raise Unreadable(f"{_at(path, row, column)}: {_shown(row[column])} is not a number") from None
    if not math.isfinite(value) or abs(value) > 1e15:
        raise Unreadable(f"{_at(path, row, column)}: {_shown(row[column])} is not a usable number")
    return value


def _optional(path: Path, row: Row, column: str) -> float | None:
    if not row.get(column, "").strip():
        return None
    value = _number(path, row, column)
    if value <= 0:
        raise Unreadable(f"{_at(path, row, column)}: {_shown(row[column])} is not above zero")
    return value


def _case(path: Path, dataset: str, series: str, rows: list[Row]) -> Case:
    outcome = _outcome(path, rows[0])
    for row in rows[1:]:
        if _outcome(path, row) != outcome:
            raise Unreadable(f"{path.name}, row {row.number}: series {_shown(series)} changes its improvement, "
                             "scale, session_minutes or intervals on the way")  # fmt: skip
    sessions = [_number(path, row, "session") for row in rows]
    for row, (earlier, later) in zip(rows[1:], pairwise(sessions), strict=True):
        if later <= earlier:
            raise Unreadable(f"{_at(path, row, 'session')}: {later:g} does not come after {earlier:g}")
    values = [_value(path, row, outcome) for row in rows]
    phases = _phases(rows, sessions, values)
    pairs, first = _pairs(rows, phases, values), rows[0]
    return Case(dataset, series, outcome, phases, pairs, first.get("design", ""), first.get("measure", ""))


def _outcome(path: Path, row: Row) -> Outcome:
    improvement, scale = row["improvement"].strip(), row.get("scale", "").strip()
    if improvement not in get_args(Direction):
        raise Unreadable(f"{_at(path, row, 'improvement')}: {_shown(improvement)} is not increase or decrease")
    if scale and scale not in get_args(Scale):
        raise Unreadable(f"{_at(path, row, 'scale')}: {_shown(scale)} is not {', '.join(get_args(Scale))}")
    return Outcome(
        "increase" if improvement == "increase" else "decrease",
        next((known for known in get_args(Scale) if known == scale), None),
        _optional(path, row, "session_minutes"),
        _optional(path, row, "intervals"),
    )


def _value(path: Path, row: Row, outcome: Outcome) -> float:
    value = _number(path, row, "outcome")
    highest = {"proportion": 1, "percentage": 100}.get(outcome.scale or "", math.inf)
    if outcome.scale not in (None, "other") and not 0 <= value <= highest:
        limit = f"from 0 to {highest}" if math.isfinite(highest) else "at least 0"
        raise Unreadable(f"{_at(path, row, 'outcome')}: {value:g} is not {limit}, as a {outcome.scale} is")
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
    return tuple(
        Pair(int(name) if name.isdecimal() else name, tuple(a), tuple(b)) for name, (a, b) in sides.items() if a and b
    )


def _at(path: Path, row: Row, column: str) -> str:
    return f"{path.name}, row {row.number}, column {column}"


def _shown(text: str) -> str:
    """What was typed, short and on one line."""
    kept = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f"“{kept[:40]}…”" if len(kept) > 40 else f"“{kept}”"
