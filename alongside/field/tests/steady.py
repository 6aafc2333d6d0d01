"""A pack made steady, so that it is a file: the same ids, the same day and the same signature at every run.

Ids are numbered in the order in which they stand; moments near now are told from noon of the steady day, others keep
their clock time and their distance in days. The signing key is the number below: it signs nothing but this file.
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import rfc8785
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from alongside.field.tests.packs import ZONE
from alongside.field.wire import packed

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)  # noon in New York
NEAR = timedelta(hours=3)
PRIVATE = 0xA10C_51DE
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
AS_THEY_ARE = ("reference/1", "born")  # knowledge has days of its own, and who was born then stays so old


def steady(pack: dict[str, Any], *, today: date, now: datetime) -> dict[str, Any]:
    """The pack with steady ids and moments, signed."""
    ids: dict[str, str] = {}

    def still(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {k: still(v, k) for k, v in value.items()} if value.get("kind") not in AS_THEY_ARE else value
        if isinstance(value, list):
            return [still(one, name) for one in value]
        if not isinstance(value, str) or name == "born":
            return value
        if ID.fullmatch(value):
            return ids.setdefault(value, f"01a00000-0000-7000-8000-{len(ids) + 1:012d}")
        if MOMENT.fullmatch(value):
            return _told(_moment(datetime.fromisoformat(value), today=today, now=now))
        return str(date.fromisoformat(value) + (DAY - today)) if A_DAY.fullmatch(value) else value

    pack = {**still({k: v for k, v in pack.items() if k != "signature"}), "epoch": "one life of a server"}
    return {**pack, "signature": {"key": server_key()["id"], "value": packed(_signed(rfc8785.dumps(pack)))}}


def server_key() -> dict[str, str]:
    """The public part, as it is handed to a device."""
    point = _key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {"id": "01a00000-0000-7000-8000-00000000feed", "public": packed(point)}


def _moment(at: datetime, *, today: date, now: datetime) -> datetime:
    if abs(at - now) < NEAR:
        return NOON + timedelta(minutes=round((at - now).total_seconds() / 60))
    local = at.astimezone(ZoneInfo(ZONE))
    if abs(round((at - now).total_seconds() / 60)) % (24 * 60) == 0:  # so many days from now, to the minute
        return NOON + timedelta(days=round((at - now) / timedelta(days=1)))
    return datetime.combine(local.date() + (DAY - today), local.time(), ZoneInfo(ZONE)).astimezone(UTC)


def _told(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _key() -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(PRIVATE, ec.SECP256R1())


def _signed(plain: bytes) -> bytes:
    """`r || s`, made without chance (RFC 6979)."""
    r, s = decode_dss_signature(_key().sign(plain, ec.ECDSA(hashes.SHA256(), deterministic_signing=True)))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")
