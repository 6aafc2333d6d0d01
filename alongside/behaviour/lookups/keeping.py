"""How the values of a target were kept: by whom, with a second observer or not, and how long after the visit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from alongside.behaviour.models import Tally

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
RECORDED = """
select a.target, count(distinct t.session_id), max(t.service_day)
from unnest(%s::uuid[], %s::date[]) as a(target, since)
left join behaviour_tally t on t.target_id = a.target and t.service_day >= a.since and not t.second and t.n > 0
group by a.target
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


def recorded_since(since: Mapping[UUID, date]) -> dict[UUID, tuple[int, date | None]]:
    """Target -> in how many visits since its day it was recorded, and on which day last. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(RECORDED, [list(since), list(since.values())])
        return {target: (visits, last) for target, visits, last in cursor.fetchall()}


def recorded_in(session_ids: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Session -> the targets that were recorded in it, not counting a second observer. One statement."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Tally.objects.filter(session__in=list(session_ids), second=False, n__gt=0)
    for session, target in rows.values_list("session", "target"):
        found[session].add(target)
    return {session: frozenset(targets) for session, targets in found.items()}
