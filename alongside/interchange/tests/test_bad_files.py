"""Files that are no single-case files: one sentence each, exit code 2, and nothing written."""

import pytest

from alongside.interchange.command import main
from alongside.interchange.tests.files import HEADING, ONE, SHARED, changed
from alongside.people.models import Client

NAUGHTY = sorted((SHARED / "naughty" / "csv_spectrum").glob("*.csv"))


def refused(path, capsys):
    """The one line on the error stream; nobody came in."""
    before = Client.objects.count()
    code = main(["single-case", str(path), "--agency", "Harbor Family Services"])
    out, err = capsys.readouterr()
    assert (code, out, Client.objects.count()) == (2, "", before)
    return err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "bad.csv is empty: its first line names the columns"),
        ("\n\n", "bad.csv is empty: its first line names the columns"),
        (HEADING, "bad.csv has a heading but no rows: at least one session is needed"),
        (ONE.encode("utf-16"), "bad.csv is not UTF-8 text (byte 1): save it as CSV UTF-8"),
        (changed(ONE, 2, "series", "Zoë").encode("cp1252"),
         "bad.csv is not UTF-8 text (byte 64): save it as CSV UTF-8"),
        (ONE.replace(",", ";"), "bad.csv separates its columns by semicolons: save it with commas"),
        (ONE.replace(",", "\t"), "bad.csv separates its columns by tabs: save it with commas"),
        (ONE.replace("series,", "dataset,", 1), "bad.csv has no column series"),
        (ONE.replace("condition", "series", 1), "bad.csv has no column condition"),
        (ONE.replace("improvement", "improvement,improvement", 1), "bad.csv has the column improvement twice"),
        ("\n".join([HEADING, *(f"D,{n},1,A,A,1,increase" for n in range(50_001))]),
         "bad.csv has 50001 rows: at most 20000 can be read at once"),
        ("a" * 5_000_001, "bad.csv is larger than 5 MB"),
        (ONE.replace("D,one,3", 'D,"one,3'), "bad.csv, row 7: the line is not valid CSV (unexpected end of data)"),
    ],
)  # fmt: skip
def test_one_sentence(cast, tmp_path, capsys, content, sentence):
    path = tmp_path / "bad.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert refused(path, capsys) == f"alongside import: {sentence}\n"


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("outcome", "nan", "bad.csv, row 3, column outcome: “nan” is not a usable number"),
        ("outcome", "1e400", "bad.csv, row 3, column outcome: “1e400” is not a usable number"),
        ("outcome", "=1+1", "bad.csv, row 3, column outcome: “=1+1” is not a number"),
        ("outcome", "12,5", "bad.csv, row 3: 8 cells where the heading has 7"),
        ("outcome", "5000000", "bad.csv, series “one”: the value 5000000.0 of session 2 is too large to keep"),
        ("session", "1", "bad.csv, row 3, column session: 1 does not come after 1"),
        ("condition", "", "bad.csv, row 3, column condition: it is empty"),
        ("phase", "=HYPERLINK(1)", "bad.csv, series “one”, column phase: “=HYPERLINK(1)” begins as a spreadsheet"
                                   " formula does"),
        ("phase", "x" * 81, f"bad.csv, series “one”, column phase: “{'x' * 40}…”: "),
        ("phase", "a\x00b", "bad.csv, series “one”, column phase: “a?b”: "),
    ],
)  # fmt: skip
def test_a_bad_cell_is_named(cast, tmp_path, capsys, column, value, sentence):
    path = tmp_path / "bad.csv"
    path.write_text(changed(ONE, 3, column, value), encoding="utf-8")
    said = refused(path, capsys)
    assert said.startswith(sentence)
    assert said.endswith("\nalongside import: nothing came in\n")


def test_a_byte_order_mark_is_fine(cast, tmp_path):
    path = tmp_path / "good.csv"
    path.write_bytes(b"\xef\xbb\xbf" + ONE.replace("\n", "\r\n").encode())
    assert main(["single-case", str(path), "--agency", "Harbor Family Services"]) == 0


def test_a_row_that_may_be_of_any_case_keeps_all_of_them_out(cast, tmp_path, capsys):
    path = tmp_path / "bad.csv"
    path.write_text(ONE + "\nD", encoding="utf-8")
    assert "bad.csv, row 8: 1 cells where the heading has 7" in refused(path, capsys)


@pytest.mark.skipif(not NAUGHTY, reason="the collection of difficult CSV files is not at hand")
@pytest.mark.parametrize("path", NAUGHTY, ids=lambda path: path.name)
def test_files_of_another_shape(cast, capsys, path):
    assert refused(path, capsys).startswith(f"alongside import: {path.name} has no column ")
