"""Device and server agree, in both directions: canonical JSON, digests, sealing and signatures."""

import hashlib
import json
import subprocess
import zlib
from base64 import urlsafe_b64decode
from pathlib import Path

import pytest
import rfc8785
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.field.node import node
from tests.vectors import make

HERE = Path(__file__).parent
SEALING = json.loads((HERE.parent / "vectors/sealing.json").read_text(encoding="utf-8"))
SERVER = ec.derive_private_key(SEALING["server_key"]["private"], ec.SECP256R1())
SMALL = {
    "id": "0192f0c1-2222-7000-8000-000000000002", "seq": 1, "kind": "x/1", "on": make.KEY,
    "at": "2026-11-22T15:04:05.123Z", "tick": 0, "details": {},
}  # fmt: skip
PLAIN = (
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    PLAIN | TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


def by_the_device(*, operations=(), values=()):
    asked = {"server_key": SEALING["server_key"]["public"], "place": make.PLACE, "id": make.KEY,
             "operations": list(operations), "values": list(values)}  # fmt: skip
    order = [node(), str(HERE / "seal_here.mjs"), json.dumps(asked)]
    return json.loads(subprocess.run(order, capture_output=True, text=True, check=True, timeout=120).stdout)


def plain(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def key_in(key):
    info = rfc8785.dumps({"purpose": make.PURPOSE, **make.PLACE, "id": key["id"]})
    return make.SUITE.decrypt(plain(key["sealed"]), SERVER, info=info)


def operation_in(row, secret):
    opened = AESGCM(secret).decrypt(plain(row["iv"]), plain(row["sealed"]), make.about(row))
    return json.loads(zlib.decompress(opened, -15) if row.get("deflate") else opened)


def check_signature(public, key):
    statement = {"purpose": make.PURPOSE, **make.PLACE, "id": key["id"], "made_at": key["made_at"],
                 "sha256": hashlib.sha256(plain(key["sealed"])).hexdigest()}  # fmt: skip
    value = plain(key["signature"])
    signature = encode_dss_signature(int.from_bytes(value[:32]), int.from_bytes(value[32:]))
    signer = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), plain(public))
    signer.verify(signature, rfc8785.dumps(statement), ec.ECDSA(hashes.SHA256()))


def test_the_vectors_hold_for_the_servers_libraries():
    secret = key_in(SEALING["outbox_key"])
    assert secret == plain(SEALING["secret"])
    assert [operation_in(row, secret) for row in SEALING["sealed_operations"]] == [make.OPERATION] * 2
    assert make.digest(make.OPERATION) == SEALING["digest"]
    check_signature(SEALING["signing"]["public"], SEALING["outbox_key"])


def test_what_the_device_seals_opens_on_the_server():
    made = by_the_device(operations=[make.OPERATION, SMALL])
    secret = key_in(made["key"])
    assert [operation_in(row, secret) for row in made["operations"]] == [make.OPERATION, SMALL]
    assert made["operations"][0]["deflate"] is True
    assert made["digests"] == [make.digest(make.OPERATION), make.digest(SMALL)]
    check_signature(made["public_key"], made["key"])


def test_what_was_changed_on_the_way_does_not_open():
    made = by_the_device(operations=[make.OPERATION])
    with pytest.raises(InvalidTag):
        operation_in({**made["operations"][0], "seq": 18}, key_in(made["key"]))
    with pytest.raises(InvalidSignature):
        check_signature(SEALING["signing"]["public"], made["key"])


def test_canonical_vectors_are_the_librarys():
    for vector in json.loads((HERE.parent / "vectors/canonical.json").read_text(encoding="utf-8")):
        assert rfc8785.dumps(vector["value"]).decode() == vector["canonical"]


@settings(max_examples=4, deadline=None)
@given(st.lists(VALUES, min_size=60, max_size=120))
def test_any_value_has_one_canonical_form_on_both_sides(values):
    assert by_the_device(values=values)["canonical"] == [rfc8785.dumps(value).decode() for value in values]
