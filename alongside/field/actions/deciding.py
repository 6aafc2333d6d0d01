"""Deciding about what was held: carried out as it is or corrected, in its author's name. See also setting_aside.py."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from alongside.field.models import Decision, Device, Hold
from alongside.field.receiving.again import item_of, kept_of, undecided, why
from alongside.field.receiving.carrying import carry_out, held_of
from alongside.field.receiving.details import Misfit
from alongside.field.receiving.keeping import keep
from alongside.field.receiving.kinds import KINDS, Did, Kind
from alongside.field.receiving.noting import note
from alongside.field.receiving.opening import Operation
from alongside.field.receiving.run import Item
from alongside.field.receiving.standing import Kept
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, NotHere, Refused, Unacceptable
from alongside.foundation.policy import Actor
from alongside.notes import lookups as notes
from alongside.notes.actions import putting_aside
from alongside.workforce import lookups as workforce

ALONG = {"after_held", "not_here"}


@action("field.apply", on="field.Hold", locks=True)
def apply(*, by: Actor, on: Hold, instead: str = "") -> int:
    """Carry it out as it is, as its author with the rights of then; how many that built on it came along.

    `instead`: why another draft of the same visit gives way to it; that one is put aside, and kept. Raises Unacceptable
    with what still speaks against it.
    """
    return _decided(by, on, "applied", None, why(instead) if instead else "")


@action("field.correct", on="field.Hold", locks=True)
def correct(*, by: Actor, on: Hold, details: dict[str, Any], reason: str) -> int:
    """Carry it out with other details. What was handed in stays as it was, beside what was corrected and why."""
    return _decided(by, on, "corrected", details, why(reason))


def _decided(by: Actor, hold: Hold, way: str, details: dict[str, Any] | None, reason: str) -> int:
    device = Device.objects.select_for_update(no_key=True).get(pk=hold.device_id)  # no hand-in of it meanwhile
    undecided(hold)
    if hold.outcome == "waiting":  # never out of its order: see forcing.py
        raise Unacceptable(Fault("field.fault.waits"))
    chosen, along, held = _kept_with(hold)
    item = item_of(chosen, hold)
    kind, did = _readable(item, details)
    author = _vouched(by, hold, item)
    if way == "applied" and reason:
        _makes_room(author, did, reason)
    _carried(author, kind, did)
    item.done()
    if along:
        carry_out(along, held_of(held), by=author, now=datetime.now(UTC))
    note([item, *along], by=lambda _: author, now=datetime.now(UTC))
    keep(device=device.pk, keys=(), items=[item, *along], numbers={}, wiped=(), build=device.build, skew_ms=0)
    Decision.objects.create(hold=hold, way=way, by_id=by.staff_id, reason=reason, corrected=details)
    return sum(one.outcome == "done" for one in along)


def _kept_with(hold: Hold) -> tuple[Kept, list[Item], list[Kept]]:
    """The one that is decided about, what may come along in its order, and what stays held."""
    rows = list(Hold.objects.filter(enrolment=hold.enrolment_id, settled_at=None).order_by("seq", "received_at"))
    kept = kept_of(rows)
    others = [(row, kept[row.pk]) for row in rows if row.pk != hold.pk and row.outcome == "held"]
    along = [item_of(one, row) for row, one in others if one.why in ALONG and row.body]
    return kept[hold.pk], along, [one for _, one in others if one.why not in ALONG]


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


def _makes_room(author: Actor, did: Did, reason: str) -> None:
    """The draft that somebody made elsewhere is put aside in its author's name: it is kept, and may be read."""
    other = notes.draft_of(did.on)
    if other is not None:
        _asked(lambda: putting_aside.put_aside(by=author, on=other.id, saved=other.saved, reason=reason))


def _carried(author: Actor, kind: Kind, did: Did) -> None:
    _asked(lambda: kind.one(author, did))


def _asked(act: Callable[[], object]) -> None:
    """Do it; what is not here or may not be is a fault of the decision."""
    try:
        act()
    except NotHere as absent:
        raise Unacceptable(Fault("field.fault.not_here")) from absent
    except Refused as refused:
        raise Unacceptable(Fault("field.fault.refused")) from refused
