"""Records that were opened by break-glass, and looking at each."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.foundation.webkit.request import Request
from alongside.people import actions, queries
from alongside.people.forms.clients import ReviewGlass, Spot
from alongside.people.views.asking import Ask, asked, row_of

SPOT = Ask("spot", Spot, queries.spot, danger=True)
REVIEW = Ask("review", ReviewGlass, actions.review_glass)


def glasses(request: Request) -> HttpResponse:
    """Who opened whose record, and what was said about it."""
    by = request.actor
    lines = queries.glasses(by=by, on=by.agency_id)
    return TemplateResponse(request, "people/glasses.html", {"lines": lines, "here": "glass"})


def spot(request: Request) -> HttpResponse:
    """Say exactly whose record must be opened; why is asked next."""
    by = request.actor

    def act(values: dict[str, Any]) -> str:
        return f"/clients/{queries.spot(by=by, on=by.agency_id, **values)}/glass/"

    return asked(request, SPOT, on=by.agency_id, about=None, act=act, back="/clients/", here="clients")


def review(request: Request, id: UUID) -> HttpResponse:
    """Say whether opening a record was right."""
    by = request.actor
    line = row_of(queries.glasses(by=by, on=by.agency_id), id)

    def act(values: dict[str, Any]) -> None:
        actions.review_glass(by=by, on=id, opened_for=request.POST.get("client", ""), **values)

    page = {"client": line.client_id, "name": line.who, "glass": line}
    return asked(request, REVIEW, on=id, about=line, act=act, back="/glass/", **page)
