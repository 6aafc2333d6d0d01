"""Deciding about what was held: carried out as it is or corrected, by its author's name, or set aside with a reason."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.db.models import Max

from alongside.field.models import Decision, Device, Enrolment, Hold, Receipt
from alongside.field.receiving.carrying import carry_out, held_of
from alongside.field.receiving.details import Misfit
from alongside.field.receiving.handed_in import envelope_of
from alongside.field.receiving.keeping import keep
from alongside.field.receiving.kinds import KINDS, Did, Kind
from alongside.field.receiving.opening import Operation, operation
from alongside.field.receiving.run import Item
from alongside.field.receiving.standing import Kept, OnDevice
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, NotHere, Refused, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.workforce import lookups as workforce

ALONG = {"after_held", "not_here"}
NAMES = ("id", "digest", "seq", "kind", "outcome", "reasons", "body", "envelope")


@action("field.apply", on="field.Hold", locks=True)
def apply(*, by: Actor, on: Hold) -> int:
    """Carry it out as it is, as its author with the rights of then; how many that built on it came along.

    Raises Unacceptable with what still speaks against it.
    """
    return _decided(by, on, "applied", None, "")


@action("field.correct", on="field.Hold", locks=True)
def correct(*, by: Actor, on: Hold, details: dict[str, Any], reason: str) -> int:
    """Carry it out with other details. What was handed in stays as it was, beside what was corrected and why."""
    return _decided(by, on, "corrected", details, _why(reason))


@action("field.set_aside", on="field.Hold", locks=True)
def set_aside(*, by: Actor, on: Hold, reason: str) -> None:
    """It is not carried out, and stays on record with the reason."""
    _undecided(on)
    Decision.objects.create(hold=on, way="set_aside", by_id=by.staff_id, reason=_why(reason))
    Hold.objects.filter(pk=on.pk).update(settled_at=datetime.now(UTC))


def _decided(by: Actor, hold: Hold, way: str, details: dict[str, Any] | None, reason: str) -> int:
    device = Device.objects.select_for_update(no_key=True).get(pk=hold.device_id)  # no hand-in of it meanwhile
    _undecided(hold)
    chosen, along, held = _kept_with(hold)
    item = _item(chosen, hold)
    kind, did = _readable(item, details)
    author = _vouched(by, hold, item)
    _carried(author, kind, did)
    item.done()
    if along:
        carry_out(along, held_of(held), by=author, now=datetime.now(UTC))
    keep(device=device.pk, keys=(), items=[item, *along], numbers={}, wiped=(), build=device.build, skew_ms=0)
    Decision.objects.create(hold=hold, way=way, by_id=by.staff_id, reason=reason, corrected=details)
    return sum(one.outcome == "done" for one in along)


def _undecided(hold: Hold) -> None:
    hold.refresh_from_db()  # a hand-in may have settled it while this waited for the device
    if hold.settled_at is not None:
        raise Unacceptable(Fault("field.fault.decided"))


def _why(reason: str) -> str:
    words = checked(lines=True, most=1000, reason=reason)["reason"]
    if len(words) < 4:
        raise Unacceptable(Fault("field.fault.why", "reason"))
    return words


def _kept_with(hold: Hold) -> tuple[Kept, list[Item], list[Kept]]:
    """The one that is decided about, what may come along in its order, and what stays held."""
    rows = list(Hold.objects.filter(enrolment=hold.enrolment_id, settled_at=None).order_by("seq", "received_at"))
    turns = {
        (row["operation_id"], row["digest"]): row["newest"]
        for row in Receipt.objects.filter(operation_id__in=[row.operation_id for row in rows])
        .values("operation_id", "digest")
        .annotate(newest=Max("turn"))
    }
    kept = {row.pk: _kept(row, turns[row.operation_id, row.digest]) for row in rows}
    others = [(row, kept[row.pk]) for row in rows if row.pk != hold.pk and row.outcome == "held"]
    along = [_item(one, row) for row, one in others if one.why in ALONG and row.body]
    return kept[hold.pk], along, [one for _, one in others if one.why not in ALONG]


def _kept(row: Hold, turn: int) -> Kept:
    return Kept(
        **{name: getattr(row, name) for name in NAMES}, operation=row.operation_id, turn=turn,
        enrolment=row.enrolment_id, device=row.device_id, staff=row.staff_id, key=row.key_id, on=row.on_id,
    )  # fmt: skip


def _item(kept: Kept, row: Hold) -> Item:
    enrolment = Enrolment.objects.get(pk=row.enrolment_id) if row.enrolment_id else None
    whose = OnDevice(enrolment.pk, enrolment.staff_id, b"", enrolment.next_seq, None) if enrolment else None
    plain = operation(kept.body, envelope_of(kept.envelope)) if kept.body else None
    return Item(
        kept.operation, kept.seq, kept.digest, kept.envelope, kept.key, whose, plain, True, kept,
        outcome=kept.outcome, reasons=kept.reasons,
    )  # fmt: skip


def _readable(item: Item, details: dict[str, Any] | None) -> tuple[Kind, Did]:
    what: Operation | None = item.operation
    kind = KINDS.get(what.kind) if what else None
    if what is None or kind is None:
        raise Unacceptable(Fault("field.fault.not_readable"))
    try:
        return kind, kind.read(what.id, what.on, what.details if details is None else details, at=what.at)
    except Misfit as misfit:
        raise Unacceptable(Fault("field.fault.detail", misfit.field)) from misfit


def _vouched(by: Actor, hold: Hold, item: Item) -> Actor:
    """The author with the rights of the moment when it was recorded; the ledger names who decided."""
    at = item.operation.at if item.operation else None
    author = workforce.actor(hold.staff_id, as_of=at) if hold.staff_id else None
    if author is None:
        raise Unacceptable(Fault("field.fault.no_author"))
    return replace(author, session_ref=f"device:{hold.device_id}", on_behalf_of=by.staff_id)


def _carried(author: Actor, kind: Kind, did: Did) -> None:
    try:
        kind.one(author, did)
    except NotHere as absent:
        raise Unacceptable(Fault("field.fault.not_here")) from absent
    except Refused as refused:
        raise Unacceptable(Fault("field.fault.refused")) from refused
