"""Count what pytest reports, over several runs."""

import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def counted(report: Path) -> Count:
    """The numbers in a JUnit report; one failure when the run left none."""
    if not report.exists():
        return Count(failed=1)
    suites = list(xml.parse(report).getroot().iter("testsuite"))
    total, failures, errors, skipped = (_sum(suites, name) for name in ("tests", "failures", "errors", "skipped"))
    return Count(total - failures - errors - skipped, failures + errors, skipped)


def _sum(suites: list[xml.Element], name: str) -> int:
    return sum(int(suite.get(name, 0)) for suite in suites)
