"""A session that was kept elsewhere until now, as it is handed in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Elsewhere:
    """`id` is made by the caller, the same each time the same session is handed in. `zone` is an IANA name."""

    id: UUID
    staff_id: UUID
    programme_id: UUID
    began_at: datetime
    ended_at: datetime
    zone: str
    visit_id: UUID | None = None
    site_id: UUID | None = None
    place: str = ""
