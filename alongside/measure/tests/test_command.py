"""`alongside measure FILE.csv`: rows named as the references are, and one sentence for a file that is wrong."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.measure.command import main
from alongside.measure.reading import Unreadable, read
from alongside.measure.tests.places import CARRIED

HEADING = "dataset,series,session,phase,condition,outcome,improvement"
GOOD = "\n".join([HEADING, *(f"d,s,{n},A,A,{n % 3},increase" for n in range(1, 5)),
                  *(f"d,s,{n},B,B,{n % 4 + 5},increase" for n in range(5, 11))])  # fmt: skip
FIELDS = {"dataset", "series", "pair", "metric", "variant", "value", "se", "ci_lower", "ci_upper"}


@pytest.fixture
def write(tmp_path):
    def file(text, name="cases.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return file


def changed(row, column, value, heading=HEADING):
    """The good file with one cell changed; row 2 is the first line under the heading."""
    lines = [line.split(",") for line in GOOD.splitlines()]
    lines[row - 1][heading.split(",").index(column)] = value
    return "\n".join(",".join(cells) for cells in lines)


def test_json(capsys):
    assert main([str(CARRIED / "series/McKissick.csv"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {frozenset(row) for row in found} == {frozenset(FIELDS)}
    first = next(
        row for row in found if (row["series"], row["metric"], row["variant"]) == ("Period 2", "NAP", "SE=unbiased")
    )
    assert first == {"dataset": "McKissick", "series": "Period 2", "pair": 1, "metric": "NAP", "variant": "SE=unbiased",
                     "value": pytest.approx(0.7714285714), "se": pytest.approx(0.1538618516),
                     "ci_lower": pytest.approx(0.4305320652), "ci_upper": pytest.approx(0.9322443813)}  # fmt: skip


def test_table_and_one_measure(capsys):
    assert main([str(CARRIED / "series/McKissick.csv"), "--metric", "LRRd"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["series", "pair", "metric", "variant", "value", "se", "95", "%", "interval"]
    assert len(lines) == 1 + 3 * 2
    assert "-0.8071" in lines[1] and "-1.195 to -0.4195" in lines[1]


def test_an_unknown_measure(capsys):
    assert main([str(CARRIED / "series/McKissick.csv"), "--metric", "Tau-Z"]) == 2
    assert capsys.readouterr().err == "alongside measure: no measure is called Tau-Z\n"


def test_pairs():
    """By number where the file has none: each baseline phase with the phase after it."""
    reversal = read(CARRIED / "series/Parker2009.csv")[0]
    assert [(pair.number, len(pair.a), len(pair.b)) for pair in reversal.pairs] == [(1, 7, 16), (2, 4, 12)]
    named = read(CARRIED / "series/Crozier2005.csv")[0]
    assert [(pair.number, len(pair.a), len(pair.b)) for pair in named.pairs] == [(1, 6, 6), (2, 6, 6)]


def test_a_series_without_condition_a_begins_with_its_baseline(write):
    path = write(GOOD.replace(",A,A,", ",Base,B,").replace(",B,B,", ",Medication,M,"))
    assert [(pair.number, len(pair.a)) for pair in read(path)[0].pairs] == [(1, 4)]


def test_a_byte_order_mark_and_windows_lines_are_fine(write):
    assert len(read(write(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode() + b"\r\n\r\n"))) == 1


def test_short_series_give_rows_without_values(write, capsys):
    text = "\n".join([HEADING, "d,s,1,A,A,3,increase", "d,s,2,B,B,4,increase"])
    assert main([str(write(text)), "--format", "json"]) == 0
    found = {(row["metric"], row["variant"]): row["value"] for row in json.loads(capsys.readouterr().out)}
    assert found["SMD", "std_dev=baseline,bias_correct=TRUE"] is None
    assert found["NAP", "SE=unbiased"] == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "cases.csv is empty: its first line names the columns"),
        (HEADING, "cases.csv has a heading but no rows: at least one session is needed"),
        (GOOD.replace("session,", "time,"), "cases.csv has no column session"),
        (GOOD.replace("outcome,improvement", "phase,phase"), "cases.csv has no column outcome, improvement"),
        (GOOD.replace("dataset,series", "dataset,series,series", 1), "cases.csv has the column series twice"),
        (GOOD + "\nd,s,11,B,B,7", "cases.csv, row 12: 6 cells where the heading has 7"),
        (changed(3, "outcome", "often"), "cases.csv, row 3, column outcome: “often” is not a number"),
        (changed(3, "outcome", ""), "cases.csv, row 3, column outcome: “” is not a number"),
        (changed(3, "outcome", "nan"), "cases.csv, row 3, column outcome: “nan” is not a usable number"),
        (changed(3, "outcome", "1_000"), "cases.csv, row 3, column outcome: “1_000” is not a number"),
        (changed(3, "outcome", "1e999"), "cases.csv, row 3, column outcome: “1e999” is not a usable number"),
        (changed(6, "session", "2"), "cases.csv, row 6, column session: 2 does not come after 4"),
        (changed(2, "session", "x" * 60), f"cases.csv, row 2, column session: “{'x' * 40}…” is not a number"),
        (changed(2, "condition", " "), "cases.csv, row 2, column condition: it is empty"),
        (changed(5, "improvement", "better"), "cases.csv, row 5, column improvement: “better” is not increase or "
                                              "decrease"),
        (changed(5, "improvement", "decrease"), "cases.csv, row 5: series “s” changes its improvement, scale, "
                                                "session_minutes or intervals on the way"),
        (GOOD.replace("d,s,3", 'd,"s,3'), "cases.csv, row 11: the line is not valid CSV (unexpected end of data)"),
        (b"dataset,s\xe9ries", "cases.csv is not UTF-8 text (byte 10): save it as CSV UTF-8"),
        (GOOD.encode("utf-16"), "cases.csv is not UTF-8 text (byte 1): save it as CSV UTF-8"),
        ("\n".join([HEADING, *(f"d,s,{n},A,A,1,increase" for n in range(1100))]),
         "cases.csv, row 1002: series “s” has more than 1000 sessions"),
        ("\n".join([HEADING, *(f"d,{n},1,A,A,1,increase" for n in range(20_001))]),
         "cases.csv has 20001 rows: at most 20000 can be read at once"),
        (b"x" * 5_000_001, "cases.csv is larger than 5 MB"),
        ("\x00" * 50, "cases.csv has no column dataset, series, session, phase, condition, outcome, improvement"),
    ],
)  # fmt: skip
def test_a_bad_file_gets_one_sentence(write, capsys, text, sentence):
    assert main([str(write(text))]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"alongside measure: {sentence}\n")


@pytest.mark.parametrize(
    ("columns", "cells", "sentence"),
    [
        ("scale", "percent", "column scale: “percent” is not count, rate, proportion, percentage, other"),
        ("scale", "proportion", "column outcome: 5 is not from 0 to 1, as a proportion is"),
        ("session_minutes", "0", "column session_minutes: “0” is not above zero"),
        ("intervals", "many", "column intervals: “many” is not a number"),
    ],
)
def test_optional_columns_are_checked(write, columns, cells, sentence):
    lines = [f"d,s,{n},{phase},{phase},5,increase,{cells}" for n, phase in enumerate("AAABBB", 1)]
    path = write("\n".join([f"{HEADING},{columns}", *lines]))
    with pytest.raises(Unreadable, match=sentence):
        read(path)


numbers = st.one_of(st.sampled_from([0, 1, -1, 0.5, 100, 1e15, -1e15, 1e-30]), st.floats(0, 100), st.floats())
scales = st.sampled_from(["", "count", "rate", "proportion", "percentage", "other"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(numbers, min_size=2, max_size=9), st.lists(st.sampled_from("ABC"), min_size=9, max_size=9),
       scales, numbers, st.sampled_from(["", "MB", "TR"]), st.sampled_from(["increase", "decrease"]))  # fmt: skip
def test_no_numbers_break_it(write, capsys, values, conditions, scale, minutes, design, better):
    """Whatever the cells hold: rows that are valid JSON, or one sentence."""
    lines = [f"{HEADING},scale,session_minutes,intervals,design"]
    for series in "xyz":
        phases = zip(values, conditions, strict=False)
        lines += [f"d,{series},{n},{c},{c},{v!r},{better},{scale},{minutes!r},{minutes!r},{design}"
                  for n, (v, c) in enumerate(phases)]  # fmt: skip
    code = main([str(write("\n".join(lines))), "--format", "json"])
    out, err = capsys.readouterr()
    assert (code == 0 and json.loads(out) and not err) or (code == 2 and err.count("\n") == 1 and not out)


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("raw_Facon2008.csv", "dataset, series, condition, outcome, improvement"),
        ("raw_Kelley2015.csv", "dataset, series, session, phase, outcome, improvement"),
    ],
)
def test_files_of_another_shape(capsys, name, missing):
    assert main([str(CARRIED / name)]) == 2
    assert capsys.readouterr().err == f"alongside measure: {name} has no column {missing}\n"


def test_a_path_that_is_no_file(tmp_path, capsys):
    assert main([str(tmp_path / "gone.csv")]) == 2
    assert capsys.readouterr().err == "alongside measure: gone.csv cannot be opened: no such file or directory\n"
    assert main([str(tmp_path)]) == 2
    assert "cannot be opened: is a directory" in capsys.readouterr().err
