"""What is printed: a paper of parts, each a row of blocks. Every word comes ready in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Block = Mapping[str, Any]


@dataclass(frozen=True)
class Part:
    """One document of a paper. It begins on a page of its own; `foot` says on every page whose it is."""

    title: str
    blocks: tuple[Block, ...]
    foot: str = ""
    columns: int = 1


@dataclass(frozen=True)
class Paper:
    """`title` names the kind of paper and goes into the file: it holds nobody's name. `contents` heads a table of
    contents, for papers of several parts. `pages` has the places {page} and {pages}; `unshown` has {count}: it is
    printed where letters had to be written as their names, because none of the types here has them.
    """

    title: str
    language: str
    agency: str
    parts: tuple[Part, ...]
    printed_at: datetime
    confidential: str
    pages: str
    unshown: str
    printed: str = ""
    address: str = ""
    contents: str = ""
    size: str = "us-letter"


def heading(text: str, level: int = 2) -> Block:
    """A heading below the title of its part, which is of level 1."""
    return {"kind": "heading", "text": text, "level": level}


def facts(rows: Sequence[tuple[str, str]]) -> Block:
    """Short facts beside each other, each with its label."""
    return {"kind": "facts", "rows": [list(row) for row in rows]}


def words(*runs: str | tuple[str, str]) -> Block:
    """What somebody wrote, in the serif of the record; a run may have a small number behind it."""
    return {"kind": "words", "runs": [[run, ""] if isinstance(run, str) else list(run) for run in runs]}


def line(text: str, *, strong: bool = False) -> Block:
    """A sentence of the page itself."""
    return {"kind": "line", "text": text, "strong": strong}


def small(text: str) -> Block:
    """A remark in small type."""
    return {"kind": "small", "text": text}


def points(items: Sequence[str]) -> Block:
    """A list without an order."""
    return {"kind": "points", "items": list(items)}


def steps(items: Sequence[str]) -> Block:
    """A list in order."""
    return {"kind": "steps", "items": list(items)}


def alert(text: str) -> Block:
    """Something that has to be seen first."""
    return {"kind": "alert", "text": text}


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str = "", *, tall: bool = False, wide: bool = False
) -> Block:
    """A table with a head. `tall`: rows with room to write by hand; `wide`: the first column is."""
    cells = [list(row) for row in rows]
    return {"kind": "table", "columns": list(columns), "rows": cells, "caption": caption, "tall": tall, "wide": wide}


def chart(svg: str, alternative: str, caption: str = "", *, said: bool = True) -> Block:
    """A drawing as SVG text, and what it shows in words. `said`: these words stand below it too; without, a table has
    to say the same."""
    return {"kind": "chart", "svg": svg, "alternative": alternative, "caption": caption, "said": said}


def signature(name: str, role: str, remarks: Sequence[str]) -> Block:
    """Somebody signed: who, as what, and when, which version, the fingerprint."""
    return {"kind": "signature", "name": name, "role": role, "remarks": list(remarks)}


def sign_here(who: str, signs: str, day: str) -> Block:
    """A line to sign on by hand: who signs, the words under the line and under the date."""
    return {"kind": "sign_here", "who": who, "signs": signs, "day": day}


def blanks(labels: Sequence[str]) -> Block:
    """Short facts to be written by hand: a line with its label below, four in a row."""
    return {"kind": "blanks", "labels": list(labels)}


def choices(text: str, options: Sequence[tuple[str, bool]], help: str = "") -> Block:
    """A question with boxes to tick, or ticked."""
    return {"kind": "choices", "text": text, "options": [list(option) for option in options], "help": help}


def answer(text: str, given: str = "", *, lines: int = 1, help: str = "") -> Block:
    """A question with its answer, or with lines to write on."""
    return {"kind": "answer", "text": text, "given": given, "lines": lines, "help": help}
