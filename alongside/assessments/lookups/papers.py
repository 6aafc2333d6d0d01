"""Assessments and structured analyses of a client, as lines of a list."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.assessments.models import About, Analysis, Assessment


@dataclass(frozen=True)
class PaperFacts:
    """One of them: what it is about, and the last day it looks at, or the day on which it was arranged (UTC)."""

    id: UUID
    kind: str
    about: str
    day: date


def assessments_of(client_id: UUID) -> tuple[PaperFacts, ...]:
    """Every assessment of a client, newest first. Two statements."""
    names: dict[UUID, list[str]] = {}
    about = About.objects.filter(client=client_id).order_by("-first", "id")
    for assessment, name in about.values_list("assessment_id", "target__name"):
        names.setdefault(assessment, []).append(name)
    rows = Assessment.objects.filter(client=client_id).order_by("-until", "-id")
    return tuple(PaperFacts(row.pk, "", ", ".join(names.get(row.pk, ())), row.until) for row in rows)


def analyses_of(client_id: UUID) -> tuple[PaperFacts, ...]:
    """Every structured analysis of a client, newest first. One statement."""
    rows = Analysis.objects.filter(client=client_id).order_by("-opened_at", "-id")
    return tuple(PaperFacts(row.pk, row.kind, row.title, row.opened_at.date()) for row in rows)
