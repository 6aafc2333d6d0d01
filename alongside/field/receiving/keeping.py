"""Writing down what became of it all: one statement, however much was handed in."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.field.receiving.handed_in import HandedKey
from alongside.field.receiving.run import Item
from alongside.foundation.ids import uuid7
from alongside.foundation.planned import planned

# Whose record an operation belongs to, by the row that it builds on: what is held goes with that record.
WHOSE = """coalesce(
            (select c.id from people_client c where c.id = {root}),
            (select s.client_id from sessions_session s where s.id = {root}),
            (select o.client_id from behaviour_observation o where o.id = {root}),
            (select c.client_id from incidents_crisis c where c.id = {root}),
            (select n.client_id from notes_note n where n.id = {root}),
            (select w.client_id from safety_watch w where w.id = {root}),
            (select f.client_id from field_hold f where f.operation_id = {root} and f.client_id is not null limit 1))"""
KEEP = f"""
with keys as (
    insert into field_outboxkey as k (id, device_id, enrolment_id, sealed, made_at, signature, signed_at)
    select r.id, %(device)s, r.enrolment, decode(r.sealed, 'hex'), r.made_at, decode(r.signature, 'hex'),
           case when r.signature is not null then now() end
    from jsonb_to_recordset(%(keys)s::jsonb)
         as r(id uuid, enrolment uuid, sealed text, made_at timestamptz, signature text)
    on conflict (agency_id, id) do update set signature = excluded.signature, signed_at = excluded.signed_at
    where k.signed_at is null and excluded.signature is not null),
receipts as (
    insert into field_receipt (id, operation_id, digest, turn, device_id, enrolment_id, staff_id, seq, claims, kind,
        outcome, reasons, at, tick, skew_ms)
    select r.id, operation_id, digest, turn, device_id, enrolment_id, staff_id, seq, claims, kind,
        outcome, reasons, at, tick, %(skew)s
    from jsonb_to_recordset(%(receipts)s::jsonb)
         as r(id uuid, operation_id uuid, digest text, turn int, device_id uuid, enrolment_id uuid, staff_id uuid,
              seq int, claims boolean, kind text, outcome text, reasons jsonb, at timestamptz, tick bigint)),
holds as (
    insert into field_hold (id, receipt_id, operation_id, digest, device_id, enrolment_id, staff_id, seq, key_id, kind,
        on_id, client_id, outcome, reasons, body, envelope, off_ms)
    select r.id, receipt_id, operation_id, digest, device_id, enrolment_id, staff_id, seq, key_id, kind,
        on_id, {WHOSE.format(root="r.root_id")}, outcome, reasons, body, envelope, off_ms
    from jsonb_to_recordset(%(holds)s::jsonb)
         as r(id uuid, receipt_id uuid, operation_id uuid, digest text, device_id uuid, enrolment_id uuid,
              staff_id uuid, seq int, key_id uuid, kind text, on_id uuid, root_id uuid, outcome text, reasons jsonb,
              body jsonb, envelope jsonb, off_ms bigint)),
settled as (
    update field_hold h set outcome = r.outcome, reasons = r.reasons, enrolment_id = r.enrolment_id,
        staff_id = r.staff_id, kind = r.kind, on_id = r.on_id, body = coalesce(r.body, h.body),
        client_id = coalesce(h.client_id, {WHOSE.format(root="r.root_id")}),
        settled_at = case when r.outcome = 'done' then now() end
    from jsonb_to_recordset(%(settled)s::jsonb)
         as r(id uuid, outcome text, reasons jsonb, enrolment_id uuid, staff_id uuid, kind text, on_id uuid,
              root_id uuid, body jsonb)
    where h.id = r.id),
numbers as (
    update field_enrolment e set next_seq = r.next from jsonb_to_recordset(%(numbers)s::jsonb) as r(id uuid, next int)
    where e.id = r.id and e.next_seq <> r.next),
wiped as (
    update field_enrolment e set wiped_at = now() where e.id = any(%(wiped)s))
update field_device d set seen_at = now(), build = %(build)s
where d.id = %(device)s and (d.build <> %(build)s or d.seen_at is null or d.seen_at < now() - interval '1 minute')
"""


def keep(
    *, device: UUID, keys: Sequence[tuple[HandedKey, bool]], items: Iterable[Item], numbers: dict[UUID, int],
    wiped: Sequence[UUID], build: str, skew_ms: int,
) -> None:  # fmt: skip
    """Receipts, holds, keys (each with whether its signature is good) and numbers. One statement."""
    items = list(items)
    changed = [item for item in items if item.changed]
    on = {item.id: item.operation.on for item in items if item.operation}
    receipts = [(uuid7(), item) for item in changed]
    fresh = [(id, item) for id, item in receipts if item.kept is None and not item.again and item.outcome != "done"]
    values = {
        "keys": [_key(key, good) for key, good in keys],
        "receipts": [_receipt(id, item, device) for id, item in receipts],
        "holds": [{**_hold(id, item, device), "root_id": _root(on, item)} for id, item in fresh],
        "settled": [{**_settled(item), "root_id": _root(on, item)} for item in changed if item.kept],
        "numbers": [{"id": id, "next": next} for id, next in numbers.items()],
    }
    texts = {name: json.dumps(rows, default=_written) for name, rows in values.items()}
    with planned() as cursor:
        cursor.execute(KEEP, {**texts, "device": device, "wiped": list(wiped), "build": build, "skew": skew_ms})


def _root(on: dict[UUID, UUID], item: Item) -> UUID | None:
    """The row at the bottom of what was handed in together: an observation's session, and the client of that."""
    found, passed = on.get(item.id), set[UUID]()
    while found in on and found not in passed:
        passed.add(found)
        found = on[found]
    return found


def _key(key: HandedKey, good: bool) -> dict[str, Any]:
    signature = key.signature.hex() if good and key.signature else None
    return {"id": key.id, "enrolment": key.enrolment, "sealed": key.sealed.hex(), "made_at": key.made_at,
            "signature": signature}  # fmt: skip


def _receipt(id: UUID, item: Item, device: UUID) -> dict[str, Any]:
    operation = item.operation
    return {
        "id": id, "operation_id": item.id, "digest": item.digest, "turn": item.turn,
        "device_id": item.kept.device if item.kept else device, **_whose(item), "seq": item.seq, "claims": item.claims,
        "kind": operation.kind if operation else "", "outcome": item.outcome, "reasons": item.reasons,
        "at": operation.at if operation else None, "tick": operation.tick if operation else None,
    }  # fmt: skip


def _hold(receipt: UUID, item: Item, device: UUID) -> dict[str, Any]:
    return {
        "id": uuid7(), "receipt_id": receipt, "operation_id": item.id, "digest": item.digest, "device_id": device,
        **_whose(item), "seq": item.seq, "key_id": item.key, **_what(item), "outcome": item.outcome,
        "reasons": item.reasons, "envelope": item.envelope, "off_ms": item.off_ms,
    }  # fmt: skip


def _settled(item: Item) -> dict[str, Any]:
    assert item.kept is not None
    return {"id": item.kept.id, **_whose(item), "outcome": item.outcome, "reasons": item.reasons, **_what(item)}


def _whose(item: Item) -> dict[str, Any]:
    return {
        "enrolment_id": item.enrolment.id if item.enrolment else None,
        "staff_id": item.enrolment.staff if item.enrolment else None,
    }


def _what(item: Item) -> dict[str, Any]:
    operation = item.operation
    return {
        "kind": operation.kind if operation else "", "on_id": operation.on if operation else None,
        "body": operation.plain if operation else None,
    }  # fmt: skip


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
