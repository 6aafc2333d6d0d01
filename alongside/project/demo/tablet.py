"""A tablet of the demo: one record sealed on it and handed in as every device does, which the server has to hold."""

import hashlib
from datetime import UTC, datetime, timedelta
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from alongside.field import actions as field
from alongside.field.keys import PURPOSE, SHA256, SUITE
from alongside.field.receiving.deposit import receive
from alongside.field.receiving.handed_in import Badge, handed_in
from alongside.field.wire import canonical, packed
from alongside.foundation.ids import uuid7
from alongside.people.models import Client
from alongside.project.demo.cast import House

WHO, WHOM = "ben", "HFS-1042"  # who left his team, and whose tablet had not been told
AGO = timedelta(hours=20)


def hand_in_what_is_held(house: House) -> None:
    """The start of a visit, by somebody who left this client's team: kept whole until somebody decides."""
    by, made = house[WHO], ec.generate_private_key(ec.SECP256R1())
    device, enrolment, key, began = uuid7(), uuid7(), uuid7(), datetime.now(UTC) - AGO
    point = made.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    enrolled = field.enrol(
        by=by, on=house.staff[WHO], device_id=device, enrolment_id=enrolment, label="Gray tablet", public_key=point
    )
    names = {"agency": str(house.agency), "device": str(device), "enrolment": str(enrolment)}
    secret = token_bytes(32)
    info = canonical({"purpose": PURPOSE, **names, "id": str(key)})
    server = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), enrolled.keys.sealing)
    sealed = SUITE.encrypt(secret, server, info=info)
    said = {"purpose": PURPOSE, **names, "id": str(key), "made_at": _moment(began), "sha256": _sha256(sealed)}
    handed = {"id": str(key), "enrolment": str(enrolment), "made_at": _moment(began), "sealed": packed(sealed)}
    start = _start(house, began, enrolled.next)
    body = {
        "protocol": 1, "build": "demo", "now": _moment(datetime.now(UTC)),
        "keys": [{**handed, "signature": _signed(made, said)}],
        "operations": [_sealed(start, secret, [*names.values(), str(key)])],
    }  # fmt: skip
    receive(Badge(house.agency, device, enrolled.token), handed_in(body))


def _start(house: House, began: datetime, seq: int) -> dict[str, Any]:
    client = Client.objects.get(identifier=WHOM)
    details = {
        "programme": str(house.programs["school"]), "site": str(house.sites["willow"]),
        "zone": house.told["agency"]["zone"], "began_at": _moment(began),
    }  # fmt: skip
    return {
        "id": str(uuid7()), "seq": seq, "kind": "sessions.start/1", "on": str(client.pk), "at": _moment(began),
        "tick": 0, "details": details,
    }  # fmt: skip


def _sealed(operation: dict[str, Any], secret: bytes, names: list[str]) -> dict[str, Any]:
    iv = token_bytes(12)
    bound = "|".join(["alongside-field/1", *names, operation["id"], str(operation["seq"])]).encode()
    box = AESGCM(secret).encrypt(iv, canonical(operation), bound)
    return {"id": operation["id"], "seq": operation["seq"], "key": names[-1], "iv": packed(iv), "sealed": packed(box)}


def _signed(key: ec.EllipticCurvePrivateKey, said: dict[str, Any]) -> str:
    r, s = decode_dss_signature(key.sign(canonical(said), SHA256))
    return packed(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def _sha256(sealed: bytes) -> str:
    return hashlib.sha256(sealed).hexdigest()


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
