"""A visit that was kept elsewhere until now, as it is handed in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Elsewhere:
    """`outside_ref` is its id there. `called_off` is "" or cancelled, no-show, rescheduled."""

    outside_ref: str
    staff_id: UUID
    programme_id: UUID
    begins_at: datetime
    ends_at: datetime
    zone: str
    site_id: UUID | None = None
    place: str = ""
    called_off: str = ""
