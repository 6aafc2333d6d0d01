"""Does a sentence say more than its rows hold? Two questions: its words, and its figures."""

import re
from collections.abc import Iterable
from functools import cache

from alongside.notes.rules.figures import figures


def honest(text: str, *, held: Iterable[str], forbidden: Iterable[str]) -> bool:
    """Whether a drafted sentence states no figure, cause, effect or mood that its rows do not hold."""
    texts = tuple(held)
    return not unheld_figures(text, held=texts) and not unheld_words(text, quotes=texts, forbidden=forbidden)


def unheld_words(text: str, *, quotes: Iterable[str], forbidden: Iterable[str]) -> list[str]:
    """Words of cause, effect or mood in `text`, but for what stands word for word in the record.

    `forbidden` is reference/drafting_words.toml; `quotes` are the texts that the sentence's rows hold.
    """
    return _any_of(tuple(forbidden)).findall(without(text, quotes).lower())


def unheld_figures(text: str, *, held: Iterable[str]) -> frozenset[str]:
    """Figures of `text` that none of the `held` texts has."""
    return figures(text) - frozenset().union(*map(figures, held))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def without(text: str, quotes: Iterable[str]) -> str:
    """`text` without the recorded words in it, the longest first, so that a short one leaves nothing behind."""
    for quote in sorted({q for q in quotes if q.strip()}, key=len, reverse=True):
        text = text.replace(quote, " ")
    return text
