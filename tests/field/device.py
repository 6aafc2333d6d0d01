"""A small device: makes keys, seals, hands in. Written from docs/field-protocol.md; imports nothing of the product."""

import base64
import hashlib
import json
import os
import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import rfc8785
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
PURPOSE = "alongside-field/1 outbox-key"


def packed(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def id7() -> str:
    """A UUID of version 7 (RFC 9562)."""
    raw = int(time.time() * 1000).to_bytes(6, "big") + os.urandom(10)
    number = int.from_bytes(raw, "big") & ~(0xF << 76) & ~(0x3 << 62) | (7 << 76) | (2 << 62)
    return str(UUID(int=number))


def written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def now() -> datetime:
    return datetime.now(UTC)


def signature(key: ec.EllipticCurvePrivateKey, plain: Any) -> str:
    r, s = decode_dss_signature(key.sign(rfc8785.dumps(plain), ec.ECDSA(hashes.SHA256())))
    return packed(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def digest(operation: dict[str, Any]) -> str:
    """The digest of a receipt: everything of the operation but `seq` and `tick`."""
    kept = {name: value for name, value in operation.items() if name not in ("seq", "tick")}
    return hashlib.sha256(rfc8785.dumps(kept)).hexdigest()


@dataclass
class OutboxKey:
    """A key for what is recorded until somebody locks. `signature` is None while its author has not signed."""

    id: str
    enrolment: str
    secret: bytes
    made_at: datetime
    sealed: str
    signature: str | None = None

    def handed_in(self) -> dict[str, Any]:
        return {"id": self.id, "enrolment": self.enrolment, "made_at": written(self.made_at), "sealed": self.sealed,
                "signature": self.signature}  # fmt: skip


@dataclass
class User:
    """One enrolment: a signing key and a count of operations."""

    enrolment: str
    signing: ec.EllipticCurvePrivateKey
    next: int = 1
    key: OutboxKey | None = None
    server_key: bytes = b""


@dataclass
class Device:
    """A browser profile of one agency. `users` by the name that the test gives them."""

    agency: str
    id: str = field(default_factory=id7)
    token: str | None = None
    users: dict[str, User] = field(default_factory=dict)
    keys: list[OutboxKey] = field(default_factory=list)

    def enrol(self, who: str, browser: Any) -> dict[str, Any]:
        """Take the device into use, signed in as somebody with `browser` (a django test Client)."""
        user, body = self.asking()
        answer = browser.post("/field/enrolments/", json.dumps(body), content_type="application/json")
        assert answer.status_code == 200, answer.content
        return self.enrolled(who, user, answer.json())

    def asking(self, label: str = "Blue tablet") -> tuple[User, dict[str, Any]]:
        """Somebody who is not enrolled yet, and what is asked for them."""
        signing = ec.generate_private_key(ec.SECP256R1())
        point = signing.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        user = User(id7(), signing)
        return user, {"protocol": 1, "device": self.id, "enrolment": user.enrolment, "label": label,
                      "public_key": packed(point), "token": self.token}  # fmt: skip

    def enrolled(self, who: str, user: User, found: dict[str, Any]) -> dict[str, Any]:
        """Remember what was answered."""
        self.token, user.next = found["token"], found["next"]
        user.server_key = unpacked(found["server_key"]["public"])
        self.users[who] = user
        return found

    def unlock(self, who: str, *, signed: bool = True) -> OutboxKey:
        """A new outbox key for somebody, sealed to the server; unsigned when it was made while locked."""
        user, id, secret = self.users[who], id7(), secrets.token_bytes(32)
        info = rfc8785.dumps(self._names(user, id))
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), user.server_key)
        key = OutboxKey(id, user.enrolment, secret, now(), packed(SUITE.encrypt(secret, point, info=info)))
        if signed:
            self.sign(who, key)
        user.key = key
        self.keys.append(key)
        return key

    def sign(self, who: str, key: OutboxKey) -> None:
        """Say: what is sealed under this key is mine."""
        user = self.users[who]
        plain = {**self._names(user, key.id), "made_at": written(key.made_at),
                 "sha256": hashlib.sha256(unpacked(key.sealed)).hexdigest()}  # fmt: skip
        key.signature = signature(user.signing, plain)

    def operation(self, who: str, kind: str, on: Any, details: dict[str, Any], **given: Any) -> dict[str, Any]:
        """One thing somebody did, with the next number of theirs."""
        user = self.users[who]
        made = {"id": id7(), "seq": user.next, "kind": kind, "on": str(on), "at": written(now()), "tick": 0,
                "details": details, **given}  # fmt: skip
        user.next = max(user.next, made["seq"] + 1)
        return made

    def seal(
        self, who: str, operation: dict[str, Any], *, key: OutboxKey | None = None, **given: Any
    ) -> dict[str, Any]:
        """The operation sealed under an outbox key. `given` replaces members of the envelope."""
        user = self.users[who]
        key = key or user.key or self.unlock(who)
        iv = os.urandom(12)
        bound = (
            f"alongside-field/1|{self.agency}|{self.id}|{user.enrolment}|{key.id}|{operation['id']}|{operation['seq']}"
        )
        plain = json.dumps(operation, ensure_ascii=False).encode("utf-8", "surrogatepass")
        sealed = AESGCM(key.secret).encrypt(iv, plain, bound.encode())
        return {"id": operation["id"], "seq": operation["seq"], "key": key.id, "iv": packed(iv),
                "sealed": packed(sealed), **given}  # fmt: skip

    def do(self, who: str, kind: str, on: Any, details: dict[str, Any], **given: Any) -> dict[str, Any]:
        """Record and seal in one go; the sealed operation."""
        return self.seal(who, self.operation(who, kind, on, details, **given))

    def body(self, *sealed: dict[str, Any], keys: list[OutboxKey] | None = None, **given: Any) -> dict[str, Any]:
        """What is handed in: sealed operations, and the keys they need."""
        needed = {one["key"] for one in sealed}
        some = [key for key in self.keys if key.id in needed] if keys is None else keys
        return {"protocol": 1, "build": "test", "now": written(now()), "keys": [key.handed_in() for key in some],
                "operations": list(sealed), **given}  # fmt: skip

    @property
    def authorization(self) -> str:
        return f"Device {self.agency}.{self.id}.{self.token}"

    def hand_in(self, browser: Any, *sealed: dict[str, Any], **given: Any) -> Any:
        """The server's answer, whoever may be signed in meanwhile."""
        body = json.dumps(self.body(*sealed, **given))
        return browser.post(
            "/field/operations/", body, content_type="application/json", HTTP_AUTHORIZATION=self.authorization
        )

    def _names(self, user: User, key: str) -> dict[str, str]:
        return {"purpose": PURPOSE, "agency": self.agency, "device": self.id, "enrolment": user.enrolment, "id": key}


def outcomes(answer: Any) -> list[tuple[str, str]]:
    """(outcome, first reason) of each receipt, in order."""
    assert answer.status_code == 200, (answer.status_code, answer.content[:300])
    return [(r["outcome"], r["reasons"][0]["code"] if r["reasons"] else "") for r in answer.json()["receipts"]]


def unknown() -> str:
    """An id of nothing."""
    return str(uuid4())
