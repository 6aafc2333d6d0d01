"""Sets of answers that are known here by their address (reference/value_sets.toml)."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from alongside.foundation import reference


@cache
def known_sets() -> Mapping[str, Any]:
    """ValueSets by address, as `questionnaires.reading.read` takes them."""
    return {one["url"]: _expansion(one["codes"]) for one in reference.load("value_sets")["set"]}


def _expansion(codes: list[list[str]]) -> dict[str, Any]:
    contains = [{"system": system, "code": code, "display": display} for system, code, display in codes]
    return {"resourceType": "ValueSet", "expansion": {"contains": contains}}
