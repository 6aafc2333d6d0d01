"""Sealing the ledger: a Merkle root per interval of positions, chained; head and count are also kept outside.

Tree as in RFC 6962 section 2.1: leaf = SHA-256(0x00 || entry), node = SHA-256(0x01 || left || right).
"""

import hashlib
from dataclasses import dataclass

from django.db import connection

from alongside.foundation.models import Seal

ENTRIES = """
select p.position, concat_ws('|', e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
       e.verb, e.outcome, e.staff_id, e.account_id, e.role, e.relation, e.session_ref, e.request_id,
       e.on_behalf_of, e.subject, e.subject_id, e.client_id, e.reason, encode(e.digest, 'hex'))
from foundation_position p left join foundation_entry e on e.id = p.entry_id
where p.position between %s and %s order by p.position
"""
LARGEST = 10_000


@dataclass(frozen=True)
class Broken:
    """Where a verification failed: the positions of the seal, and what is wrong (a code)."""

    first: int
    last: int
    code: str


def seal() -> Seal | None:
    """Seal the positions since the last seal, inside the agency's wall. None when there is nothing new."""
    before = Seal.objects.order_by("-last_position").first()
    first = before.last_position + 1 if before else 1
    leaves = _leaves(first, first + LARGEST - 1)
    if not leaves:
        return None
    root = merkle(leaves)
    last, chain = first + len(leaves) - 1, bytes(before.head) if before else b""
    return Seal.objects.create(
        first_position=first, last_position=last, root=root, before=chain or None, head=head(chain, first, last, root)
    )


def verify(kept_outside: tuple[int, bytes] | None = None) -> list[Broken]:
    """Everything wrong with the sealed ledger. `kept_outside`: a last position and its head known from elsewhere."""
    broken, chain, expected = [], b"", 1
    seals = list(Seal.objects.order_by("first_position"))
    for this in seals:
        if this.first_position != expected or bytes(this.before or b"") != chain:
            broken.append(Broken(this.first_position, this.last_position, "chain"))
        leaves = _leaves(this.first_position, this.last_position)
        if len(leaves) != this.last_position - this.first_position + 1 or merkle(leaves) != bytes(this.root):
            broken.append(Broken(this.first_position, this.last_position, "entries"))
        if head(bytes(this.before or b""), this.first_position, this.last_position, bytes(this.root)) != bytes(
            this.head
        ):
            broken.append(Broken(this.first_position, this.last_position, "head"))
        chain, expected = bytes(this.head), this.last_position + 1
    if kept_outside and not any((s.last_position, bytes(s.head)) == kept_outside for s in seals):
        broken.append(Broken(kept_outside[0], kept_outside[0], "missing"))
    return broken


def head(before: bytes, first: int, last: int, root: bytes) -> bytes:
    """SHA-256 over the head before, the interval and its root."""
    return hashlib.sha256(before + first.to_bytes(8, "big") + last.to_bytes(8, "big") + root).digest()


def merkle(leaves: list[bytes]) -> bytes:
    """The root of a non-empty list of leaves (RFC 6962: split at the largest power of two below its length)."""
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + merkle(leaves[:half]) + merkle(leaves[half:])).digest()


def _leaves(first: int, last: int) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES, [first, last])
        found = cursor.fetchall()
    return [f"{position}|{entry}".encode() for position, entry in found]
