"""Interval recording over a stretch of time: which intervals of a visit were scored, target by target."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

MARKED = """
with visits as (
  select distinct session_id from behaviour_tally
  where client_id = %(client)s and target_id = any(%(targets)s) and measure = any(%(measures)s) and not second
    and service_day between %(first)s and %(last)s
)
select o.session_id, o.target_id, o.measure, (o.details->>'length')::int,
       jsonb_object_agg(o.details->>'interval', o.details->'scored')::text
from behaviour_observation o
where o.session_id in (select session_id from visits) and o.client_id = %(client)s and o.measure = any(%(measures)s)
  and not o.second and not o.retracts
  and not exists (select from behaviour_observation later where later.follows_id = o.id)
group by 1, 2, 3, 4
order by 1, 2
"""
MEASURES = ["partial_interval", "whole_interval", "momentary"]


@dataclass(frozen=True)
class Marked:
    """The intervals of one target in one visit: number -> whether it was scored; `length` in seconds."""

    session_id: UUID
    target_id: UUID
    measure: str
    length: int
    scored: Mapping[int, bool]


def marked(client_id: UUID, target_ids: Sequence[UUID], *, first: date, last: date) -> list[Marked]:
    """Of visits in which one of these targets was recorded in intervals: every target that was. One statement.

    By the visits' own staff, from a day to a day.
    """
    named = {"client": client_id, "targets": list(target_ids), "first": first, "last": last, "measures": MEASURES}
    with connection.cursor() as cursor:
        cursor.execute(MARKED, named)
        return [
            Marked(*found, {int(number): scored for number, scored in json.loads(marks).items()})
            for *found, marks in cursor.fetchall()
        ]
