"""Small facts about reports for the floors above."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.reports.models import Report


@dataclass(frozen=True)
class ReportFacts:
    id: UUID
    reader: str
    addressee: str
    first_day: date
    last_day: date


def signed_reports(client_id: UUID, *, most: int = 50) -> list[ReportFacts]:
    """A client's signed reports, newest first. One statement."""
    rows = Report.objects.filter(client=client_id, state="signed").order_by("-last_day", "-id")[:most]
    return [ReportFacts(row.pk, row.reader, row.addressee, row.first_day, row.last_day) for row in rows]
