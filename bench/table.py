"""What was measured, as lines of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One figure. `limit` is on the ratio where there is a baseline, otherwise on the value itself."""

    what: str
    value: float
    unit: str = "ms"
    baseline: float | None = None
    limit: float | None = None
    remark: str = ""

    @property
    def ratio(self) -> float | None:
        return self.value / self.baseline if self.baseline else None

    @property
    def verdict(self) -> str:
        """ok, over, or nothing where no limit was set."""
        if self.limit is None:
            return ""
        return "ok" if (self.value if self.ratio is None else self.ratio) <= self.limit else "over"


HEADS = ("", "value", "baseline", "ratio", "limit", "", "")


def printed(results: Iterable[Result]) -> Iterator[str]:
    """The table, a line at a time, in columns."""
    rows = [HEADS, *map(_row, results)]
    wide = [max(len(row[n]) for row in rows) for n in range(len(HEADS))]
    for row in rows:
        first, *others, last = row
        cells = [text.rjust(wide[n]) for n, text in enumerate(others, 1)]
        yield "  ".join([first.ljust(wide[0]), *cells, last]).rstrip()


def _row(result: Result) -> tuple[str, ...]:
    value = f"{_number(result.value)} {result.unit}"
    baseline = "" if result.baseline is None else f"{_number(result.baseline)} {result.unit}"
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}x"
    sign = "x" if result.ratio is not None else ""
    limit = "" if result.limit is None else f"<= {result.limit:g}{sign}"
    return result.what, value, baseline, ratio, limit, result.verdict, result.remark


def _number(value: float) -> str:
    if value == int(value) or value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.2f}" if value < 100 else f"{value:.1f}"
