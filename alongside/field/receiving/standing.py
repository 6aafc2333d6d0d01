"""What is known of a device when it hands in: who is on it, its keys, what it handed in before. Two statements."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from typing import Any
from uuid import UUID

from alongside.field.keys import token_digest
from alongside.field.receiving.epoch import EPOCH
from alongside.field.receiving.handed_in import Badge, HandedIn
from alongside.foundation import reference
from alongside.foundation.planned import planned

LOCK = """
update field_device set minute = date_trunc('minute', now()),
    in_minute = case when minute = date_trunc('minute', now()) then in_minute + 1 else 1 end,
    turn = case when %(seen)s > turn then turn else turn + 1 end
where id = %(device)s returning token_digest, in_minute, 60 - floor(extract(second from now()))::int, turn
"""
READ = f"""
select (select jsonb_agg(jsonb_build_object('id', e.id, 'staff', e.staff_id, 'public_key', encode(e.public_key, 'hex'),
            'next', e.next_seq, 'ended_at', e.ended_at)) from field_enrolment e where e.device_id = %(device)s),
       (select jsonb_agg(jsonb_build_object('id', k.id, 'enrolment', k.enrolment_id, 'signed', k.signed_at is not null,
            'sealed', encode(k.sealed, 'hex'), 'here', k.device_id = %(device)s))
        from field_outboxkey k where k.id = any(%(keys)s)),
       (select jsonb_agg(jsonb_build_object('operation', r.operation_id, 'digest', r.digest, 'turn', r.turn,
            'outcome', r.outcome, 'reasons', r.reasons, 'seq', r.seq, 'enrolment', r.enrolment_id) order by r.turn)
        from field_receipt r where r.operation_id = any(%(operations)s)),
       (select jsonb_agg(jsonb_build_object('enrolment', r.enrolment_id, 'seq', r.seq))
        from field_receipt r join field_enrolment e on e.id = r.enrolment_id and e.agency_id = r.agency_id
        where e.device_id = %(device)s and r.claims and r.seq >= e.next_seq),
       (select jsonb_agg(jsonb_build_object('id', h.id, 'operation', h.operation_id, 'digest', h.digest, 'seq', h.seq,
            'enrolment', h.enrolment_id, 'device', h.device_id, 'staff', h.staff_id, 'key', h.key_id, 'kind', h.kind,
            'on', h.on_id, 'outcome', h.outcome, 'reasons', h.reasons, 'body', h.body, 'envelope', h.envelope,
            'off_ms', h.off_ms, 'received_at', h.received_at,
            'turn', (select max(r.turn) from field_receipt r
                     where r.operation_id = h.operation_id and r.digest = h.digest)) order by h.seq, h.received_at)
        from field_hold h where h.settled_at is null
        and (h.device_id = %(device)s or h.on_id = any(%(operations)s))),
       {EPOCH}
"""


class Unknown(Exception):
    """No such device here, or not its token."""


class TooOften(Exception):
    """This device handed in more often than it may; nothing was taken. `seconds`: until it may again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class OnDevice:
    """An enrolment as it stands."""

    id: UUID
    staff: UUID
    public_key: bytes
    next: int
    ended_at: datetime | None


@dataclass
class KnownKey:
    """An outbox key that was handed in before."""

    enrolment: UUID
    sealed: bytes
    signed: bool
    here: bool


@dataclass
class Kept:
    """An operation that is kept unsettled: early, or held."""

    id: UUID
    operation: UUID
    digest: str
    turn: int
    seq: int
    enrolment: UUID | None
    device: UUID
    staff: UUID | None
    key: UUID
    kind: str
    on: UUID | None
    outcome: str
    reasons: list[dict[str, str]]
    body: dict[str, Any] | None
    envelope: dict[str, Any]
    received_at: datetime
    off_ms: int | None = None

    @property
    def why(self) -> str:
        return self.reasons[0]["code"] if self.reasons else ""


@dataclass
class Answered:
    """What became of an operation, as it stands."""

    digest: str
    turn: int
    outcome: str
    reasons: list[dict[str, str]]
    seq: int
    enrolment: UUID | None


@dataclass
class Standing:
    enrolments: dict[UUID, OnDevice]
    keys: dict[UUID, KnownKey]
    receipts: dict[UUID, dict[str, Answered]]
    ahead: dict[UUID, set[int]]
    kept: list[Kept]
    epoch: str
    turn: int


def standing(badge: Badge, given: HandedIn) -> Standing:
    """Lock the device and read how it stands.

    Raises Unknown for a device or a token that is not known here; TooOften for one that hands in without end.
    """
    with planned() as cursor:
        cursor.execute(LOCK, {"device": badge.device, "seen": given.seen})
        found = cursor.fetchone()
        if found is None or not compare_digest(bytes(found[0]), token_digest(badge.token)):
            raise Unknown
        if found[1] > reference.load("field")["most_a_minute"]:
            raise TooOften(found[2])
        keys = {key.id for key in given.keys} | {one.key for one in given.envelopes}
        operations = [one.id for one in given.envelopes]
        cursor.execute(READ, {"device": badge.device, "keys": list(keys), "operations": operations})
        return _standing(*cursor.fetchone(), turn=found[3])


def _standing(enrolments: Any, keys: Any, receipts: Any, ahead: Any, kept: Any, epoch: str, *, turn: int) -> Standing:
    claimed: dict[UUID, set[int]] = {}
    for row in _rows(ahead):
        claimed.setdefault(UUID(row["enrolment"]), set()).add(row["seq"])
    answered: dict[UUID, dict[str, Answered]] = {}
    for row in _rows(receipts):  # the newest turn last
        one = Answered(row["digest"], row["turn"], row["outcome"], row["reasons"], row["seq"], _id(row["enrolment"]))
        answered.setdefault(UUID(row["operation"]), {})[one.digest] = one
    return Standing(
        enrolments={UUID(row["id"]): _enrolment(row) for row in _rows(enrolments)},
        keys={
            UUID(row["id"]): KnownKey(
                UUID(row["enrolment"]), bytes.fromhex(row["sealed"]), row["signed"], row["here"]
            )
            for row in _rows(keys)
        },
        receipts=answered, ahead=claimed, kept=[_kept(row) for row in _rows(kept)], epoch=epoch, turn=turn,
    )  # fmt: skip


def _rows(found: Any) -> Iterable[dict[str, Any]]:
    rows: Iterable[dict[str, Any]] = json.loads(found) if isinstance(found, str) else found or ()
    return rows


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _enrolment(row: dict[str, Any]) -> OnDevice:
    ended = datetime.fromisoformat(row["ended_at"]) if row["ended_at"] else None
    return OnDevice(UUID(row["id"]), UUID(row["staff"]), bytes.fromhex(row["public_key"]), row["next"], ended)


def _kept(row: dict[str, Any]) -> Kept:
    ids = {name: _id(row[name]) for name in ("id", "operation", "enrolment", "device", "staff", "key", "on")}
    return Kept(**{**row, **ids, "received_at": datetime.fromisoformat(row["received_at"])})
