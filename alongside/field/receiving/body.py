"""A request's JSON: read within limits, before anything looks into it."""

import json
from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from alongside.field.wire import Garbled
from alongside.foundation import reference


class TooMuch(Exception):
    """More than is taken at once."""


def parsed(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent. Raises TooMuch, or Garbled for anything that is not one."""
    try:
        raw = request.body
    except RequestDataTooBig as much:
        raise TooMuch from much
    except UnreadablePostError as torn:
        raise Garbled from torn
    if len(raw) > reference.load("field")["most_bytes"]:
        raise TooMuch
    return plain_object(raw)


def plain_object(raw: bytes) -> dict[str, Any]:
    """A JSON object: UTF-8, no name twice, no NaN, not too deep. Raises Garbled."""
    try:
        found = _READER.decode(raw.decode("utf-8"))
    except (ValueError, RecursionError) as wrong:
        raise Garbled from wrong
    if not isinstance(found, dict) or not shallow(found, reference.load("field")["deepest"]):
        raise Garbled
    return found


def shallow(value: Any, deepest: int) -> bool:
    """Whether no more than `deepest` objects and lists lie within each other."""
    if not isinstance(value, dict | list):
        return True
    if deepest == 0:
        return False
    inner = value.values() if isinstance(value, dict) else value
    return all(shallow(one, deepest - 1) for one in inner if isinstance(one, dict | list))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Garbled
    return found


def _no_number(name: str) -> NoReturn:
    raise Garbled


_READER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
