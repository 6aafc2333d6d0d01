"""A number that never comes: after some days the desk carries out what waits behind it, in order and marked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.field.models import Decision, Device, Enrolment, Hold, OutboxKey, Receipt
from alongside.field.receiving.again import item_of, kept_of, undecided, why
from alongside.field.receiving.carrying import actor_of, carry_out, held_of
from alongside.field.receiving.keeping import keep
from alongside.field.receiving.noting import note
from alongside.field.receiving.run import Item
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor


@action("field.force", on="field.Hold", locks=True)
def force(*, by: Actor, on: Hold, reason: str) -> int:
    """Carry out this and what waits with it behind a number that never came, in order; how many were carried out.

    Each is marked with who decided and why. What cannot be carried out is held, as when it comes in its order. Raises
    Unacceptable for what does not wait, waits behind another gap, or has not waited for `gap_days` of the reference.
    """
    words = why(reason)
    device = Device.objects.select_for_update(no_key=True).get(pk=on.device_id)  # no hand-in of it meanwhile
    undecided(on)
    if on.outcome != "waiting" or on.enrolment_id is None:
        raise Unacceptable(Fault("field.fault.waits_not"))
    enrolment = Enrolment.objects.get(pk=on.enrolment_id)
    behind = _behind(enrolment)
    rows = [row for row in _unsettled(enrolment.pk) if row.outcome == "waiting" and row.seq in behind]
    _may_be_forced(on, rows)
    items = _carried(by, enrolment, rows)
    keep(
        device=device.pk, keys=(), items=items, numbers={enrolment.pk: max(behind) + 1}, wiped=(), build=device.build,
        skew_ms=0,
    )  # fmt: skip
    done = [row for row, item in zip(rows, items, strict=True) if item.outcome == "done"]
    for row in done:
        Decision.objects.create(hold=row, way="forced", by_id=by.staff_id, reason=words)
    return len(done)


def _behind(enrolment: Enrolment) -> set[int]:
    """The numbers that follow each other behind the first gap."""
    used = Receipt.objects.filter(enrolment=enrolment.pk, claims=True, seq__gte=enrolment.next_seq)
    ahead = set(used.values_list("seq", flat=True))
    found, seq = set(), min(ahead, default=0)
    while seq in ahead:
        found.add(seq)
        seq += 1
    return found


def _unsettled(enrolment: UUID) -> list[Hold]:
    return list(Hold.objects.filter(enrolment=enrolment, settled_at=None).order_by("seq", "received_at"))


def _may_be_forced(hold: Hold, rows: list[Hold]) -> None:
    if hold.pk not in {row.pk for row in rows}:
        raise Unacceptable(Fault("field.fault.earlier_gap"))
    days = reference.load("field")["gap_days"]
    if min(row.received_at for row in rows) > datetime.now(UTC) - timedelta(days=days):
        raise Unacceptable(Fault("field.fault.may_still_come", "", {"count": days}))


def _carried(by: Actor, enrolment: Enrolment, rows: list[Hold]) -> list[Item]:
    turns = kept_of(_unsettled(enrolment.pk))
    signed = set(
        OutboxKey.objects.filter(pk__in=[row.key_id for row in rows])
        .exclude(signed_at=None)
        .values_list("pk", flat=True)
    )
    items = [item_of(turns[row.pk], row) for row in rows]
    for item, row in zip(items, rows, strict=True):
        item.signed = row.key_id in signed
    held = [one for one in turns.values() if one.outcome == "held"]
    author = actor_of(enrolment.staff_id, enrolment.device_id)
    named = replace(author, on_behalf_of=by.staff_id) if author else None
    carry_out(items, held_of(held), by=named, now=datetime.now(UTC))
    note(items, by=lambda _: named, now=datetime.now(UTC))
    return items
