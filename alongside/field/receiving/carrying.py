"""Carrying operations out in their order, by the same actions as the web; neighbours that are alike as one act."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import OperationalError, transaction

from alongside.field.receiving.details import Misfit
from alongside.field.receiving.kinds import KINDS, Did, Kind
from alongside.field.receiving.run import Item, Reasons, reason, too_far
from alongside.field.receiving.standing import Kept
from alongside.foundation import ledger, reference
from alongside.foundation.errors import Fault, NotHere, Refused, Unacceptable
from alongside.foundation.policy import Actor
from alongside.workforce import lookups as workforce

log = logging.getLogger("alongside.field")
OTHER_DRAFT = "notes.fault.other_draft"  # somebody chooses, and then it is carried out by itself
NAME = re.compile(r"[a-z][a-z_]{0,39}\Z")


@dataclass
class Held:
    """What is held of one author: rows that were never made, and subjects whose state is not what it should be."""

    made: set[UUID] = field(default_factory=set)
    subjects: set[UUID] = field(default_factory=set)

    def add(self, item: Item, kind: Kind | None) -> None:
        self.made.add(item.id)
        if kind and kind.ordered and item.operation:
            self.subjects.add(item.operation.on)

    def stands_before(self, item: Item, kind: Kind) -> bool:
        on = item.operation.on if item.operation else None
        return on in self.made or (kind.ordered and on in self.subjects)


class Stopped(Exception):
    """An operation that cannot be read: a code of the contract, and the detail concerned."""

    def __init__(self, code: str, field: str = "") -> None:
        super().__init__(code)
        self.code, self.field = code, field


def held_of(kept: Iterable[Kept]) -> Held:
    """What is held already."""
    held = Held()
    for one in kept:
        held.made.add(one.operation)
        kind = KINDS.get(one.kind)
        if kind and kind.ordered and one.on:
            held.subjects.add(one.on)
    return held


@dataclass
class Step:
    """An item that may be carried out, with its details read."""

    item: Item
    kind: Kind
    did: Did

    @property
    def like(self) -> tuple[Any, ...]:
        operation = self.item.operation
        alone = self.item.id if self.kind.many is None else None
        return (operation.kind if operation else "", self.kind.alike(self.did), alone)


def carry_out(items: Sequence[Item], held: Held, *, by: Actor | None, now: datetime) -> None:
    """Each item, of one author and in order, gets its outcome. Deadlocks and the like are left to the caller."""
    for _, steps in groupby(_steps(items, held, by, now), key=lambda step: step.like):
        _several(by, list(steps), held)


def actor_of(staff: UUID, device: UUID) -> Actor | None:
    """Whoever it was that recorded, with the rights of today; the ledger names the device."""
    by = workforce.actor(staff)
    return replace(by, session_ref=f"device:{device}") if by else None


def _steps(items: Sequence[Item], held: Held, by: Actor | None, now: datetime) -> Iterator[Step]:
    for item in items:
        step = _step(item, held, by, now)
        if step is not None:
            yield step
        else:
            held.add(item, KINDS.get(item.operation.kind) if item.operation else None)


def _step(item: Item, held: Held, by: Actor | None, now: datetime) -> Step | None:
    """What is to be done, or None with the item held."""
    try:
        kind, did = _read(item)
    except Stopped as stopped:
        item.hold(stopped.code, stopped.field)
        return None
    if code := _against(item, kind, held, by, now):
        item.hold(code)
        return None
    return Step(item, kind, did)


def _read(item: Item) -> tuple[Kind, Did]:
    """The kind of an item and its details. Raises Stopped with the reason why it cannot be read."""
    operation = item.operation
    if operation is None:
        raise Stopped("unreadable")
    if not item.signed:
        raise Stopped("unattested")
    kind = KINDS.get(operation.kind)
    if kind is None:
        raise Stopped("unknown_kind")
    try:
        return kind, kind.read(operation.id, operation.on, operation.details, at=operation.at)
    except Misfit as misfit:
        raise Stopped("unreadable", misfit.field) from misfit


def _against(item: Item, kind: Kind, held: Held, by: Actor | None, now: datetime) -> str:
    """Why an operation that can be read is held before anybody is asked; "" where nothing is against it."""
    assert item.operation is not None and item.enrolment is not None
    at, ended, limits = item.operation.at, item.enrolment.ended_at, reference.load("field")
    if too_far(at, now, ahead_hours=limits["clock_ahead_hours"], behind_days=limits["clock_behind_days"]):
        return "clock"
    if held.stands_before(item, kind):
        return "after_held"
    return "refused" if by is None or (ended is not None and at > ended) else ""


def _several(by: Actor | None, steps: Sequence[Step], held: Held) -> None:
    """All as one act; where that fails, one by one, so that the rest is not held for one."""
    assert by is not None
    kind = steps[0].kind
    if len(steps) > 1 and _as_one(by, kind, steps):
        return
    for step in steps:
        if held.stands_before(step.item, kind):  # an earlier one of this group is held
            step.item.hold("after_held")
        else:
            alone(by, step.item, kind, step.did)
        if step.item.outcome == "held":
            held.add(step.item, kind)


def _as_one(by: Actor, kind: Kind, steps: Sequence[Step]) -> bool:
    assert kind.many is not None
    try:
        kind.many(by, [step.did for step in steps])
    except OperationalError:
        raise
    except Exception:  # whatever it was, each alone says which of them it was
        return False
    for step in steps:
        step.item.done()
    return True


def alone(by: Actor, item: Item, kind: Kind, did: Did) -> None:
    """Carry one out, or say why not. What nobody expected holds the operation too, and is logged: nothing is lost."""
    try:
        with transaction.atomic():
            kind.one(by, did)
    except Refused as no:
        ledger.refuse(no.verb, by=by, about=no.subject, code=no.no.code)
        item.hold("refused", more=[reason(no.no.code)])
    except NotHere:
        item.hold("not_here")
    except Unacceptable as no:
        codes = {fault.code for fault in no.faults}
        item.hold("other_draft" if codes == {OTHER_DRAFT} else "unacceptable", more=named(no.faults))
    except OperationalError:
        raise
    except Exception:
        log.exception("operation %s could not be carried out", item.id)
        item.hold("failed")
    else:
        item.done()


def named(faults: Sequence[Fault]) -> Reasons:
    """The faults as codes with their fields; a field that the device made up is not repeated."""
    return [reason(fault.code, fault.field if NAME.match(fault.field) else "") for fault in faults]
