"""What a device hands in, as it was sent: limits and form, before anything is opened (docs/field-protocol.md, 4)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.field.receiving.body import TooMuch
from alongside.field.wire import Garbled, id_of, moment, unpacked
from alongside.foundation import reference

PROTOCOL = 1
MOST_SEQ = 2_000_000_000
MOST_TURN = 2**53
BODY = {"protocol", "build", "now", "keys", "operations"}
MORE = {"seen", "left", "clocks"}
LEFT = {"enrolment", "left_at", "signature"}
CLOCK = {"key", "tick", "at", "server"}
KEY = {"id", "enrolment", "made_at", "sealed", "signature"}
SEALED = {"id", "seq", "key", "iv", "sealed"}
BADGE = re.compile(r"Device ([0-9a-f-]{36})\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{1,100})\Z")


class Outdated(Exception):
    """Another version of the protocol."""


@dataclass(frozen=True)
class Badge:
    """What a device shows instead of a session."""

    agency: UUID
    device: UUID
    token: bytes


@dataclass(frozen=True)
class HandedKey:
    """An outbox key as handed in; `signature` is None while its author has not signed."""

    id: UUID
    enrolment: UUID
    made_at: datetime
    written: str
    sealed: bytes
    signature: bytes | None


@dataclass(frozen=True)
class Envelope:
    """A sealed operation."""

    id: UUID
    seq: int
    key: UUID
    iv: bytes
    sealed: bytes
    deflated: bool
    plain: Mapping[str, Any]


@dataclass(frozen=True)
class HandedLeave:
    """Somebody took themselves off the device, and signed that they did."""

    enrolment: UUID
    written: str
    signature: bytes


@dataclass(frozen=True)
class HandedClock:
    """What the device's clock said (`at`) when the server's did (`server`; None: now), at a tick of an outbox key.

    Without a tick it was before the key was made.
    """

    key: UUID
    tick: int | None
    at: datetime
    server: datetime | None


@dataclass(frozen=True)
class HandedIn:
    """`seen`: the turn that this device was told last."""

    build: str
    now: datetime
    keys: tuple[HandedKey, ...]
    envelopes: tuple[Envelope, ...]
    seen: int = 0
    left: tuple[HandedLeave, ...] = ()
    clocks: tuple[HandedClock, ...] = ()


def badge(header: str) -> Badge | None:
    """The device that an Authorization header names."""
    found = BADGE.match(header)
    if found is None:
        return None
    try:
        return Badge(id_of(found[1]), id_of(found[2]), unpacked(found[3]))
    except Garbled:
        return None


def handed_in(plain: Mapping[str, Any]) -> HandedIn:
    """The request's JSON in its form. Raises Outdated, TooMuch or Garbled; then nothing of it is taken."""
    if type(plain.get("protocol")) is not int:
        raise Garbled
    if plain["protocol"] != PROTOCOL:
        raise Outdated
    if plain.keys() - MORE != BODY:
        raise Garbled
    keys, envelopes, left = _list(plain["keys"]), _list(plain["operations"]), _list(plain.get("left", []))
    clocks = _list(plain.get("clocks", []))
    most = reference.load("field")["most_operations"]
    if max(len(envelopes), len(keys), len(left), len(clocks)) > most:
        raise TooMuch
    if not isinstance(plain["build"], str) or len(plain["build"]) > 100 or not plain["build"].isprintable():
        raise Garbled
    return HandedIn(
        plain["build"], moment(plain["now"]), tuple(map(_key, keys)), tuple(map(_envelope, envelopes)),
        _seen(plain.get("seen", 0)), tuple(map(_leave, left)), tuple(map(_clock, clocks)),
    )  # fmt: skip


def envelope_of(plain: Mapping[str, Any]) -> Envelope:
    """A sealed operation that was kept, read again."""
    return _envelope(plain)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Garbled
    return value


def _key(plain: Any) -> HandedKey:
    if not isinstance(plain, dict) or plain.keys() != KEY:
        raise Garbled
    signature = plain["signature"]
    return HandedKey(
        id_of(plain["id"]), id_of(plain["enrolment"]), moment(plain["made_at"]), plain["made_at"],
        unpacked(plain["sealed"], least=1, most=1000),
        None if signature is None else unpacked(signature, most=200),
    )  # fmt: skip


def _seen(value: Any) -> int:
    if type(value) is not int or not 0 <= value < MOST_TURN:
        raise Garbled
    return value


def _leave(plain: Any) -> HandedLeave:
    if not isinstance(plain, dict) or plain.keys() != LEFT:
        raise Garbled
    moment(plain["left_at"])
    return HandedLeave(id_of(plain["enrolment"]), plain["left_at"], unpacked(plain["signature"], most=200))


def _clock(plain: Any) -> HandedClock:
    if not isinstance(plain, dict) or plain.keys() != CLOCK:
        raise Garbled
    tick, server = plain["tick"], plain["server"]
    if tick is not None and (type(tick) is not int or not 0 <= tick < MOST_TURN):
        raise Garbled
    return HandedClock(id_of(plain["key"]), tick, moment(plain["at"]), None if server is None else moment(server))


def _envelope(plain: Any) -> Envelope:
    if not isinstance(plain, dict) or plain.keys() - {"deflate"} != SEALED:
        raise Garbled
    seq, deflated = plain["seq"], plain.get("deflate", False)
    if type(seq) is not int or not 0 < seq <= MOST_SEQ or not isinstance(deflated, bool):
        raise Garbled
    iv, sealed = unpacked(plain["iv"], most=100), unpacked(plain["sealed"])
    return Envelope(id_of(plain["id"]), seq, id_of(plain["key"]), iv, sealed, deflated, plain)
