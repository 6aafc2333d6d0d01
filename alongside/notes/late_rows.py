"""What was received of a visit after a moment, row by row: what it is, when it was recorded, when it came here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from alongside.workforce.lookups import names

# Kinds are codes of notes.arrived.kind. A correction says when it came here, and nothing of when it was made.
RECEIVED = """
select case when retracts then 'taken_back' when follows_id is not null then 'corrected'
            when second then 'second' else 'observed' end as kind, happened_at as at, received_at, observer_id as staff
from behaviour_observation where session_id = %(session)s and received_at > %(since)s
union all select 'notice', at, received_at, staff_id
from behaviour_notice where session_id = %(session)s and received_at > %(since)s
union all select 'token', at, received_at, staff_id
from behaviour_token where session_id = %(session)s and received_at > %(since)s
union all select 'exchange', at, received_at, staff_id
from behaviour_exchange where session_id = %(session)s and received_at > %(since)s
union all select case when undone then 'strategy_undone' else 'strategy' end, at, received_at, staff_id
from behaviour_strategyuse where session_id = %(session)s and received_at > %(since)s
union all select 'deviation', at, received_at, staff_id
from behaviour_deviation where session_id = %(session)s and received_at > %(since)s
union all select 'help', at, received_at, staff_id
from living_helped where session_id = %(session)s and received_at > %(since)s
union all select 'technique', at, received_at, staff_id
from skills_techniqueuse where session_id = %(session)s and received_at > %(since)s
union all select 'crisis', began_at, received_at, staff_id
from incidents_crisis where session_id = %(session)s and received_at > %(since)s
"""
TABLES = (
    "behaviour_observation", "behaviour_notice", "behaviour_token", "behaviour_exchange", "behaviour_strategyuse",
    "behaviour_deviation", "living_helped", "skills_techniqueuse",
)  # fmt: skip
CHANGES = ("corrected", "taken_back")
MOST = 200


@dataclass(frozen=True)
class Late:
    """One of them. `before`: recorded, by the clock of its device, before the note was signed, by that of its own."""

    kind: str
    at: datetime
    received_at: datetime
    who: str
    before: bool

    @property
    def is_change(self) -> bool:
        return self.kind in CHANGES


def received_after(session_id: UUID, moment: datetime) -> int:
    """How many. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from ({RECEIVED}) received", {"session": session_id, "since": moment})
        [count] = cursor.fetchone()
    return int(count)


def session_of(row_id: UUID) -> UUID | None:
    """Which visit a row of these tables is of. One statement."""
    found = " union all ".join(f"select session_id from {table} where id = %(row)s" for table in TABLES)
    with connection.cursor() as cursor:
        cursor.execute(found, {"row": row_id})
        row = cursor.fetchone()
    return row[0] if row else None


def late_rows(session_id: UUID, since: datetime, *, signed_at: datetime) -> tuple[Late, ...]:
    """The first of them, as they came. Two statements."""
    with connection.cursor() as cursor:
        cursor.execute(f"{RECEIVED} order by received_at, at limit {MOST}", {"session": session_id, "since": since})
        rows = cursor.fetchall()
    who = names({row[3] for row in rows})
    return tuple(_late(rows, who, signed_at))


def _late(rows: Iterable[tuple[str, datetime, datetime, UUID]], who: dict[UUID, str], at: datetime) -> Iterable[Late]:
    for kind, recorded, received, staff in rows:
        yield Late(kind, recorded, received, who.get(staff, ""), recorded <= at)
