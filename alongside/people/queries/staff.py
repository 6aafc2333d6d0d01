"""On whose care teams a member of staff is, as far as the asker may know."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.lines import COLUMNS, Line
from alongside.people.visible import NEAR, bounds
from alongside.workforce.models import Staff

PLACES = f"""
select {COLUMNS}, w.id, w.part, w.began_on, w.ended_on
from people_teamplace w join people_client c on c.agency_id = w.agency_id and c.id = w.client_id
join parties_party p on p.agency_id = c.agency_id and p.id = c.party_id
where w.staff_id = %(staff)s and (w.ended_on is null or w.ended_on > %(today)s)
  and (%(everybody)s or c.id in ({NEAR}))
order by 6, 7, w.began_on limit 200
"""


@dataclass(frozen=True)
class StaffPlace:
    """A place on a client's care team, now or to come."""

    id: UUID
    line: Line
    part: str
    began_on: date
    ended_on: date | None

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return self.ended_on - timedelta(days=1) if self.ended_on else None


@query("people.places", on="workforce.Staff")
def places(*, by: Actor, on: Staff) -> tuple[StaffPlace, ...]:
    """Team places of a member of staff with those clients whom the asker may find. One statement."""
    day = today(by.zone)
    everybody, values = bounds(by, "people.find", day)
    with connection.cursor() as cursor:
        cursor.execute(PLACES, {**values, "staff": on.pk, "everybody": everybody})
        return tuple(StaffPlace(row[9], Line(*row[:9]), *row[10:]) for row in cursor.fetchall())
