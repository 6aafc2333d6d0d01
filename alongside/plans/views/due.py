"""The page of plans that are due."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.foundation.webkit.request import Request
from alongside.plans import queries

STATES = ("overdue", "soon", "decided")
MOST = 100


@require_safe
def due(request: Request) -> HttpResponse:
    """Plans to look over and to sign: the agency's for who may see them all, else one's own clients'."""
    by = request.actor
    found = (
        queries.all_due(by=by, on=by.agency_id) if by.may("plans.all_due") else queries.due(by=by, on=by.staff_id)
    )  # fmt: skip
    lists = [(state, found.reviewed(state)) for state in STATES]
    context = {
        "here": "outcomes", "page": found, "unsigned": found.unsigned[:MOST], "most": MOST,
        "more_unsigned": max(0, len(found.unsigned) - MOST),
        "lists": [(state, rows[:MOST], max(0, len(rows) - MOST)) for state, rows in lists if rows],
    }  # fmt: skip
    return TemplateResponse(request, "plans/due.html", context)
