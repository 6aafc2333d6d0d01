"""Single members of a resource, each of the type that the standard gives it."""

from collections.abc import Mapping
from typing import Any

from alongside.questionnaires.extensions import of
from alongside.questionnaires.items import Expression, Value


class Unreadable(Exception):
    """The file is no Questionnaire: a code of the catalogue, and the values of its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def dicts(raw: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = raw.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Unreadable("not_a_list", name=name)
    return found


def text(raw: Mapping[str, Any], name: str) -> str:
    found = raw.get(name, "")
    if not isinstance(found, str):
        raise Unreadable("not_text", name=name)
    return found.strip()


def flag(raw: Mapping[str, Any], name: str) -> bool:
    found = raw.get(name, False)
    if not isinstance(found, bool):
        raise Unreadable("not_a_flag", name=name)
    return found


def whole(found: Any) -> int | None:
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def value(raw: Mapping[str, Any]) -> Value:
    """Its `value[x]` alone."""
    return {name: given for name, given in raw.items() if name.startswith("value")}


def expression(raw: Mapping[str, Any], url: str) -> Expression | None:
    return next(iter(expressions(raw, url)), None)


def expressions(raw: Mapping[str, Any], url: str) -> tuple[Expression, ...]:
    found = (given.get("valueExpression") for given in of(raw, url))
    return tuple(
        Expression(text(one, "expression"), text(one, "language"), text(one, "name"))
        for one in found
        if isinstance(one, dict)
    )
