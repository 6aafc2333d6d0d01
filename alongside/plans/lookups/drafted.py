"""Templates of an agency's own that nobody decided on yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.plans.models import OwnDecision, OwnEdition
from alongside.workforce.lookups import names

MOST = 50


@dataclass(frozen=True)
class Started:
    """An edition that nobody decided on yet."""

    id: UUID
    name: str
    function: str
    band: str
    number: int
    author: str
    began_at: datetime


def templates_at_work() -> tuple[Started, ...]:
    """The newest first, of no client: for whoever may read the library. Two statements."""
    decided = OwnDecision.objects.values("edition")
    rows = list(OwnEdition.objects.select_related("template").exclude(pk__in=decided).order_by("-at")[:MOST])
    called = names({row.made_by_id for row in rows}) if rows else {}
    return tuple(
        Started(row.pk, row.template.name, row.template.function, row.template.band, row.number,
                called[row.made_by_id], row.at)
        for row in rows
    )  # fmt: skip
