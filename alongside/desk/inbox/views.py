"""The page of the inbox."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.desk.inbox import actions, queries


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """What one was told; for an administrator also what could not be carried out."""
    by = request.actor  # type: ignore[attr-defined]
    told = queries.inbox(by=by, on=by.staff_id)
    parked = queries.parked(by=by, on=by.agency_id) if by.may("desk.parked") else ()
    return TemplateResponse(request, "desk/inbox/inbox.html", {"told": told, "parked": parked, "here": "inbox"})


@require_POST
def acknowledge(request: HttpRequest, id: UUID) -> HttpResponse:
    actions.acknowledge(by=request.actor, on=id)  # type: ignore[attr-defined]
    return HttpResponseRedirect("/inbox/", status=303)
