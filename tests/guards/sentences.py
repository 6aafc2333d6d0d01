"""Checks on the words of the product: every sentence lives in a catalogue, every code exists and is used.

Each check is a pure function of source text, so that a deliberately broken example can show that it bites.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = {".py", ".html", ".js", ".toml", ".json", ".txt"}
PLACES = ("alongside", "web", "reference")

_SAID = re.compile(r"""(?:\{%\s*say\s+|\b(?:say|No|Fault)\(\s*)(["'])([\w.]+)\1""")
_CODE = re.compile(r"""["']([a-z]\w*(?:\.\w+)+)["']""")
_BEGUN = re.compile(r"""["'`]([a-z]\w*\.(?:\w+\.)+)(?=["'{$])""")


@dataclass(frozen=True, order=True)
class Source:
    """One file of the product: its path inside the repository and its text."""

    path: str
    text: str


def sources() -> list[Source]:
    """The product's files in which a code may be used; catalogues and tests are not among them."""
    paths = (path for place in PLACES for path in (ROOT / place).rglob("*") if path.suffix in READ)
    return [_read(path) for path in sorted(paths) if not {"messages", "tests"} & set(path.parts[:-1])]


def unknown_codes(files: Iterable[Source], known: Iterable[str]) -> list[str]:
    """Codes said somewhere that no catalogue holds, each with its place."""
    there = set(known)
    return [
        f"{file.path}:{line(file.text, match.start())} {match[2]}"
        for file in files
        for match in _SAID.finditer(file.text)
        if match[2] not in there and not match[2].endswith(".")
    ]


def unused_codes(files: Iterable[Source], known: Iterable[str]) -> list[str]:
    """Codes in a catalogue that no file names, neither whole nor by the beginning of a composed code."""
    texts = [file.text for file in files]
    named = {code for text in texts for code in _CODE.findall(text)}
    begun = tuple({code for text in texts for code in _BEGUN.findall(text)})
    return sorted(code for code in known if code not in named and not code.startswith(begun))


def line(text: str, at: int) -> int:
    """The line number, from 1, of position `at` in `text`."""
    return text.count("\n", 0, at) + 1


def _read(path: Path) -> Source:
    return Source(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
