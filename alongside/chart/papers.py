"""Pages of the record as PDF."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.chart import paper, queries
from alongside.foundation.messages import say
from alongside.foundation.webkit.late import PdfResponse


@require_safe
def objective(request: HttpRequest, id: UUID) -> HttpResponse:
    """The page of one objective, as it stands now."""
    actor = request.actor  # type: ignore[attr-defined]
    calendar = request.GET.get("axis") == "calendar"
    page = queries.objective_on_paper(by=actor, on=id, calendar=calendar)
    part = paper.objective(page, zone=actor.zone)
    whole = letterhead.paper(by=actor, title=say("chart.paper.title"), parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="objective")
