"""What somebody who searches for a person typed: words of a name, a birth date in any usual form, or a number."""

import re
from dataclasses import dataclass
from datetime import date

from alongside.foundation.webkit.written_days import day_of
from alongside.parties.names import words

MOST_WORDS = 6

_MONTH = r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
_WHOLE = re.compile(
    rf"\b(\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{4}}|\d{{1,2}}\.? (?:{_MONTH})\.?,? \d{{4}}"
    rf"|(?:{_MONTH})\.? \d{{1,2}},? \d{{4}})(?!\w)",
    re.ASCII | re.IGNORECASE,
)
_SHORT = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{2})(?!\w)", re.ASCII)
_RUN = re.compile(r"\b(\d{2})(\d{2})((?:18|19|20)\d{2})\b", re.ASCII)
_MONTH_OF = re.compile(rf"\b({_MONTH})\.? (\d{{4}})\b|\b(\d{{4}})-(\d{{1,2}})(?![\w-])", re.ASCII | re.IGNORECASE)
_YEAR = re.compile(r"\b((?:18|19|20)\d{2})\b", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """`born` is the beginning of an ISO date ("2017", "2017-03", "2017-03-04") or ""; `number` may be an identifier."""

    words: tuple[str, ...]
    born: str
    number: str

    @property
    def empty(self) -> bool:
        return not (self.words or self.born or self.number)


def understood(typed: str, today: date) -> Asked:
    """Read what was typed. A two-digit year is the latest one that is not in the future."""
    text = " ".join(typed.split())
    born, rest = _born(text, today)
    return Asked(words(rest)[:MOST_WORDS], born, text.upper() if re.search(r"\d", text) and len(text) <= 40 else "")


def _born(text: str, today: date) -> tuple[str, str]:
    if (match := _WHOLE.search(text)) and (day := day_of(match[1])):
        return day.isoformat(), _without(text, match)
    if match := _SHORT.search(text):
        return _dated(2000 + int(match[3]), match[1], match[2], text, match, today)
    if match := _RUN.search(text):
        return _dated(int(match[3]), match[1], match[2], text, match, today)
    if match := _MONTH_OF.search(text):
        month = int(match[4]) if match[4] else _number_of(match[1])
        if 1 <= month <= 12:
            return f"{match[2] or match[3]}-{month:02}", _without(text, match)
    if match := _YEAR.search(text):
        return match[1], _without(text, match)
    return "", text


def _dated(year: int, month: str, day: str, text: str, match: re.Match[str], today: date) -> tuple[str, str]:
    found = day_of(f"{year}-{month}-{day}")
    if found and found > today:
        found = day_of(f"{year - 100}-{month}-{day}")
    return (found.isoformat(), _without(text, match)) if found else ("", text)


def _number_of(name: str) -> int:
    found = day_of(f"1 {name[:3]} 2000")
    return found.month if found else 0


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " + text[match.end() :]
