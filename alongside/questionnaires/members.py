"""Members that R4 does not have: of another release, or of somebody's own. Read past, they would be lost.

Source: HL7 FHIR R4 (4.0.1), Questionnaire.
"""

from collections.abc import Iterator, Mapping
from typing import Any

WHOLE = frozenset([
    "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension",
    "modifierExtension", "url", "identifier", "version", "name", "title", "derivedFrom", "status",
    "experimental", "subjectType", "date", "publisher", "contact", "description", "useContext",
    "jurisdiction", "purpose", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod", "code",
    "item",
])  # fmt: skip
ITEM = frozenset([
    "id", "extension", "modifierExtension", "linkId", "definition", "code", "prefix", "text", "type",
    "enableWhen", "enableBehavior", "required", "repeats", "readOnly", "maxLength", "answerValueSet",
    "answerOption", "initial", "item",
])  # fmt: skip


def unknown(source: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(link id, member) of everything that R4 does not know; the link id is "" for the whole form."""
    yield from (("", name) for name in source if not name.startswith("_") and name not in WHOLE)
    yield from _below(source)


def _below(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for item in raw.get("item", ()):
        yield from ((str(item.get("linkId")), name) for name in item if not name.startswith("_") and name not in ITEM)
        yield from _below(item)
