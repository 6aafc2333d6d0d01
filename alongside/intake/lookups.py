"""What the floors above ask about intakes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.intake.models import Summary


@dataclass(frozen=True)
class SummaryFacts:
    """A summary as it was signed and sent."""

    id: UUID
    number: int
    at: datetime


def summaries_of_client(client_id: UUID) -> tuple[SummaryFacts, ...]:
    """Every summary of findings of a client, newest first. One statement."""
    rows = Summary.objects.filter(client=client_id).order_by("-at", "-id")
    return tuple(SummaryFacts(row.pk, row.number, row.at) for row in rows)
