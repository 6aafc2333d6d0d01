"""Text as people type, paste or send it: one normal form, and what no text may hold."""

import unicodedata
from collections.abc import Mapping

from alongside.foundation.errors import Fault, Unacceptable

ONE_LINE = 200
MANY_LINES = 20_000
NOTHING: Mapping[str, str] = {}

_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = str.maketrans("", "", "\ufeff\u200b\u2060")
_MARKS_IN_A_ROW = 12


def settled(text: str, *, lines: bool = False) -> str:
    """NFC, without the invisible characters that mean nothing, trimmed; line endings are one newline."""
    whole = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    if lines:
        whole = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
        whole = "\n".join(line.rstrip() for line in whole.split("\n"))
    return whole.strip()


def fault_in(text: str, *, most: int, lines: bool = False, field: str = "") -> Fault | None:
    """What is wrong with a settled text, or None. `most` is in characters (code points)."""
    if len(text) > most:
        return Fault("foundation.field.too_long", field, {"most": f"{most:,}", "length": f"{len(text):,}"})
    if not lines and any(mark in text for mark in "\n\r\u2028\u2029\x85"):
        return Fault("foundation.field.one_line", field)
    if _DIRECTION.intersection(text):
        return Fault("foundation.field.direction", field)
    if any(_unfit(character, lines) for character in text) or _heaped(text):
        return Fault("foundation.field.unfit", field)
    return None


def checked(
    texts: Mapping[str, str] = NOTHING, /, *, lines: bool = False, most: int = 0, **more: str
) -> dict[str, str]:
    """Every text settled, by its field; for actions, whose callers are not only forms. Raises Unacceptable."""
    most = most or (MANY_LINES if lines else ONE_LINE)
    kept = {field: settled(text, lines=lines) for field, text in {**texts, **more}.items()}
    faults = [fault_in(text, most=most, lines=lines, field=field) for field, text in kept.items()]
    if found := [fault for fault in faults if fault]:
        raise Unacceptable(found)
    return kept


def _unfit(character: str, lines: bool) -> bool:
    """Controls, NUL among them, halves of a surrogate pair, and noncharacters."""
    code = ord(character)
    if character in "\n\t":
        return not lines
    return unicodedata.category(character) in ("Cc", "Cs") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _heaped(text: str) -> bool:
    """More combining marks on one letter than any script writes: text that covers its neighbours."""
    row = 0
    for character in text:
        row = row + 1 if unicodedata.combining(character) else 0
        if row > _MARKS_IN_A_ROW:
            return True
    return False
