"""The stream of observations: rows in, standing rows out. A row stands when nothing follows it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from alongside.behaviour.models import Observation
from alongside.foundation.planned import planned

COLUMNS = (
    "id uuid, session_id uuid, client_id uuid, target_id uuid, measure text, details jsonb, happened_at timestamptz,"
    " zone text, service_day date, observer_id uuid, second boolean, follows_id uuid, retracts boolean, reason text"
)
NAMES = ", ".join(column.split()[0] for column in COLUMNS.split(","))
INSERT = f"""
insert into behaviour_observation ({NAMES})
select {NAMES} from jsonb_to_recordset(%s::jsonb) as r({COLUMNS})
on conflict do nothing returning id
"""


@dataclass(frozen=True)
class Seen:
    """One thing seen, as it is handed in: `id` is made where it was seen; `measure` is the target's unless named."""

    id: UUID
    target_id: UUID
    details: dict[str, Any]
    happened_at: datetime
    measure: str = ""


@dataclass(frozen=True)
class Row:
    """One row of the stream. `succeeded`: another row follows it."""

    id: UUID
    session_id: UUID
    client_id: UUID
    target_id: UUID
    measure: str
    details: dict[str, Any]
    happened_at: datetime
    zone: str
    service_day: date
    observer_id: UUID
    second: bool = False
    follows_id: UUID | None = None
    retracts: bool = False
    reason: str = ""
    succeeded: bool = False

    @property
    def stands(self) -> bool:
        return not self.succeeded and not self.retracts

    def same_as(self, other: "Row") -> bool:
        """Whether both say the same, whatever followed since."""
        return replace(self, succeeded=False) == replace(other, succeeded=False)


def insert(rows: Sequence[Row]) -> set[UUID]:
    """Append rows in one statement. The ids that were new; those already there, or with a rival, are left out."""
    plain = json.dumps([vars(row) for row in rows], default=_written)
    with planned() as cursor:
        cursor.execute(INSERT, [plain])
        return {id for (id,) in cursor.fetchall()}


def by_ids(ids: Iterable[UUID]) -> dict[UUID, Row]:
    """Rows by id. One statement."""
    return {row.id: row for row in _rows(Observation.objects.filter(pk__in=list(ids)))}


def standing(session_id: UUID, *, second: bool | None = None, **of: Any) -> list[Row]:
    """Standing rows of a session in the order they happened, of one side, target or measure where named."""
    if second is not None:
        of["second"] = second
    rows = _rows(Observation.objects.filter(session=session_id, **of).order_by("happened_at", "received_at", "id"))
    return [row for row in rows if row.stands]


def standing_in(session_ids: Iterable[UUID]) -> list[Row]:
    """Standing rows of several sessions, both observers', in the order they happened."""
    found = Observation.objects.filter(session__in=list(session_ids))
    return [row for row in _rows(found.order_by("happened_at", "received_at", "id")) if row.stands]


def _rows(found: QuerySet[Observation]) -> list[Row]:
    later = Observation.objects.filter(follows=OuterRef("pk"))
    names = [name.strip() for name in NAMES.split(",")]
    return [Row(**values) for values in found.annotate(succeeded=Exists(later)).values(*names, "succeeded")]


def _written(value: Any) -> str:
    """Ids, days, and moments to the microsecond, as PostgreSQL reads them."""
    return value.isoformat() if isinstance(value, date) else str(value)
