"""Opening what was sealed: from an envelope and its key to an operation, or to the word that it is unreadable."""

import hashlib
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from alongside.field.keys import PURPOSE, signed_by
from alongside.field.receiving.body import plain_object
from alongside.field.receiving.handed_in import Envelope, HandedKey
from alongside.field.wire import Garbled, canonical, id_of, moment, packed
from alongside.foundation import reference

MEMBERS = {"id", "seq", "kind", "on", "at", "tick", "details"}
MOST_TICK = 2**53


@dataclass(frozen=True)
class Operation:
    """One thing somebody did, opened. `digest` as in a receipt."""

    id: UUID
    seq: int
    kind: str
    on: UUID
    at: datetime
    tick: int
    details: dict[str, Any]
    digest: str
    plain: dict[str, Any] = field(repr=False)


def attested(*, agency: UUID, device: UUID, key: HandedKey, public_key: bytes) -> bool:
    """Whether the enrolment's signing key says: what is sealed under this outbox key is mine."""
    if key.signature is None:
        return False
    names = {"agency": agency, "device": device, "enrolment": key.enrolment, "id": key.id}
    said = {
        "purpose": PURPOSE, **{name: str(value) for name, value in names.items()}, "made_at": key.written,
        "sha256": hashlib.sha256(key.sealed).hexdigest(),
    }  # fmt: skip
    return signed_by(public_key, key.signature, canonical(said))


def opened(envelope: Envelope, key: bytes, *, agency: UUID, device: UUID, enrolment: UUID) -> Operation:
    """The operation in an envelope. Raises Garbled for one that does not open or is not one."""
    names = (agency, device, enrolment, envelope.key, envelope.id, envelope.seq)
    bound = "|".join(["alongside-field/1", *map(str, names)]).encode()
    if envelope.id.version != 7:
        raise Garbled
    try:
        raw = AESGCM(key).decrypt(envelope.iv, envelope.sealed, bound)
    except (InvalidTag, ValueError) as wrong:
        raise Garbled from wrong
    raw = _inflated(raw) if envelope.deflated else raw
    plain = plain_object(raw)
    if b"\\u0000" in raw and _holds_nul(plain):
        raise Garbled
    return operation(plain, envelope)


def operation(plain: dict[str, Any], envelope: Envelope) -> Operation:
    """The members of an operation, checked against the envelope that bound them. Raises Garbled."""
    if plain.keys() != MEMBERS or not isinstance(plain["details"], dict):
        raise Garbled
    kind, tick = plain["kind"], plain["tick"]
    if not isinstance(kind, str) or len(kind) > 60 or not kind.isprintable():
        raise Garbled
    if type(tick) is not int or not 0 <= tick < MOST_TICK or type(plain["seq"]) is not int:
        raise Garbled
    if (plain["id"], plain["seq"]) != (str(envelope.id), envelope.seq):
        raise Garbled
    kept = {name: value for name, value in plain.items() if name not in ("seq", "tick")}
    digest = hashlib.sha256(canonical(kept)).hexdigest()
    return Operation(
        envelope.id, envelope.seq, kind, id_of(plain["on"]), moment(plain["at"]), tick, plain["details"], digest, plain
    )


def sealed_digest(envelope: Envelope) -> str:
    """What stands for an operation that does not open: the digest of its envelope, without the number."""
    kept = {name: value for name, value in envelope.plain.items() if name != "seq"}
    return hashlib.sha256(canonical({**kept, "sealed": packed(envelope.sealed)})).hexdigest()


def _holds_nul(value: Any) -> bool:
    """PostgreSQL holds no such character."""
    if isinstance(value, dict):
        return any(_holds_nul(one) for pair in value.items() for one in pair)
    return any(map(_holds_nul, value)) if isinstance(value, list) else "\0" in str(value)


def _inflated(raw: bytes) -> bytes:
    most = reference.load("field")["most_bytes"]
    try:
        stream = zlib.decompressobj(wbits=-15)
        plain = stream.decompress(raw, most)
    except zlib.error as wrong:
        raise Garbled from wrong
    if not stream.eof or stream.unused_data:
        raise Garbled
    return plain
