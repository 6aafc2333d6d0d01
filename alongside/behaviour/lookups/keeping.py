"""How the values of a target were kept: by whom, with a second observer or not, and how long after the visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

KEPT = """
select t.session_id, t.began_at, t.service_day, t.value, t.numerator::float8, s.staff_id, s.taken_from <> '',
       exists (select from behaviour_tally w where w.agency_id = t.agency_id and w.session_id = t.session_id
               and w.target_id = t.target_id and w.second and w.n > 0),
       (select extract(epoch from max(o.received_at) - e.ended_at) / 3600 from behaviour_observation o
         where o.agency_id = t.agency_id and o.session_id = t.session_id and o.target_id = t.target_id
           and not o.second and o.follows_id is null)
from behaviour_tally t
join sessions_session s on s.agency_id = t.agency_id and s.id = t.session_id
left join sessions_ending e on e.agency_id = t.agency_id and e.session_id = t.session_id
where t.client_id = %s and t.target_id = %s and t.measure = %s and not t.second and t.n > 0 and t.value is not null
order by t.began_at desc limit %s
"""
COVERED = """
select t.target_id, count(*), count(*) filter (where exists (
         select from behaviour_tally w where w.agency_id = t.agency_id and w.session_id = t.session_id
         and w.target_id = t.target_id and w.second and w.n > 0))
from behaviour_tally t
where t.client_id = any(%s) and not t.second and t.n > 0 and t.service_day >= %s group by t.target_id
"""


@dataclass(frozen=True)
class KeptValue:
    """One visit's value. `total`: what was added up (seconds where it is timed). `late_hours`: None where unknown."""

    session_id: UUID
    began_at: datetime
    day: date
    value: float
    total: float
    staff_id: UUID
    by_two: bool
    late_hours: float | None


def kept_values(client_id: UUID, target_id: UUID, measure: str, *, newest: int) -> list[KeptValue]:
    """The newest values of a target in order of time. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT, [client_id, target_id, measure, newest])
        rows = cursor.fetchall()
    return [
        KeptValue(session, at, day, value, total, staff, two, None if taken or late is None else float(late))
        for session, at, day, value, total, staff, taken, two, late in reversed(rows)
    ]


def covered(client_ids: Iterable[UUID], *, since: date) -> dict[UUID, tuple[int, int]]:
    """Target -> visits since a day in which it was recorded, and how many of them by two. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(COVERED, [list(client_ids), since])
        return {target: (visits, two) for target, visits, two in cursor.fetchall()}
