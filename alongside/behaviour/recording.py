"""From what was handed in to rows of the stream: checked, compared with what is there, put in, added up."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.timezone import now

from alongside.behaviour import scoring, stream, tallies
from alongside.behaviour.measures import ABC, definition
from alongside.behaviour.rules import details, sums, times
from alongside.behaviour.rules.sums import Sum
from alongside.behaviour.stream import Row, Seen
from alongside.foundation import reference
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.planned import planned
from alongside.sessions.models import Session

MOST_AT_ONCE = 500


SCENE = """
select t.id, t.measure, t.settings, t.ended_at, e.ended_at
from plans_target t left join sessions_ending e on e.agency_id = t.agency_id and e.session_id = %(session)s
where t.id = any(%(targets)s) and t.client_id = %(client)s and t.began_at is not null
"""


@dataclass(frozen=True)
class OnTarget:
    """A target as recording needs it."""

    id: UUID
    measure: str
    settings: Mapping[str, Any]
    ended_at: datetime | None


@dataclass(frozen=True)
class Scene:
    """The session as recording needs it: its end, if it has one, and the targets concerned."""

    session: Session
    ended_at: datetime | None
    targets: dict[UUID, OnTarget]

    @property
    def hours(self) -> float | None:
        return (self.ended_at - self.session.began_at).total_seconds() / 3600 if self.ended_at else None

    def place(self, second: bool) -> tallies.Place:
        return tallies.of(self.session, hours=self.hours, second=second)


def scene(session: Session, target_ids: set[UUID]) -> Scene:
    """The targets of this client by id, and the session's end. One statement."""
    values = {"session": session.pk, "client": session.client_id, "targets": list(target_ids)}
    with planned() as cursor:
        cursor.execute(SCENE, values)
        found = cursor.fetchall()
    targets = {id: OnTarget(id, measure, json.loads(settings), ended) for id, measure, settings, ended, _ in found}
    if not targets or target_ids - targets.keys():
        raise Unacceptable(Fault("behaviour.fault.no_such_target", "target"))
    return Scene(session, found[0][-1], targets)


def rows_of(here: Scene, seen: Sequence[Seen], *, observer_id: UUID, second: bool) -> list[Row]:
    """Every observation as a row. Raises Unacceptable with all the faults of all of them."""
    if len(seen) > MOST_AT_ONCE:
        raise Unacceptable(Fault("behaviour.fault.too_many", "", {"most": MOST_AT_ONCE}))
    made = [row_of(here, one, observer_id=observer_id, second=second) for one in seen]
    if faults := [fault for _, found in made for fault in found]:
        raise Unacceptable(faults)
    return [row for row, _ in made]


def row_of(here: Scene, one: Seen, *, observer_id: UUID, second: bool) -> tuple[Row, list[Fault]]:
    target, session = here.targets[one.target_id], here.session
    measure = one.measure or target.measure
    kept, faults = details.checked(definition(measure), one.details)
    faults += details.fits(kept, target.settings) if measure != ABC else []
    if target.ended_at is not None and target.ended_at < one.happened_at:
        faults.append(Fault("behaviour.fault.target_ended", "target"))
    if measure not in (target.measure, ABC):
        faults.append(Fault("behaviour.fault.other_measure", "measure"))
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    faults += times.faults(one.happened_at, began_at=session.began_at, ended_at=here.ended_at, now=now(), slack=slack)
    row = Row(
        id=one.id, session_id=session.pk, client_id=session.client_id, target_id=target.id, measure=measure,
        details=kept, happened_at=one.happened_at, zone=session.zone, service_day=session.service_day,
        observer_id=observer_id, second=second,
    )  # fmt: skip
    return row, faults


def put_in(here: Scene, rows: Sequence[Row]) -> list[Row]:
    """Append what is new, in one statement, and add it up. What is there already with the same words is passed over.

    Raises Unacceptable where an id is taken by other words, or an interval is scored already.
    """
    new = _inserted(rows)
    count(here, [(row, None) for row in new])
    return new


def follow(here: Scene, row: Row, old: Row) -> list[Row]:
    """Append a successor and move the sums from the old to the new. Raises Unacceptable where one came before."""
    there = stream.by_ids([row.id])
    if row.id in there:
        if not there[row.id].same_as(row):
            raise Unacceptable(_taken())
        return []
    if not old.stands:
        raise Unacceptable(Fault("behaviour.fault.followed_already"))
    new = _inserted([row], rival="behaviour.fault.followed_already")
    count(here, [(one, old) for one in new])
    return new


def count(here: Scene, changes: Sequence[tuple[Row, Row | None]]) -> None:
    """Add the changes to the tallies: one statement for all that simply add up, two for each ordered measure."""
    plain: dict[tallies.Side, Sum] = {}
    for new, old in changes:
        side = (new.target_id, new.measure)
        plain[side] = plain.get(side, Sum()) + _adds(new) + (-_adds(old) if old else Sum())
    second = changes[0][0].second if changes else False
    for side in [side for side in plain if definition(side[1]).get("ordered")]:
        del plain[side]
        tallies.keep_in_order(here.place(second), side, here.targets[side[0]].settings)
    tallies.add(here.place(second), plain)


def _adds(row: Row) -> Sum:
    return Sum() if row.retracts else sums.adds(definition(row.measure), row.details)


def _inserted(rows: Sequence[Row], rival: str = "") -> list[Row]:
    """The rows that went in. One left out was a second tap at the same moment, or lost to a rival."""
    if not rows:
        return []
    new = scoring.insert(rows)
    left_out = [row for row in rows if row.id not in new]
    there = stream.by_ids([row.id for row in left_out]) if left_out else {}
    for row in left_out:
        if row.id not in there or not there[row.id].same_as(row):
            raise Unacceptable(_taken() if row.id in there or not rival else Fault(rival))
    return [row for row in rows if row.id in new]


def _taken() -> Fault:
    return Fault("behaviour.fault.other_words")


def retraction(old: Row, *, id: UUID, reason: str) -> Row:
    """The row that takes one back."""
    return replace(old, id=id, details={}, follows_id=old.id, retracts=True, reason=reason, succeeded=False)
