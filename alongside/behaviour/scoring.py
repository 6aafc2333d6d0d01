"""Measures that score each interval only once. The table of what is scored keeps that; here it is explained."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.behaviour import stream
from alongside.behaviour.measures import definition
from alongside.behaviour.models import Scored
from alongside.behaviour.stream import Row
from alongside.foundation.errors import Fault, Unacceptable

PROMISE = "scored_once"
Slot = tuple[UUID, UUID, bool, str, Any]  # session, target, second, measure, number of the interval


def insert(rows: Sequence[Row]) -> set[UUID]:
    """`stream.insert`, which raises Unacceptable where an interval is scored already, also by another tab just now."""
    if not any(_name(row) for row in rows):
        return stream.insert(rows)
    try:
        with transaction.atomic():
            return stream.insert(rows)
    except IntegrityError as broken:
        if getattr(getattr(broken.__cause__, "diag", None), "constraint_name", "") != PROMISE:
            raise
        raise Unacceptable(_faults(rows)) from broken


def _faults(rows: Sequence[Row]) -> list[Fault]:
    """One for each interval that another standing row scores, here or in the same batch."""
    sessions, targets = {row.session_id for row in rows}, {row.target_id for row in rows}
    kept = Scored.objects.filter(session__in=sessions, target__in=targets)
    taken = {slot: id for *slot_, id in kept.values_list(*COLUMNS, "observation_id") for slot in [tuple(slot_)]}
    faults = []
    for row in rows:
        name = _name(row)
        if name and taken.setdefault(_slot(row, name), row.id) not in (row.id, row.follows_id):
            faults.append(Fault("behaviour.fault.scored_already", name, {"number": row.details[name]}))
    return faults


COLUMNS = ("session_id", "target_id", "second", "measure", "number")


def _slot(row: Row, name: str) -> Slot:
    return (row.session_id, row.target_id, row.second, row.measure, row.details[name])


def _name(row: Row) -> str:
    """The detail that counts the intervals; "" for a row that scores none."""
    name: str = definition(row.measure).get("once", "")
    return name if name in row.details else ""
