"""The pseudo-locale: English made strange, so that a sentence outside the catalogues stands out.

Accents show which text came from a catalogue, brackets show where it was cut, padding shows where a longer
language would not fit.
"""

import re
from itertools import cycle, islice

PSEUDO = "en-XA"
OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.3  # Spanish runs up to 30 % longer than English

_ACCENTS = str.maketrans(
    "AaBbCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz",
    "ÀàßƀÇçÐđÈèĜĝĤĥÌìĶķĻļÑñÒòŔŕŠšŢţÙùŴŵÝýŽž",
)
_PLACE = re.compile(r"(\{\w+\})")


def pseudo(text: str) -> str:
    """`text` with accents, brackets and 30 % more length; its {placeholders} stay as they are."""
    parts = _PLACE.split(text)
    changed = "".join(part if _PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    return f"{OPEN}{changed}{_padding(len(text))}{CLOSE}"


def _padding(length: int) -> str:
    extra = max(1, round(length * LONGER))
    return "".join(islice(cycle(" ēēēē"), extra))
