"""The cover brief, for somebody who never met the client."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.foundation.messages import say
from alongside.plans import queries
from alongside.plans.views.frame import frame


@require_safe
def cover(request: HttpRequest, client: UUID) -> HttpResponse:
    """Two minutes to read, three questions; each answer stands beneath its question until somebody looks."""
    found = queries.cover(by=request.actor, on=client)
    context = frame(request, client, "plan_card") | {"cover": found, "page_title": say("plans.cover.title")}
    return TemplateResponse(request, "plans/cover.html", context)
