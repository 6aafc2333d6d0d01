"""The sentences of the product, read from `alongside/<app>/messages/<locale>.toml`.

The key `title` of table `[today]` in app `desk` has the code `desk.today.title`. A table of exactly `one` and
`other` is a single sentence in two numbers. `messages/papers/<locale>.toml` holds what papers say in a language in
which the pages are not spoken.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from alongside.foundation.pseudo import PSEUDO, pseudo

HOME = Path(__file__).resolve().parent.parent
PLURAL = frozenset({"one", "other"})

Sentence = str | dict[str, str]


@cache
def locales() -> frozenset[str]:
    """Languages with at least one catalogue; the pseudo-locale is not among them."""
    return frozenset(path.stem for path in HOME.glob("*/messages/*.toml"))


@cache
def of_papers() -> frozenset[str]:
    """Languages in which papers may be written: those of the pages, and those with sentences for papers alone."""
    return locales() | {path.stem for path in HOME.glob("*/messages/papers/*.toml")}


@cache
def catalogue(locale: str) -> Mapping[str, Sentence]:
    """Every sentence of one locale by its code. Raises LookupError for a locale without catalogues."""
    if locale == PSEUDO:
        return {code: _altered(sentence) for code, sentence in catalogue("en").items()}
    if locale not in of_papers():
        raise LookupError(f"no catalogue for locale {locale!r}")
    return dict(_sentences_of(locale))


def flattened(path: str, table: Mapping[str, object]) -> Iterator[tuple[str, Sentence]]:
    """Codes and sentences of a nested table. Raises TypeError at a value that is not a sentence."""
    for key, value in table.items():
        code = f"{path}.{key}"
        if isinstance(value, str):
            yield code, value
        elif isinstance(value, dict) and value.keys() == PLURAL:
            yield code, {number: str(value[number]) for number in ("one", "other")}
        elif isinstance(value, dict):
            yield from flattened(code, value)
        else:
            raise TypeError(f"{code} is {type(value).__name__}, not a sentence")


def _sentences_of(locale: str) -> Iterator[tuple[str, Sentence]]:
    for folder in sorted(HOME.glob("*/messages")):
        for path in (folder / f"{locale}.toml", folder / "papers" / f"{locale}.toml"):
            if path.exists():
                yield from flattened(folder.parent.name, tomllib.loads(path.read_text(encoding="utf-8")))


def _altered(sentence: Sentence) -> Sentence:
    if isinstance(sentence, str):
        return pseudo(sentence)
    return {number: pseudo(text) for number, text in sentence.items()}
