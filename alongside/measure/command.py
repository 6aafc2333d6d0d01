"""`alongside measure FILE.csv --format json|table`: every measure of a single-case file, by name and variant."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from alongside.measure.metrics import Row, rows
from alongside.measure.reading import Unreadable, read

EPILOG = """Columns needed: dataset, series, session, phase, condition, outcome, improvement; pair, scale,
session_minutes and intervals are used where they are. Without pair, each baseline phase with the intervention phase
after it is a pair, numbered from 1."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0; 2 with one sentence on standard error for a file or option that cannot be used."""
    options = _parser().parse_args(argv)
    try:
        found = [row for row in rows(read(options.file)) if not options.metric or row.metric in options.metric]
    except Unreadable as fault:
        print(f"alongside measure: {fault}", file=sys.stderr)
        return 2
    if options.metric and not found:
        print(f"alongside measure: no measure is called {', '.join(options.metric)}", file=sys.stderr)
        return 2
    print(_json(found) if options.format == "json" else _table(found))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="alongside measure", description=__doc__, epilog=EPILOG)
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--format", choices=("json", "table"), default="table")
    parser.add_argument("--metric", action="append", metavar="NAME", help="only this measure; may be repeated")
    return parser


def _json(found: Iterable[Row]) -> str:
    return json.dumps([asdict(row) for row in found], indent=1, ensure_ascii=False, allow_nan=False)


def _table(found: Sequence[Row]) -> str:
    heading = ("series", "pair", "metric", "variant", "value", "se", "95 % interval")
    lines = [heading, *(_cells(row) for row in found)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heading))]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    interval = "" if row.ci_lower is None else f"{_short(row.ci_lower)} to {_short(row.ci_upper)}"
    pair = "" if row.pair is None else str(row.pair)
    return row.series, pair, row.metric, row.variant, _short(row.value) or "undefined", _short(row.se), interval


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"
