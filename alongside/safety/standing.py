"""How watches stand now: until when, or over. Derived from rows; nothing is kept twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.safety.models import CheckIn, Watch
from alongside.sessions.models import Ending


@dataclass(frozen=True)
class Out:
    """Somebody out there. `due_at` counts the last word."""

    id: UUID
    session_id: UUID
    client_id: UUID
    staff_id: UUID
    due_at: datetime
    began_at: datetime
    place: str
    zone: str

    def is_overdue(self, now: datetime) -> bool:
        return self.due_at < now


def going_on(rows: QuerySet[Watch] | None = None) -> list[Out]:
    """Watches that are not over, the first due first: no word that ended them, and the session runs. One statement."""
    word = CheckIn.objects.filter(watch=OuterRef("pk")).order_by("-at", "-id")
    found = (Watch.objects.all() if rows is None else rows).annotate(
        word=Subquery(word.values("id")[:1]), word_due=Subquery(word.values("due_at")[:1]),
        over=Exists(Ending.objects.filter(session=OuterRef("session"))), due=Coalesce(F("word_due"), F("due_at")),
    )  # fmt: skip
    lasting = found.filter(over=False).exclude(word__isnull=False, word_due=None)
    return [_out(row) for row in lasting.select_related("session__site").order_by("due", "id")]


def _out(row: Watch) -> Out:
    session = row.session
    place = ", ".join(part for part in (session.site.name if session.site else "", session.place) if part)
    return Out(
        row.pk, row.session_id, row.client_id, row.staff_id, row.due, row.began_at, place, session.zone  # type: ignore[attr-defined]
    )  # fmt: skip
