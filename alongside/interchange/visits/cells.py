"""Cells of a row as values; what is wrong is a sentence with file, row and column."""

from datetime import date, datetime
from pathlib import Path

from alongside.foundation.errors import Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import moment
from alongside.foundation.typed_text import fault_in
from alongside.measure.cells import Row, Unreadable, at, shown

FORMULA = ("=", "+", "@")
EARLIEST, LATEST = date(1880, 1, 1), date(2200, 12, 31)
LONGEST_NAME, LONGEST_ID = 120, 40
MOST_MINUTES = 24 * 60


def text(path: Path, row: Row, column: str, most: int = LONGEST_NAME) -> str:
    """A text of one line, not empty. Raises Unreadable."""
    value = row[column].strip()
    if not value:
        raise Unreadable(f"{at(path, row, column)}: it is empty")
    if value.startswith(FORMULA):
        raise Unreadable(f"{at(path, row, column)}: {shown(value)} begins as a spreadsheet formula does")
    if fault := fault_in(value, most=most):
        raise Unreadable(f"{at(path, row, column)}: {shown(value)}: {say(fault.code, **fault.values)}")
    return value


def id_of(path: Path, row: Row, column: str) -> str:
    return text(path, row, column, LONGEST_ID)


def name_of(path: Path, row: Row, column: str) -> tuple[str, str]:
    """Given and family name: the last word is the family's."""
    given, _, family = text(path, row, column).rpartition(" ")
    return (given, family) if given else (family, "")


def day(path: Path, row: Row, column: str) -> date:
    """A day written as 2026-11-21. Raises Unreadable."""
    try:
        found = date.fromisoformat(row[column].strip())
    except ValueError:
        raise Unreadable(f"{at(path, row, column)}: {shown(row[column])} is not a day such as 2026-11-21") from None
    if not EARLIEST <= found <= LATEST:
        raise Unreadable(f"{at(path, row, column)}: {shown(row[column])} is not a usable day")
    return found


def day_or_none(path: Path, row: Row, column: str) -> date | None:
    return day(path, row, column) if row[column].strip() else None


def clock(path: Path, row: Row, column: str, zone: str) -> datetime:
    """A local day and time written as 2026-11-21T15:30 that there is in `zone`. Raises Unreadable."""
    where, said = at(path, row, column), row[column].strip()
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        raise Unreadable(f"{where}: {shown(said)} is not a time such as 2026-11-21T15:30") from None
    if found.tzinfo is not None:
        raise Unreadable(f"{where}: {shown(said)} has a zone of its own; the others have none")
    if not EARLIEST <= found.date() <= LATEST:
        raise Unreadable(f"{where}: {shown(said)} is not a usable day")
    try:
        moment(found.date(), found.time(), zone, which="first")
    except Unacceptable:
        raise Unreadable(f"{where}: {shown(said)} is skipped in {zone}, where clocks go forward") from None
    return found


def clock_or_none(path: Path, row: Row, column: str, zone: str) -> datetime | None:
    return clock(path, row, column, zone) if row[column].strip() else None


def minutes(path: Path, row: Row, column: str) -> int:
    """Whole minutes, at most a day. Raises Unreadable."""
    value = row[column].strip()
    if not (value.isascii() and value.isdecimal()) or not 0 < int(value[:9]) <= MOST_MINUTES:
        raise Unreadable(f"{at(path, row, column)}: {shown(value)} is not a number of minutes up to {MOST_MINUTES}")
    return int(value)


def one_of(path: Path, row: Row, column: str, offered: tuple[str, ...]) -> str:
    value = row[column].strip().upper()
    if value not in offered:
        raise Unreadable(f"{at(path, row, column)}: {shown(row[column])} is not {', '.join(offered)}")
    return value
