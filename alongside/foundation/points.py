"""Signatures of devices: ECDSA on P-256 with SHA-256, as `r || s` of 64 bytes (docs/field-protocol.md)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature


def signed_by(public: bytes, signature: bytes, plain: bytes) -> bool:
    """Whether `signature` stands over these bytes, by whoever holds the private part of this uncompressed point."""
    if len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    try:
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
        point.verify(encode_dss_signature(r, s), plain, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True
