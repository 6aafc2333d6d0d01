"""The page of the thread from a client's goals to visits and notes."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from alongside.chart import queries
from alongside.plans.views.frame import pages


@require_safe
def thread(request: HttpRequest, client: UUID) -> HttpResponse:
    page = queries.thread_of(by=request.actor, on=client)  # type: ignore[attr-defined]
    context = {
        "banner": page.banner, "client": page.banner, "here": "clients", "here_tab": "plans", "here_page": "thread",
        "pages": pages(request, client), "page": page,
    }  # fmt: skip
    return TemplateResponse(request, "chart/thread.html", context)
