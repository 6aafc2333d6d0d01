"""Makes the vectors that device and server share: `python -m tests.vectors.make`, from the top of the repository.

Keys, ids and moments are fixed here. Sealing and signing draw random numbers, so a new run gives other bytes that
mean the same; the tests on both sides open and check them.
"""

import hashlib
import json
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = Path(__file__).parent
PLACE = {
    "agency": "0192f0c1-0000-7000-8000-0000000000a1",
    "device": "0192f0c1-0000-7000-8000-0000000000d1",
    "enrolment": "0192f0c1-0000-7000-8000-0000000000e1",
}
KEY = "0192f0c1-0000-7000-8000-0000000000c1"
PURPOSE = "alongside-field/1 outbox-key"
OPERATION = {
    "id": "0192f0c1-2222-7000-8000-000000000001",
    "seq": 17,
    "kind": "behaviour.record/1",
    "on": "0192f0c1-3333-7000-8000-000000000002",
    "at": "2026-11-22T15:04:05.123Z",
    "tick": 183211,
    "details": {
        "target": "0192f0c1-4444-7000-8000-000000000003",
        "details": {"level": 0.1, "words": "Línea uno\n„zwei“ 🙂"},
        "happened_at": "2026-11-22T15:04:05.100Z",
        "measure": None,
    },
}
SUITE = hpke.Suite(hpke.KEM.P256, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


def main() -> None:
    _write("sealing.json", sealing())
    _write("canonical.json", canonical())


def sealing() -> dict[str, Any]:
    server, author, agency = (ec.derive_private_key(number, ec.SECP256R1()) for number in (7_777, 8_888, 9_999))
    secret = hashlib.sha256(b"the outbox key of the vectors").digest()
    made_at = "2026-11-22T15:01:01.912Z"
    info = rfc8785.dumps({"purpose": PURPOSE, **PLACE, "id": KEY})
    sealed = SUITE.encrypt(secret, server.public_key(), info=info)
    statement = {
        "purpose": PURPOSE, **PLACE, "id": KEY, "made_at": made_at, "sha256": hashlib.sha256(sealed).hexdigest(),
    }  # fmt: skip
    pack = {
        "protocol": 1, "made_at": "2026-11-22T06:00:00.000Z", "expires_at": "2026-11-25T06:00:00.000Z",
        "agency": PLACE["agency"], "staff": "0192f0c1-0000-7000-8000-0000000000f1",
        "sections": [{"kind": "client/1", "client": "0192f0c1-0000-7000-8000-0000000000b1", "body": {"name": "Théo"}}],
    }  # fmt: skip
    key = "0192f0c1-0000-7000-8000-0000000000aa"
    return {
        "place": PLACE,
        "server_key": {"public": point(server), "private": 7_777},
        "signing": {"public": point(author), "private": 8_888},
        "outbox_key": {
            "id": KEY, "enrolment": PLACE["enrolment"], "made_at": made_at, "sealed": text(sealed),
            "signature": text(sign(author, statement)),
        },
        "secret": text(secret),
        "operation": OPERATION,
        "digest": digest(OPERATION),
        "sealed_operations": [sealed_operation(secret, deflate=False), sealed_operation(secret, deflate=True)],
        "pack_key": {"id": key, "public": point(agency), "private": 9_999},
        "pack": {**pack, "signature": {"key": key, "value": text(sign(agency, pack))}},
    }  # fmt: skip


def canonical() -> list[dict[str, Any]]:
    values: list[Any] = [
        None, True, 0, -0.0, 1e21, 1e-7, 333333333.33333329, 4.50, 2e-3, 0.1, 9007199254740991, "",
        "\u20ac$\u000f\nA'B\"\\/",
        "𐐷 🙂 ñ", "\u007f\u2028", [], {}, [[], {}, None],
        {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f602": 5, "\u0080": 6, "\u00f6": 7},
        {"b": [1, {"d": 1, "c": 2}], "a": "x"}, OPERATION,
    ]  # fmt: skip
    return [{"value": value, "canonical": rfc8785.dumps(value).decode()} for value in values]


def sealed_operation(secret: bytes, *, deflate: bool) -> dict[str, Any]:
    """The operation under the outbox key, with a fixed nonce."""
    plain = json.dumps(OPERATION, ensure_ascii=False, separators=(",", ":")).encode()
    row: dict[str, Any] = {"id": OPERATION["id"], "seq": OPERATION["seq"], "key": KEY}
    if deflate:
        shorter = zlib.compressobj(9, zlib.DEFLATED, -15)
        plain = shorter.compress(plain) + shorter.flush()
    iv = hashlib.sha256(f"nonce {deflate}".encode()).digest()[:12]
    sealed = AESGCM(secret).encrypt(iv, plain, about(row))
    return {**row, "iv": text(iv), "sealed": text(sealed), **({"deflate": True} if deflate else {})}


def about(row: dict[str, Any]) -> bytes:
    place = f"{PLACE['agency']}|{PLACE['device']}|{PLACE['enrolment']}"
    return f"alongside-field/1|{place}|{row['key']}|{row['id']}|{row['seq']}".encode()


def digest(operation: dict[str, Any]) -> str:
    rest = {name: value for name, value in operation.items() if name not in {"seq", "tick"}}
    return hashlib.sha256(rfc8785.dumps(rest)).hexdigest()


def sign(key: ec.EllipticCurvePrivateKey, statement: dict[str, Any]) -> bytes:
    r, s = decode_dss_signature(key.sign(rfc8785.dumps(statement), ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32) + s.to_bytes(32)


def point(key: ec.EllipticCurvePrivateKey) -> str:
    return text(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def text(plain: bytes) -> str:
    return urlsafe_b64encode(plain).rstrip(b"=").decode()


def _write(name: str, vectors: Any) -> None:
    (HERE / name).write_text(json.dumps(vectors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
