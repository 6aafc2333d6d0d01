"""How the field protocol writes bytes, moments and signed JSON (docs/field-protocol.md, conventions)."""

import base64
import binascii
import json
import re
from datetime import datetime
from typing import Any
from uuid import UUID

import rfc8785

_BYTES = re.compile(r"[A-Za-z0-9_-]*\Z")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)\Z")


class Garbled(Exception):
    """What was handed in is not this protocol's."""


def packed(raw: bytes) -> str:
    """Bytes as base64url without padding (RFC 4648 section 5)."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unpacked(text: Any, *, least: int = 0, most: int = 1 << 20) -> bytes:
    """The bytes of base64url without padding. Raises Garbled, also for a length out of bounds."""
    if not isinstance(text, str) or not _BYTES.match(text):
        raise Garbled
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError) as wrong:
        raise Garbled from wrong
    if not least <= len(raw) <= most:
        raise Garbled
    return raw


def id_of(text: Any) -> UUID:
    """An id: lower case, with hyphens. Raises Garbled."""
    if not isinstance(text, str) or not _ID.match(text):
        raise Garbled
    return UUID(text)


def moment(text: Any) -> datetime:
    """A moment with its offset. Raises Garbled."""
    if not isinstance(text, str) or not _MOMENT.match(text):
        raise Garbled
    try:
        found = datetime.fromisoformat(text)
        found.timestamp()
    except (ValueError, OverflowError) as wrong:
        raise Garbled from wrong
    if not 1 < found.year < 9999:  # or another zone's clock would leave the calendar
        raise Garbled
    return found


def canonical(plain: Any) -> bytes:
    """Canonical JSON (RFC 8785). Raises Garbled for what has none."""
    try:
        return _SORTED.encode(plain).encode() if _is_simple(plain) else rfc8785.dumps(plain)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as wrong:
        raise Garbled from wrong


_SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
_MOST_WHOLE = 2**53 - 1


def _is_simple(plain: Any) -> bool:
    """Whether Python's own sorted JSON is canonical already, ten times as fast: no fractions, names in ASCII."""
    sort = type(plain)
    if sort is dict:
        return all(type(name) is str and name.isascii() and _is_simple(one) for name, one in plain.items())
    if sort is list:
        return all(map(_is_simple, plain))
    return sort is str or plain is None or sort is bool or (sort is int and -_MOST_WHOLE <= plain <= _MOST_WHOLE)
