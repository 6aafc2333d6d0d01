"""FHIR extensions by their addresses."""

from collections.abc import Iterator, Mapping
from typing import Any

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


def of(raw: Mapping[str, Any], url: str) -> Iterator[Mapping[str, Any]]:
    """Every extension with this address."""
    for found in raw.get("extension") or ():
        if isinstance(found, dict) and found.get("url") == url:
            yield found


def first(raw: Mapping[str, Any], url: str) -> Mapping[str, Any] | None:
    return next(of(raw, url), None)


def the(raw: Mapping[str, Any], url: str) -> Any:
    """What the first extension with this address says; None where there is none."""
    found = first(raw, url)
    return next((value for name, value in found.items() if name.startswith("value")), None) if found else None


def codes_of(raw: Mapping[str, Any], url: str) -> list[str]:
    """The codes of a CodeableConcept."""
    found = the(raw, url)
    codings = found.get("coding") if isinstance(found, dict) else None
    return [str(coding.get("code")) for coding in codings or () if isinstance(coding, dict)]
