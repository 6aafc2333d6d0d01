"""Saying a sentence of the catalogues in the language of whoever asks."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from alongside.foundation.catalogues import Sentence, catalogue

locale: ContextVar[str] = ContextVar("alongside_locale", default="en")

_PLACE = re.compile(r"\{(\w+)\}")


class UnknownCode(LookupError):
    """No catalogue holds this code."""


class MissingValue(LookupError):
    """The sentence names a place for which no value was given."""


def say(code: str, /, **values: object) -> str:
    """The sentence `code` with its {places} filled from `values`, as plain text.

    A sentence in two numbers takes `count`. Raises UnknownCode or MissingValue.
    """
    return fill(sentence(code, values), values)


def sentence(code: str, values: Mapping[str, object]) -> str:
    """The sentence `code` in the current locale, places still open. Raises UnknownCode, MissingValue."""
    known = _known(code)
    if isinstance(known, str):
        return known
    if "count" not in values:
        raise MissingValue(f"{code} needs count")
    return known["one" if values["count"] == 1 else "other"]


def fill(
    text: str,
    values: Mapping[str, object],
    *,
    words: Callable[[str], str] = str,
    value: Callable[[Any], str] = str,
) -> str:
    """`text` with its places filled; `words` converts what stands between them, `value` what fills them."""
    parts = _parts(text)
    for at in range(1, len(parts), 2):
        if parts[at] not in values:
            raise MissingValue(f"{text!r} needs {parts[at]}")
    return "".join(value(values[part]) if at % 2 else words(part) for at, part in enumerate(parts))


def exported(table: str) -> dict[str, Sentence]:
    """Every sentence whose code has `table` in second place, for a script in the page."""
    return {code: text for code, text in catalogue(locale.get()).items() if code.split(".")[1] == table}


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block, sentences are said in `language`. Raises LookupError when it has no catalogue."""
    catalogue(language)
    token = locale.set(language)
    try:
        yield
    finally:
        locale.reset(token)


@cache
def _parts(text: str) -> list[str]:
    """What stands between the places, and in turn their names. Texts come from the catalogues: they are finite."""
    return _PLACE.split(text)


def _known(code: str) -> Sentence:
    for language in (locale.get(), "en"):
        if code in catalogue(language):
            return catalogue(language)[code]
    raise UnknownCode(code)
