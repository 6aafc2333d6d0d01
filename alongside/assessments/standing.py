"""The entries of an analysis that stand: the newest of each number."""

from uuid import UUID

from alongside.assessments.models import Entry
from alongside.assessments.rules.entries import Standing


def standing(analysis_id: UUID) -> list[Standing]:
    """In the order of their numbers. One statement."""
    newest: dict[int, Entry] = {}
    for row in Entry.objects.filter(analysis=analysis_id).order_by("number", "at", "id"):
        newest[row.number] = row
    return [Standing(row.number, row.details) for row in newest.values() if row.details is not None]
