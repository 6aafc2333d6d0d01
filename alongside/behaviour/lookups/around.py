"""ABC records over a stretch of time: what came before and after, and when somebody was watching."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

RECORDS = """
select o.id, o.session_id, o.target_id, o.happened_at at time zone o.zone, o.observer_id, o.details::text
from behaviour_observation o
where o.session_id in (select session_id from behaviour_tally
                       where client_id = %(client)s and target_id = any(%(targets)s) and measure = 'abc'
                         and second = %(second)s)
  and o.target_id = any(%(targets)s) and o.measure = 'abc' and o.second = %(second)s and not o.retracts
  and o.service_day between %(first)s and %(last)s
  and not exists (select from behaviour_observation later where later.follows_id = o.id)
  and (not o.second or exists (select from sessions_ending e where e.session_id = o.session_id))
order by o.happened_at, o.id
"""
WATCHED = """
select s.began_at at time zone s.zone, e.ended_at at time zone s.zone
from sessions_session s join sessions_ending e on e.session_id = s.id
where s.id in (select session_id from behaviour_tally
               where client_id = %(client)s and target_id = any(%(targets)s) and not second
                 and service_day between %(first)s and %(last)s)
"""


@dataclass(frozen=True)
class Around:
    """One ABC record as it stands, at its local wall time. `details` as in reference/measures.toml."""

    id: UUID
    session_id: UUID
    target_id: UUID
    at: datetime
    observer_id: UUID
    details: dict[str, Any]


def around(
    client_id: UUID, target_ids: Sequence[UUID], *, first: date, last: date, second: bool = False
) -> list[Around]:  # fmt: skip
    """Standing ABC records of these targets from a day to a day, in time, by the visits' own staff. One statement.

    `second`: those of second observers instead, of visits that have ended: until then each is blind to the other.
    """
    with connection.cursor() as cursor:
        cursor.execute(RECORDS, {**_named(client_id, target_ids, first, last), "second": second})
        return [Around(*found, json.loads(details)) for *found, details in cursor.fetchall()]


def watched(client_id: UUID, target_ids: Sequence[UUID], *, first: date, last: date) -> list[tuple[datetime, datetime]]:
    """From when to when visits that recorded these targets lasted, in local wall time. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(WATCHED, _named(client_id, target_ids, first, last))
        return [(began, ended) for began, ended in cursor.fetchall() if began < ended]


def _named(client_id: UUID, target_ids: Sequence[UUID], first: date, last: date) -> dict[str, Any]:
    return {"client": client_id, "targets": list(target_ids), "first": first, "last": last}
