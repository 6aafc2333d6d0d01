"""When something was tapped or timed, at local wall time: each time once."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection

TAPPED = """
select o.happened_at at time zone o.zone,
       case when o.measure in ('count', 'rate') then (o.details->>'count')::int else 1 end
from behaviour_observation o
where o.session_id in (select session_id from behaviour_tally
                       where client_id = %(client)s and target_id = any(%(targets)s) and not second
                         and measure = any(%(measures)s) and service_day between %(first)s and %(last)s)
  and o.target_id = any(%(targets)s) and o.measure = any(%(measures)s) and not o.second and not o.retracts
  and not (o.measure = 'duration' and (o.details->>'seconds')::float = 0)
  and not exists (select from behaviour_observation later where later.follows_id = o.id)
order by o.happened_at, o.id
"""
MEASURES = ["count", "rate", "duration"]


def tapped(client_id: UUID, target_ids: Sequence[UUID], *, first: date, last: date) -> list[datetime]:
    """Every time these targets were counted or timed by the visits' own staff, from a day to a day. One statement."""
    named = {"client": client_id, "targets": list(target_ids), "first": first, "last": last, "measures": MEASURES}
    with connection.cursor() as cursor:
        cursor.execute(TAPPED, named)
        return [at for at, times in cursor.fetchall() for _ in range(times)]
