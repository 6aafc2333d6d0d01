"""BIRP, DAP, SOAP, GIRP: four ways to order one structured core (reference/forms/progress_note.toml)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Sentences = list[dict[str, Any]]
Sections = Mapping[str, Sequence[str]]


def arranged(sentences: Iterable[Mapping[str, Any]], sections: Sections) -> list[tuple[str, Sentences]]:
    """The sentences under the headings of a format, each heading's roles in order; every sentence exactly once.

    `sections` maps a heading to the roles below it, in order.
    """
    kept = [dict(sentence) for sentence in sentences]
    return [(heading, [s for role in roles for s in kept if s["role"] == role]) for heading, roles in sections.items()]


def home(role: str, sections: Sections) -> str:
    """The heading under which sentences of a role stand."""
    return next(heading for heading, roles in sections.items() if role in roles)
