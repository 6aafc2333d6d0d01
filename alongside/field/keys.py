"""The agency's own keys: what devices seal to, and what packs are signed with (docs/field-protocol.md)."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)
from django.db import IntegrityError, transaction

from alongside.field.models import ServerKey
from alongside.field.wire import canonical, packed
from alongside.foundation.boxes import box
from alongside.foundation.ids import uuid7
from alongside.foundation.points import signed_by

__all__ = ["Keys", "is_point", "server_key", "sign", "sign_pack", "signed_by", "unseal_outbox_key"]

PURPOSE = "alongside-field/1 outbox-key"
SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
REST = "alongside field keys"
SHA256 = ec.ECDSA(hashes.SHA256())
MOST_KEPT = 4_096


@dataclass(frozen=True)
class Keys:
    """What a device may know of the agency's keys: uncompressed P-256 points."""

    id: UUID
    sealing: bytes
    signing: bytes


def server_key() -> Keys:
    """The agency's public keys, made when they are first asked for. One statement afterwards."""
    row = _current()
    return Keys(row.pk, bytes(row.sealing_public), bytes(row.signing_public))


def sign(plain: bytes) -> tuple[UUID, bytes]:
    """Sign bytes with the agency's signing key: its id, and `r || s` (ECDSA P-256, SHA-256)."""
    row = _current()
    return row.pk, _joined(_private(row.pk, row.signing_private).sign(plain, SHA256))


def sign_pack(body: dict[str, Any]) -> dict[str, Any]:
    """The pack with its signature over the canonical JSON of everything else (section 5)."""
    key, value = sign(canonical(body))
    return {**body, "signature": {"key": str(key), "value": packed(value)}}


def is_point(public: bytes) -> bool:
    """Whether these bytes are an uncompressed P-256 point on the curve."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
    except ValueError:
        return False
    return len(public) == 65


def token_digest(token: bytes) -> bytes:
    """What is kept of a device's token."""
    return hashlib.sha256(token).digest()


def unseal_outbox_key(*, agency: UUID, device: UUID, enrolment: UUID, id: UUID, sealed: bytes) -> bytes | None:
    """The 32 bytes that a device sealed to this agency for this outbox key; None where it does not open.

    Opened keys stay in this process's memory: the elliptic curve is gone through once a key, not once an operation.
    """
    asked = (agency, device, enrolment, id, sealed)
    if asked in _opened:
        _opened.move_to_end(asked)
        return _opened[asked]
    names = {"agency": agency, "device": device, "enrolment": enrolment, "id": id}
    info = canonical({"purpose": PURPOSE, **{name: str(value) for name, value in names.items()}})
    found = next((key for row in ServerKey.objects.order_by("-made_at") if (key := _open(row, sealed, info))), None)
    if found is not None:
        _opened[asked] = found
        if len(_opened) > MOST_KEPT:
            _opened.popitem(last=False)
    return found


_opened: OrderedDict[tuple[UUID, UUID, UUID, UUID, bytes], bytes] = OrderedDict()
_privates: dict[tuple[UUID, str], ec.EllipticCurvePrivateKey] = {}


def _open(row: ServerKey, sealed: bytes, info: bytes) -> bytes | None:
    try:
        key = SUITE.decrypt(sealed, _private(row.pk, row.sealing_private), info=info)
    except (InvalidTag, InvalidToken, ValueError):
        return None
    return key if len(key) == 32 else None


def _current() -> ServerKey:
    return ServerKey.objects.filter(ended_at=None).first() or _made()


def _made() -> ServerKey:
    sealing, signing = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    row = ServerKey(
        id=uuid7(), sealing_public=_point(sealing), sealing_private=_boxed(sealing),
        signing_public=_point(signing), signing_private=_boxed(signing),
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # somebody else's first device came at the same moment
        return ServerKey.objects.get(ended_at=None)
    return row


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _boxed(key: ec.EllipticCurvePrivateKey) -> str:
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return box(REST).encrypt(plain).decode()


def _private(id: UUID, boxed: str) -> ec.EllipticCurvePrivateKey:
    if (id, boxed) not in _privates:
        key = load_der_private_key(box(REST).decrypt(boxed.encode()), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        _privates[id, boxed] = key
    return _privates[id, boxed]


def _joined(der: bytes) -> bytes:
    r, s = decode_dss_signature(der)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")
