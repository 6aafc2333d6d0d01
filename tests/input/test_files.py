"""Files of import and of measure, one cell of each column spoiled at a time: cases 149 to 164.

Every fault is a line that names file and row; nothing is half-written; the status says how it went.
"""

import re
import shutil

import pytest

from alongside.foundation.models import Entry
from alongside.interchange.command import main
from alongside.interchange.tests.files import HEADING, TWO, VISITS, changed, rows
from alongside.interchange.visits.reading import COLUMNS
from alongside.measure.command import main as measure
from alongside.people.models import Client
from alongside.workforce.models import Staff
from tests.input import corpus

CELLS = {
    2: " ", 4: "a\x00b", 12: "a\u202eb", 15: corpus.ZALGO, 18: "a" * 100_000, 24: "a\x01b", 28: "\x1b[2J",
    52: "infinity", 64: "2026-13-01", 69: "٢٠٢٦-٠١-٠١",
    71: "-1", 73: "1e400", 74: "NaN", 76: "9" * 5_000, 77: "３", 78: "0x1F",
    89: "<script>alert(1)</script>", 106: "' OR 1=1--", 149: "=1+1", 150: "+1-2", 152: "@SUM(A1)", 153: "\t=1",
    154: "\u00a0=1", 155: '"safe\n=cmd"', 156: "\uff1d1", 164: "1/2/3", 122: "../../etc/passwd", 246: "{{7*7}}",
}  # fmt: skip
NAMES_ITS_PLACE = re.compile(r"\.csv, (row \d+|series “.*”)")
"""A fault of a row names it; of a whole case (its phases, its name) the case. Overlaps are told, and are no faults."""


def here() -> tuple[int, int, int]:
    """What would be half-written. Reading is written down as well, doing is not."""
    return Client.objects.count(), Staff.objects.count(), Entry.objects.filter(outcome="done").count()


def said_well(status: int, errors: str) -> bool:
    """0 says nothing wrong; 1 and 2 name each place, and no line shows what a terminal would obey."""
    lines = [line for line in errors.splitlines() if ".csv" in line and "at the same time" not in line]
    plain = all(letter.isprintable() for line in lines for letter in line)
    if status == 0:
        return plain
    return status in (1, 2) and plain and bool(lines) and all(map(NAMES_ITS_PLACE.search, lines))


@pytest.mark.parametrize("column", HEADING.split(","))
def test_a_cell_of_a_single_case_file(cast, tmp_path, capsys, column):
    path, before = tmp_path / "bad.csv", here()
    for number, value in CELLS.items():
        path.write_text(changed(TWO, 3, column, value), encoding="utf-8", newline="")
        status = main(["single-case", str(path), "--agency", "Harbor Family Services", "--check"])
        assert said_well(status, capsys.readouterr().err), (number, value[:20], status)
        assert here() == before
        assert measure([str(path), "--metric", "NAP", "--format", "json"]) in (0, 2)
        found, errors = capsys.readouterr()
        assert bool(found) != bool(errors), (number, value[:20])


@pytest.mark.parametrize("name", COLUMNS)
def test_a_cell_of_a_folder_of_visits(cast, tmp_path, capsys, name):
    before, lines = here(), (VISITS / name).read_text(encoding="utf-8").splitlines()
    heading = lines[0].split(",")
    shutil.copytree(VISITS, tmp_path / "visits")
    for at, column in enumerate(heading):
        for number, value in list(CELLS.items())[at % 3 :: 3]:
            (tmp_path / "visits" / name).write_text(
                changed("\n".join(lines), 2, column, value, lines[0]), encoding="utf-8", newline=""
            )
            status = main(["visits", str(tmp_path / "visits"), *AS])
            assert said_well(status, capsys.readouterr().err), (number, column, value[:20], status)
            assert here() == before


AS = ("--agency", "Harbor Family Services", "--zone", "America/New_York", "--check")


def test_what_is_said_of_a_bad_row_holds_without_check(cast, tmp_path, capsys):
    """The good case comes in whole, the bad one not at all, and the second time nothing happens."""
    path = tmp_path / "bad.csv"
    path.write_text(changed(TWO, 3, "outcome", "=1+1"), encoding="utf-8")
    words = ["single-case", str(path), "--agency", "Harbor Family Services"]
    before = here()[0]
    assert main(words) == 1
    assert here()[0] == before + 1
    assert "bad.csv, row 3, column outcome" in capsys.readouterr().err
    after = here()
    assert main(words) == 1
    assert here() == after


def test_the_visits_that_are_carried_are_good():
    """Otherwise it would not be the spoiled cell that is refused."""
    assert all(rows(VISITS / name) for name in COLUMNS)
