"""Visits of the last days that are not verified by place: for each end of them, how it is known instead, and why."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.people.visible import NEAR, bounds
from alongside.workforce.lookups import names

DAYS, MOST = 7, 100
OPENS = "behaviour.watch"  # whoever may open the record of a visit sees it in the list

FIND = f"""
with near as (
    select s.id, s.client_id, s.staff_id, s.began_at, s.zone, e.ended_at,
        (select jsonb_object_agg(v.moment, jsonb_build_array(v.how, v.exception, v.reason) order by
                v.how = 'device_place', v.received_at)
           from sessions_verification v where v.session_id = s.id) as known
    from sessions_session s left join sessions_ending e on e.agency_id = s.agency_id and e.session_id = s.id
    where s.service_day > %(today)s - {DAYS} and s.taken_from = ''
      and (%(everybody)s or s.staff_id = %(me)s or s.client_id in ({NEAR})))
select n.id, n.client_id, n.staff_id, n.began_at, n.ended_at, n.zone, n.known
from near n
where coalesce(n.known #>> '{{begin,0}}', '') <> 'device_place'
   or (n.ended_at is not null and coalesce(n.known #>> '{{end,0}}', '') <> 'device_place')
order by n.began_at desc, n.id limit {MOST + 1}
"""


@dataclass(frozen=True)
class Known:
    """How one end of a visit is known, without a place. `how` is empty where nothing is known."""

    moment: str
    how: str
    exception: str
    reason: str


@dataclass(frozen=True)
class Mark:
    pattern: int
    hue: int


@dataclass(frozen=True)
class Unplaced:
    """A visit with those of its ends that no place verifies."""

    session_id: UUID
    client_name: str
    mark: Mark
    staff_name: str
    began_at: datetime
    ended_at: datetime | None
    zone: str
    ends: tuple[Known, ...]


def unplaced(by: Actor, *, today: date) -> tuple[tuple[Unplaced, ...], bool]:
    """The newest first, of clients whose visits this actor may open; whether there are more. Three statements."""
    everybody, values = bounds(by, OPENS, today)
    with connection.cursor() as cursor:
        cursor.execute(FIND, {**values, "everybody": everybody})
        rows = [_Row(*row) for row in cursor.fetchall()]
    clients = Client.objects.select_related("party").in_bulk({row.client_id for row in rows})
    staff = names({row.staff_id for row in rows})
    found = tuple(_shown(row, clients[row.client_id], staff[row.staff_id]) for row in rows[:MOST])
    return found, len(rows) > MOST


class _Row(NamedTuple):
    id: UUID
    client_id: UUID
    staff_id: UUID
    began_at: datetime
    ended_at: datetime | None
    zone: str
    known: Any


def _shown(row: _Row, client: Client, staff_name: str) -> Unplaced:
    told = json.loads(row.known) if isinstance(row.known, str) else row.known or {}
    moments = ("begin", "end") if row.ended_at else ("begin",)
    ends = (Known(moment, *told.get(moment, ("", "", ""))) for moment in moments)
    return Unplaced(
        row.id, client.party.name, Mark(client.quilt_pattern, client.quilt_hue), staff_name, row.began_at, row.ended_at,
        row.zone, tuple(one for one in ends if one.how != "device_place"),
    )  # fmt: skip
