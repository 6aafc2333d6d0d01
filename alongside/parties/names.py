"""Names as search and comparison see them: folded words, and how they sound."""

import re
import unicodedata
from functools import cache
from itertools import takewhile

from metaphone import doublemetaphone

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_JOINING = re.compile(r"['\u2019\u02bc`.]")
_BREAK = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Without case and accents, in compatible letters: "Lucía" and "LUCIA" are one."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))


def called_by(name: str) -> str:
    """What to call somebody by: the first word of their name, with a number that belongs to it ("Case 1")."""
    first, *rest = name.split(" ")
    return " ".join([first, *takewhile(str.isdecimal, rest)])


def words(*names: str) -> tuple[str, ...]:
    """The folded words of names, each once: "D'Angelo-Smith III" gives dangelo, smith, iii."""
    found = (word for name in names for word in _BREAK.split(_JOINING.sub("", folded(name))))
    return tuple(dict.fromkeys(word for word in found if word))


@cache
def sounds(word: str) -> tuple[str, ...]:
    """How a folded word may sound (double metaphone: Philips 2000); nothing for other scripts and digits."""
    return tuple(dict.fromkeys(code for code in doublemetaphone(word) if code))
