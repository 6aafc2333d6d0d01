"""Whom somebody is beside: their own clients, and those of whom they supervise."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.lines import COLUMNS, Line, alike_in
from alongside.people.visible import NEAR, bounds
from alongside.workforce.models import Staff

MOST = 300

CASELOAD = f"""
select {COLUMNS},
    (select count(*) from people_alert a where a.client_id = c.id and a.began_on <= %(today)s
        and (a.ended_on is null or a.ended_on > %(today)s)),
    (select string_agg(g.name, ', ' order by g.name) from people_enrolment e
       join agencies_programme g on g.agency_id = e.agency_id and g.id = e.programme_id
      where e.client_id = c.id and e.began_on <= %(today)s and (e.ended_on is null or e.ended_on > %(today)s)),
    exists (select from people_teamplace t where t.client_id = c.id and t.staff_id = %(me)s
        and t.began_on <= %(today)s and (t.ended_on is null or t.ended_on > %(today)s))
from people_client c join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
where {{which}}
"""
MINE = f"c.id in ({NEAR}) order by 6, 7, c.id limit {MOST}"
NEWEST = "c.discharged_on is null order by c.admitted_on desc, c.id limit 25"


@dataclass(frozen=True)
class CaseloadLine:
    """A client on a caseload. `mine`: on the team myself, not only by supervision. `alike`: mind the name."""

    line: Line
    age: int | None
    alerts: int
    programs: str
    mine: bool
    alike: bool


@query("people.caseload", on="workforce.Staff")
def caseload(*, by: Actor, on: Staff) -> tuple[CaseloadLine, ...]:
    """The clients of whoever asks, by name: own teams, and teams of those they supervise or cover. One statement."""
    day = today(by.zone)
    return _lines(CASELOAD.format(which=MINE), bounds(by, "people.see", day)[1], day)


@query("people.recent", on="agencies.Agency")
def recent(*, by: Actor, on: Any) -> tuple[CaseloadLine, ...]:
    """The 25 clients who came last, for the office. One statement."""
    day = today(by.zone)
    return _lines(CASELOAD.format(which=NEWEST), {"today": day, "me": by.staff_id}, day)


def _lines(statement: str, values: dict[str, Any], day: date) -> tuple[CaseloadLine, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = [(Line(*row[:9]), *row[9:]) for row in cursor.fetchall()]
    alike = alike_in([row[0] for row in rows])
    return tuple(
        CaseloadLine(line, line.age(day), alerts, programs or "", mine, line.id in alike)
        for line, alerts, programs, mine in rows
    )
