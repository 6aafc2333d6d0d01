"""The form of a progress note: its edition, its formats and their headings."""

from collections.abc import Mapping, Sequence

from alongside.foundation import reference


def edition() -> str:
    """The edition of the form on which new notes are begun."""
    return str(reference.load("forms/progress_note")["edition"])


def formats() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Format -> heading -> the roles of sentences below it."""
    found: Mapping[str, Mapping[str, Sequence[str]]] = reference.load("forms/progress_note")["format"]
    return found
