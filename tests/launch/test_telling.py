"""What `./test` says at its end, read from the reports of its runs."""

from boot import testing
from boot.counting import Count, counted, failure


def test_counts_add_up(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="9" failures="1" errors="2" skipped="3"/></testsuites>')
    assert str(counted(report) + Count(passed=1)) == "4 passed, 3 failed, 3 skipped"
    none = counted(tmp_path / "journeys.xml")
    assert (none.failed, none.broken) == (1, ("journeys: the run left no report",))


REPORT = """<testsuites><testsuite tests="4" failures="1" errors="1" skipped="1">
<testcase classname="tests.house.test_door" name="test_a[x]" time="1.5"/>
<testcase classname="tests.house.test_door" name="test_b" time="0.2">
<failure message="AssertionError: 1 is not 2&#10;assert 1 == 2">a long story</failure></testcase>
<testcase classname="tests.house.test_door" name="test_c" time="12.25">
<error message="">no room\nleft</error></testcase>
<testcase classname="tests.house.test_door" name="test_d" time="0"><skipped message="no browser"/></testcase>
</testsuite></testsuites>"""


def test_what_failed_is_named_last_with_why(tmp_path, capsys):
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    testing._tell(["style: FAILED"], counted(report) + failure("style", "see its lines above"))
    said = capsys.readouterr().out.splitlines()
    assert said[said.index("style: FAILED") + 1 :] == [
        "1 passed, 3 failed, 1 skipped",
        "Failed:",
        "  tests/house/test_door.py::test_b: AssertionError: 1 is not 2",
        "  tests/house/test_door.py::test_c: no room",
        "  style: see its lines above",
    ]


def test_what_took_longest_is_named_first(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    named = [line.split() for line in counted(report).slowest(2)]
    assert named == [
        ["12.2", "s", "tests/house/test_door.py::test_c"],
        ["1.5", "s", "tests/house/test_door.py::test_a[x]"],
    ]


def test_compiled_code_is_kept_for_the_many_processes(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("LANG", "C")
    made = testing._environment("/usr/bin/chromium")
    assert "PYTHONDONTWRITEBYTECODE" not in made
    assert (made["LANG"], made["ALONGSIDE_CHROMIUM"]) == ("C", "/usr/bin/chromium")
