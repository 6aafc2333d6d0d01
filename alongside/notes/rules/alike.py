"""A note's own words, made comparable: figures, names and pronouns say nothing about whether a text was copied."""

import re
from collections.abc import Iterable

from alongside.notes.rules.figures import numberless

FEWEST_WORDS = 15  # shorter texts are honestly alike ("Next visit as planned.")
MOST_CHARACTERS = 4_000
PRONOUNS = frozenset({
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themself",
    "themselves",
})  # fmt: skip
DAYS = frozenset({
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "january", "february",
    "march", "april", "june", "july", "august", "september", "october", "november", "december", "am", "pm", "today",
    "yesterday", "tomorrow",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+|#")
_END = re.compile(r"(?<=[.!?])\s+|\n+")


def normalised(texts: Iterable[str], *, names: Iterable[str] = ()) -> str:
    """One sentence a line, in lower case: figures are #, the client's names @, pronouns ~, days and months %.

    At most 4,000 characters, so that a comparison costs the same whatever was typed.
    """
    known = {part.lower() for name in names for part in name.split() if len(part) > 1}
    lines = (_line(sentence, known) for text in texts for sentence in _END.split(text))
    return "\n".join(line for line in lines if line)[:MOST_CHARACTERS]


def comparable(text: str) -> bool:
    """Whether a normalised text is long enough for its likeness to mean anything."""
    return len(text.split()) >= FEWEST_WORDS


def in_order(text: str) -> str:
    """The lines sorted, so that sentences put in another order are found as well."""
    return "\n".join(sorted(text.splitlines()))


def _line(sentence: str, names: set[str]) -> str:
    return " ".join(_token(word, names) for word in _WORD.findall(numberless(sentence)))


def _token(word: str, names: set[str]) -> str:
    if word in names:
        return "@"
    return "~" if word in PRONOUNS else "%" if word in DAYS else word
