"""The details of a kind, as one line of text: `visit:id?>visit_id`. Read, checked, given the names of the action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from alongside.field.wire import Garbled, id_of, moment


class Misfit(Exception):
    """A detail is missing, unknown, or not of its sort."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@dataclass(frozen=True)
class Field:
    """`sort` is one of SORTS; `called` is what the action calls it."""

    name: str
    sort: str
    needed: bool
    called: str


@cache
def fields(words: str) -> dict[str, Field]:
    """The fields of a line such as `who:text took_part:flag undone:flag?`."""
    found = {}
    for word in words.split():
        name, _, rest = word.partition(":")
        sort, _, called = rest.partition(">")
        found[name] = Field(name, sort.rstrip("?"), not sort.endswith("?"), called or name)
    return found


def read(words: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The details by the action's names; one that may be left out, or is null, is left out. Raises Misfit."""
    known = fields(words)
    for name in given:
        if name not in known:
            raise Misfit("")
    return {field.called: value for field in known.values() if (value := _value(field, given)) is not None}


def _value(field: Field, given: Mapping[str, Any]) -> Any:
    value = given.get(field.name)
    if value is None and not field.needed:
        return None
    try:
        return SORTS[field.sort](value)
    except Garbled as wrong:
        raise Misfit(field.name) from wrong


def _of(*types: type) -> Callable[[Any], Any]:
    def sort(value: Any) -> Any:
        if type(value) not in types:
            raise Garbled
        return value

    return sort


SORTS: dict[str, Callable[[Any], Any]] = {
    "id": id_of, "moment": moment, "text": _of(str), "flag": _of(bool), "whole": _of(int),
    "number": _of(int, float), "object": _of(dict), "list": _of(list),
}  # fmt: skip
