"""Where objectives stand: for a supervisor's clients, and for the programs of an agency."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import median
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.fidelity.lookups import coverage_of_all
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.outcomes.reading.status import STATUSES, WAITING, Facts, Stands, stands
from alongside.people.lines import COLUMNS, Line
from alongside.people.visible import NEAR, bounds

MOST = 5_000
WHERE = f"""
select {COLUMNS}, s.objective_id, s.target_id, o.text, t.name,
    (select string_agg(g.name, ', ' order by g.name) from people_enrolment e
       join agencies_programme g on g.agency_id = e.agency_id and g.id = e.programme_id
      where e.client_id = c.id and e.began_on <= %(today)s and (e.ended_on is null or e.ended_on > %(today)s)),
    s.visits, s.level, s.watched, s.by_two, s.verdict, s.begun_on, s.last_on, s.met_on, s.meets, s.checks, s.fidelity,
    (d.at at time zone %(zone)s)::date, d.look_again_on
from outcomes_standing s
join people_client c on c.agency_id = s.agency_id and c.id = s.client_id
join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
join plans_objective o on o.agency_id = s.agency_id and o.id = s.objective_id
join plans_target t on t.agency_id = s.agency_id and t.id = s.target_id
left join lateral (select at, look_again_on from outcomes_decision d
                    where d.agency_id = s.agency_id and d.target_id = s.target_id order by at desc limit 1) d on true
where c.discharged_on is null and {{which}}
limit {MOST}
"""
ALL = """(%(program)s::uuid is null or exists (select from people_enrolment e where e.client_id = c.id
    and e.programme_id = %(program)s and e.began_on <= %(today)s and (e.ended_on is null or e.ended_on > %(today)s)))"""
PROGRAMS = "select id, name from agencies_programme order by name limit 200"


@dataclass(frozen=True)
class Row:
    """One objective of one client: what it is, its facts, and how it stands today."""

    line: Line
    objective_id: UUID
    target_id: UUID
    text: str
    target: str
    programs: str
    visits: int
    level: float | None
    watched: int
    by_two: int
    facts: Facts
    stands: Stands

    @property
    def weeks(self) -> int:
        """For how long it stands so, in whole weeks."""
        return self.stands.days // 7

    @property
    def days_to_mastery(self) -> int | None:
        """From the beginning of the phase until the criterion was first kept."""
        return (self.facts.met_on - self.facts.begun_on).days if self.facts.met_on else None


@dataclass(frozen=True)
class Program:
    """All rows, those that wait the longest first; `asked` is reference/outcomes.toml.

    `looked_at`: visits of these clients in the last quarter that somebody watched for how the plan is carried out, and
    all that ended.
    """

    rows: tuple[Row, ...]
    asked: dict[str, Any]
    today: date
    programs: tuple[tuple[UUID, str], ...] = ()
    looked_at: tuple[int, int] = (0, 0)

    @cached_property
    def by_status(self) -> dict[str, int]:
        """How many objectives have each status."""
        return {status: sum(row.stands.status == status for row in self.rows) for status in STATUSES}

    @cached_property
    def waiting(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.stands.status in WAITING)

    @cached_property
    def clients(self) -> int:
        return len({row.line.id for row in self.rows})

    @cached_property
    def mastery_days(self) -> tuple[int, float] | None:
        """How many objectives were met, and the median of the days that it took."""
        took = [row.days_to_mastery for row in self.rows if row.days_to_mastery is not None]
        return (len(took), median(took)) if took else None

    @cached_property
    def second_observer(self) -> tuple[int, int]:
        """Visits of the last quarter by two, and all that measured an objective."""
        return sum(row.by_two for row in self.rows), sum(row.watched for row in self.rows)

    @cached_property
    def carried_out(self) -> tuple[int, int]:
        """Objectives whose plan was watched, and of these how many were carried out well enough."""
        seen = [row.facts.fidelity for row in self.rows if row.facts.fidelity is not None]
        return len(seen), sum(share >= self.asked["carried_out"] for share in seen)


@query("outcomes.caseload", on="workforce.Staff")
def caseload(*, by: Actor, on: Any) -> Program:
    """The objectives of whoever one supervises or is on the team of. Three statements."""
    day = today(by.zone)
    return _program(f"c.id in ({NEAR})", bounds(by, "people.see", day)[1], by.zone, day)


@query("outcomes.program", on="agencies.Agency")
def program(*, by: Actor, on: Any, program: UUID | None = None) -> Program:
    """The objectives of the agency, or of one program. Four statements."""
    day = today(by.zone)
    with connection.cursor() as cursor:
        cursor.execute(PROGRAMS)
        programs = tuple(cursor.fetchall())
    return _program(ALL, {"today": day, "program": program}, by.zone, day, programs)


def _program(
    which: str, values: dict[str, Any], zone: str, day: date, programs: tuple[tuple[UUID, str], ...] = ()
) -> Program:
    asked = reference.load("outcomes")
    with connection.cursor() as cursor:
        cursor.execute(WHERE.format(which=which), {**values, "zone": zone})
        rows = [_row(row, day, asked) for row in cursor.fetchall()]
    order = {status: number for number, status in enumerate(STATUSES)}
    rows.sort(key=lambda r: (r.stands.status not in WAITING, -r.stands.days, order[r.stands.status], r.line.name))
    return Program(tuple(rows), asked, day, programs, _looked_at({row.line.id for row in rows}, day, asked))


def _looked_at(clients: set[UUID], day: date, asked: dict[str, Any]) -> tuple[int, int]:
    """Two statements; none where there is nobody."""
    if not clients:
        return 0, 0
    found = coverage_of_all(clients, day - timedelta(days=asked["quarter_days"]), day).values()
    return sum(one.observed for one in found), sum(one.sessions for one in found)


def _row(cells: tuple[Any, ...], day: date, asked: dict[str, Any]) -> Row:
    facts = Facts(*cells[18:])
    objective, target, text, name, programs, visits, level, watched, by_two = cells[9:18]
    return Row(
        Line(*cells[:9]), objective, target, text, name, programs or "", visits, level, watched, by_two, facts,
        stands(facts, day, asked),
    )  # fmt: skip
