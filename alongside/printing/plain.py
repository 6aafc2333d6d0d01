"""Any text as something that can be set: nothing is lost, and nothing runs off the page.

A letter that none of the types here has stands as its name in brackets, so does a sign that nobody could see and that
would change the order of the others. Long words get places where they may break.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

RANGES = Path(__file__).parent / "fonts" / "shown.txt"
KEPT = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f"}  # joins, breaks and marks of direction
DROPPED = {"\ufeff", "\ufe0e", "\ufe0f"}  # byte order, and how to draw the sign before: nothing to see in either
LONG = re.compile(r"\S{30,}")
PIECE = 15
LATIN = "\u017f"
BREAK = "\u200b"


def shown(value: Any, *, narrow: bool = False) -> tuple[Any, int]:
    """`value` with every text in it made plain, and how many letters stand as their names. `narrow`: Latin alone."""
    missing = 0

    def plain(text: str) -> str:
        nonlocal missing
        found, count = letters(text, narrow=narrow)
        missing += count
        return found

    return _each(value, plain), missing


def letters(text: str, *, narrow: bool = False) -> tuple[str, int]:
    """One text: its letters as they can be shown, and how many of them only by name."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    parts = [_letter(sign, narrow) for sign in text]
    return "".join(parts), sum(1 for sign, part in zip(text, parts, strict=True) if part and part != sign)


def broken(text: str) -> str:
    """Long words with places where they may break."""
    return LONG.sub(lambda word: BREAK.join(re.findall(f".{{1,{PIECE}}}", word[0])), text)


def _each(value: Any, plain: Callable[[str], str]) -> Any:
    match value:
        case str():
            return plain(value) if value.startswith("<svg") else broken(plain(value))
        case dict():
            return {key: _each(inner, plain) for key, inner in value.items()}
        case list() | tuple():
            return [_each(inner, plain) for inner in value]
        case _:
            return value


@cache
def _letter(sign: str, narrow: bool) -> str:
    if sign == "\n" or (sign in KEPT and not narrow) or (_has(ord(sign)) and not (narrow and sign > LATIN)):
        return sign
    if sign in DROPPED:
        return ""
    name = unicodedata.name(sign, "").lower()
    return f"[{name}]" if name and "ideograph" not in name and "syllable" not in name else f"[U+{ord(sign):04X}]"


def _has(code: int) -> bool:
    starts, ends = _ranges()
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


@cache
def _ranges() -> tuple[list[int], list[int]]:
    pairs = [line.split("-") for line in RANGES.read_text().split()]
    return [int(first, 16) for first, _ in pairs], [int(last, 16) for _, last in pairs]
