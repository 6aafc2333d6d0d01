"""Where the data of these tests lie: carried with the repository, and the full tables where they are at hand."""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CARRIED = ROOT / "tests" / "data" / "single_case"
OBSERVERS = ROOT / "tests" / "data" / "ioa"
SEQUENCES = ROOT / "tests" / "data" / "sequences"
RECORDINGS = ROOT / "tests" / "data" / "interval_recording"
FULL = ROOT.parent / "shared" / "data" / "single_case"
FULL_OBSERVERS = ROOT.parent / "shared" / "data" / "ioa_abc"

needs_full = pytest.mark.skipif(not FULL.exists(), reason=f"the full reference tables are not at {FULL}")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def close(found: float | None, wanted: float, within: float = 1e-6) -> bool:
    return found is not None and abs(found - wanted) <= within * max(1.0, abs(wanted))
