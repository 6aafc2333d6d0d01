"""The definitions of the measures, from reference/measures.toml."""

from typing import Any

from alongside.foundation import reference
from alongside.foundation.errors import Fault, Unacceptable

ABC = "abc"


def definitions() -> dict[str, dict[str, Any]]:
    return reference.load("measures")["measure"]


def definition(measure: str) -> dict[str, Any]:
    """One measure. Raises Unacceptable for a name that is none."""
    found = definitions().get(measure)
    if found is None:
        raise Unacceptable(Fault("behaviour.fault.no_such_measure", "measure"))
    return found


def unit(measure: str) -> str:
    """What a value of this measure counts, in words of the data file."""
    return str(definitions()[measure]["unit"])
