"""Files for the tests of imports: those carried with the repository, and ones made wrong on purpose."""

import csv
from pathlib import Path

ROOT = Path(__file__).parents[3]
SERIES = ROOT / "tests" / "data" / "single_case" / "series"
VISITS = ROOT / "tests" / "data" / "visits"
SHARED = ROOT.parent / "shared" / "data"

HEADING = "dataset,series,session,phase,condition,outcome,improvement"
ONE = "\n".join([HEADING, *(f"D,one,{n},A,A,{n},increase" for n in range(1, 4)),
                 *(f"D,one,{n},B,B,{n},increase" for n in range(4, 7))])  # fmt: skip
TWO = "\n".join([ONE, *(f"D,two,{n},A,A,{n + 0.5},decrease" for n in range(1, 4))])


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def changed(text, line, column, value, heading=HEADING):
    """The text with one cell changed; line 2 is the first under the heading."""
    lines = [one.split(",") for one in text.splitlines()]
    lines[line - 1][heading.split(",").index(column)] = value
    return "\n".join(",".join(cells) for cells in lines)
