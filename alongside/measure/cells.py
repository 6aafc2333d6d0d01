"""Lines of a CSV file as rows that know their number; what is wrong is a sentence with file, row and column."""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

REQUIRED = ("dataset", "series", "session", "phase", "condition", "outcome", "improvement")
LARGEST = 5_000_000  # bytes
LARGEST_NUMBER, SMALLEST_NUMBER = 1e15, 1e-30  # beyond these, squares lose their meaning


class Unreadable(ValueError):
    """A file that cannot be measured; its text is a sentence for the person who gave the file."""


class Row(dict[str, str]):
    """One line of the file by column name, which knows its own number, and what is wrong with its shape."""

    number: int = 0
    wrong: str = ""


def rows_of(path: Path, required: Sequence[str] = REQUIRED) -> Iterator[Row]:
    """Rows of a file that has the required columns; one that is out of shape says so. Raises Unreadable."""
    lines = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        heading = next(lines, None)
        if not heading:
            raise Unreadable(f"{path.name} is empty: its first line names the columns")
        names = [name.strip() for name in heading]
        _check_heading(path, names, required)
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
        raise Unreadable(f"{path.name} is not UTF-8 text (byte {error.start + 1}): save it as CSV UTF-8") from error
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be opened: {(error.strerror or 'unknown reason').lower()}") from error


def _check_heading(path: Path, names: Sequence[str], required: Sequence[str]) -> None:
    missing = [name for name in required if name not in names]
    if len(names) == 1 and (mark := next((m for m in (";", "\t", "|") if m in names[0]), "")):
        named = {";": "semicolons", "\t": "tabs", "|": "bars"}[mark]
        raise Unreadable(f"{path.name} separates its columns by {named}: save it with commas")
    if missing:
        raise Unreadable(f"{path.name} has no column {', '.join(missing)}")
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise Unreadable(f"{path.name} has the column {twice[0]} twice")


def _row(path: Path, names: Sequence[str], cells: Sequence[str], number: int) -> Row:
    row = Row(zip(names, cells, strict=False))
    row.number = number
    if len(cells) != len(names):
        row.wrong = f"{path.name}, row {number}: {len(cells)} cells where the heading has {len(names)}"
    elif not row.get("condition", "A").strip():
        row.wrong = f"{at(path, row, 'condition')}: it is empty"
    return row


def number(path: Path, row: Row, column: str) -> float:
    """The cell as a finite number. Raises Unreadable."""
    try:
        value = float(row[column].replace("_", "no"))  # Python would read 1_000 as a thousand
    except ValueError:
        raise Unreadable(f"{at(path, row, column)}: {shown(row[column])} is not a number") from None
    if not math.isfinite(value) or abs(value) > LARGEST_NUMBER or 0 < abs(value) < SMALLEST_NUMBER:
        raise Unreadable(f"{at(path, row, column)}: {shown(row[column])} is not a usable number")
    return value


def positive(path: Path, row: Row, column: str) -> float | None:
    """The cell as a number above zero; None for an empty cell or an absent column. Raises Unreadable."""
    if not row.get(column, "").strip():
        return None
    value = number(path, row, column)
    if value <= 0:
        raise Unreadable(f"{at(path, row, column)}: {shown(row[column])} is not above zero")
    return value


def at(path: Path, row: Row, column: str) -> str:
    """Where a cell is, as a sentence begins."""
    return f"{path.name}, row {row.number}, column {column}"


def shown(text: str) -> str:
    """What was typed, short and on one line."""
    kept = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f"“{kept[:40]}…”" if len(kept) > 40 else f"“{kept}”"
