"""Plans in force that somebody has to look over, or to sign: those of one's own clients, or of the whole agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.foundation import reference
from alongside.people.lines import COLUMNS, Line
from alongside.plans import signers
from alongside.plans.rules.signing import review_state

MOST = 2_000
NEWEST = """left join lateral (select next_on, decision from plans_planreview w
    where w.agency_id = v.agency_id and w.version_id = v.id order by reviewed_on desc, at desc limit 1) r on true"""
IN_FORCE = "v.published_at is not null and v.ended_at is null and c.discharged_on is null"
ROWS = f"""
select {COLUMNS}, v.id, l.kind, v.number, (greatest(v.begins_at, v.published_at) at time zone %(zone)s)::date,
    coalesce(r.next_on, v.review_on), coalesce(r.decision, '')
from plans_planversion v
join plans_plan l on l.agency_id = v.agency_id and l.id = v.plan_id
join people_client c on c.agency_id = v.agency_id and c.id = v.client_id
join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
{NEWEST}
where {IN_FORCE} and {{which}}
  and (l.kind = 'treatment' or r.decision <> 'continue' or coalesce(r.next_on, v.review_on) <= %(soon)s)
order by coalesce(r.next_on, v.review_on), v.id limit {MOST}
"""
OVERDUE = f"""
select count(*) from plans_planversion v
join people_client c on c.agency_id = v.agency_id and c.id = v.client_id
{NEWEST}
where {IN_FORCE} and coalesce(r.decision, 'continue') = 'continue' and coalesce(r.next_on, v.review_on) < %(day)s
"""


@dataclass(frozen=True)
class PlanDue:
    """A version in force with what waits on it.

    `review`: "" (nothing), soon, overdue, or decided (looked over, and what was decided is not done yet); `unsigned`:
    the capacities in which nobody has signed, `sign_by`: the first day on which one of them is due.
    """

    line: Line
    version_id: UUID
    kind: str
    number: int
    review_on: date | None
    review: str
    unsigned: tuple[str, ...]
    sign_by: date | None
    unsigned_late: bool


def dues(*, which: str, values: dict[str, Any], zone: str, day: date, agency: UUID) -> tuple[PlanDue, ...]:
    """What waits on the plans of some clients (`which`: an SQL condition on c, with its values). Five statements."""
    soon = day + timedelta(days=reference.load("treatment")["review_soon_days"])
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(which=which), {**values, "zone": zone, "soon": soon})
        rows = [(Line(*row[:9]), *row[9:]) for row in cursor.fetchall()]
    asked = [signers.Asked(row[1], row[0].id, row[0].born, row[4]) for row in rows if row[2] == "treatment"]
    missing = signers.missing(asked, agency=agency, day=day)
    found = (_due(row, missing.get(row[1], ()), day, soon) for row in rows)
    return tuple(one for one in found if one.review or one.unsigned)


def reviews_overdue(day: date) -> int:
    """How many plans of the agency should have been looked over before a day. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(OVERDUE, {"day": day})
        return int(cursor.fetchone()[0])


def _due(row: tuple[Any, ...], missing: Iterable[tuple[str, date]], day: date, soon: date) -> PlanDue:
    line, version, kind, number, _, review_on, decision = row
    lacking = tuple(missing)
    first = min((until for _, until in lacking), default=None)
    return PlanDue(
        line, version, kind, number, review_on, review_state(review_on, decision, day=day, soon=soon),
        tuple(capacity for capacity, _ in lacking), first, first is not None and first < day,
    )  # fmt: skip
