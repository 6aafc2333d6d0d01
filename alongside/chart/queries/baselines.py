"""Several series on one picture: across clients, settings or behaviors; and the effect between cases."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.outcomes.conditions import conditions
from alongside.outcomes.reading.conditions import Condition, compared
from alongside.people.lines import COLUMNS, Line
from alongside.people.visible import NEAR, bounds
from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts

MOST = 400
OFFERED = f"""
select {COLUMNS}, t.id, t.name, t.improvement, t.measure
from plans_target t
join people_client c on c.agency_id = t.agency_id and c.id = t.client_id
join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
where t.began_at is not null and t.measure <> 'abc' and c.discharged_on is null
  and (%(everybody)s or c.id in ({NEAR}))
  and exists (select from plans_phase f where f.agency_id = t.agency_id and f.target_id = t.id
              and f.condition = 'baseline' and f.withdrawn_at is null)
order by 7, 6, c.id, t.name limit {MOST}
"""


@dataclass(frozen=True)
class Offered:
    """A series that may be chosen: it has a baseline."""

    line: Line
    target_id: UUID
    name: str
    improvement: str
    measure: str


@dataclass(frozen=True)
class Series:
    """One series with its phases."""

    client_id: UUID
    target: TargetFacts
    conditions: tuple[Condition, ...]

    @property
    def pair(self) -> tuple[Condition, Condition] | None:
        """The baseline and the intervention right after it."""
        found = [c for c in self.conditions if c.values]
        begun = next((n for n, c in enumerate(found) if c.kind == "baseline"), None)
        after = found[begun + 1 :] if begun is not None else []
        return (found[begun], after[0]) if begun is not None and after and compared(found) else None


@query("chart.baselines", on="workforce.Staff")
def baselines(*, by: Actor, on: Any) -> tuple[Offered, ...]:
    """The series of the clients whom one may see, by client. One statement."""
    everybody, values = bounds(by, "people.see", today(by.zone))
    with connection.cursor() as cursor:
        cursor.execute(OFFERED, {**values, "everybody": everybody})
        return tuple(Offered(Line(*row[:9]), *row[9:]) for row in cursor.fetchall())


@query("chart.series", on="plans.Target")
def series(*, by: Actor, on: Any) -> Series:
    """One series for a picture of several. Four statements."""
    target = plans.target(on.pk)
    assert target is not None
    found = conditions(on.client_id, [target], plans.phases_of(on.client_id, on.pk))[on.pk]
    return Series(on.client_id, target, found)
