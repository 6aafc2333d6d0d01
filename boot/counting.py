"""Read what pytest reports, over several runs: how many, which failed and why, which took longest."""

import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

LONGEST_WHY = 300  # letters


@dataclass(frozen=True)
class Count:
    """`broken`: a line for each failed test. `timed`: seconds and name of each test that ran."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    broken: tuple[str, ...] = ()
    timed: tuple[tuple[float, str], ...] = ()

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped,
            self.broken + other.broken, self.timed + other.timed,
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"

    def slowest(self, most: int) -> list[str]:
        """Lines that name the tests which took longest, with seconds."""
        return [f"  {seconds:7.1f} s  {name}" for seconds, name in sorted(self.timed, reverse=True)[:most]]


def failure(name: str, why: str) -> Count:
    """One thing that failed without a test of its own."""
    return Count(failed=1, broken=(f"{name}: {why}",))


def counted(report: Path) -> Count:
    """What a JUnit report says; one failure when the run left none."""
    if not report.exists():
        return failure(report.stem, "the run left no report")
    root = xml.parse(report).getroot()
    suites, cases = list(root.iter("testsuite")), list(root.iter("testcase"))
    total, failures, errors, skipped = (_sum(suites, name) for name in ("tests", "failures", "errors", "skipped"))
    return Count(
        total - failures - errors - skipped, failures + errors, skipped,
        tuple(f"{_name(case)}: {_why(cause)}" for case in cases for cause in case if cause.tag in ("failure", "error")),
        tuple((float(case.get("time", 0)), _name(case)) for case in cases),
    )  # fmt: skip


def _sum(suites: list[xml.Element], name: str) -> int:
    return sum(int(suite.get(name, 0)) for suite in suites)


def _name(case: xml.Element) -> str:
    """As pytest takes it to run this one again: path and name."""
    return f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name', '')}"


def _why(cause: xml.Element) -> str:
    first = (cause.get("message") or cause.text or "").strip().partition("\n")[0]
    return first[:LONGEST_WHY]
