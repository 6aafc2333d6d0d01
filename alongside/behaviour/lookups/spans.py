"""The points of charts by phase: bounded, however long a client has been seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

ONE = """
(select %s as span, s.session_id, s.began_at, s.service_day, s.value, s.n
 from behaviour_tally s
 where s.client_id = %s and s.target_id = %s and not s.second and s.measure = %s and s.n > 0
   and s.began_at >= %s and s.began_at < %s
 order by s.began_at desc limit %s)
"""


@dataclass(frozen=True)
class Span:
    """A stretch of time of one target, in one measure."""

    target_id: UUID
    measure: str
    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class Spot:
    """One session's value in a span; `value` is None where it is undefined."""

    session_id: UUID
    began_at: datetime
    service_day: date
    value: float | None
    n: int


def series_in_spans(client_id: UUID, spans: Sequence[Span], *, newest: int) -> list[list[Spot]]:
    """The newest sessions of each span, in order of time. One statement; at most `newest` sessions a span."""
    found: list[list[Spot]] = [[] for _ in spans]
    if not spans:
        return found
    values = [
        value
        for n, span in enumerate(spans)
        for value in (n, client_id, span.target_id, span.measure, span.begins, span.ends, newest)
    ]
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join([ONE] * len(spans)), values)
        rows = cursor.fetchall()
    for n, session_id, began_at, day, value, events in sorted(rows, key=lambda row: row[2]):
        found[n].append(Spot(session_id, began_at, day, value, events))
    return found
