"""docs/bad-inputs.md lists each number once, with a test that exists or the reason why it reaches nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHORT = {
    "F": "tests/input/test_fields.py", "Q": "tests/input/test_queries.py", "I": "tests/input/test_ids.py",
    "C": "tests/input/test_files.py", "H": "tests/house/test_bad_requests.py",
    "N": "alongside/field/tests/test_numbers.py", "R": "alongside/field/tests/test_held_for.py",
    "A": "alongside/field/tests/test_attesting.py", "O": "alongside/field/tests/test_hand_in_door.py",
}  # fmt: skip
LINE = re.compile(r"\| (\d[\d ,-]*) \| (.+) \| (.+) \|")


def lines() -> list[tuple[str, ...]]:
    text = (ROOT / "docs" / "bad-inputs.md").read_text(encoding="utf-8")
    return [match.groups() for line in text.splitlines() if (match := LINE.fullmatch(line))]


def numbers(told: str) -> Iterator[int]:
    for part in told.split(","):
        first, _, last = part.strip().partition("-")
        yield from range(int(first), int(last or first) + 1)


def test_every_number_is_listed_once():
    listed = [number for told, _, _ in lines() for number in numbers(told)]
    assert sorted(listed) == list(range(1, 276))


def test_every_test_that_is_named_exists():
    missing = []
    for told, _, where in lines():
        if where.startswith("Not reached: "):
            continue
        for named in where.split(", "):
            path, _, test = named.partition("::")
            file = ROOT / SHORT.get(path, path)
            if not file.is_file() or f"def {test}(" not in file.read_text(encoding="utf-8"):
                missing.append(f"{told}: {named}")
    assert missing == []
