"""The pages of one client's record."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from alongside.chart import queries
from alongside.living import queries as living


def overview(request: HttpRequest, client: UUID) -> HttpResponse:
    now = timezone.now()
    page = queries.overview(by=request.actor, on=client, now=now)  # type: ignore[attr-defined]
    return shown(request, "overview", page.banner, page=page)


def behaviors(request: HttpRequest, client: UUID) -> HttpResponse:
    banner, rows = queries.behaviors(by=request.actor, on=client)  # type: ignore[attr-defined]
    return shown(request, "behavior", banner, template="behaviors", rows=rows)


def graph(request: HttpRequest, target: UUID) -> HttpResponse:
    calendar = request.GET.get("axis") == "calendar"
    page = queries.graph(by=request.actor, on=target, calendar=calendar)  # type: ignore[attr-defined]
    return shown(request, "behavior", page.banner, template="graph_page", page=page, calendar=calendar)


def timeline(request: HttpRequest, client: UUID) -> HttpResponse:
    page = queries.timeline(by=request.actor, on=client, before=moment(request))  # type: ignore[attr-defined]
    return shown(request, "timeline", page.banner, page=page)


def daily_living(request: HttpRequest, client: UUID) -> HttpResponse:
    page = living.see(by=request.actor, on=client)  # type: ignore[attr-defined]
    return shown(request, "living", page.banner, page=page)


def notes(request: HttpRequest, client: UUID) -> HttpResponse:
    page = queries.notes(by=request.actor, on=client, before=moment(request))  # type: ignore[attr-defined]
    return shown(request, "notes", page.banner, page=page)


def moment(request: HttpRequest) -> datetime | None:
    """`?before=`: where a list goes on. What is no moment with a zone is as if it were not there."""
    try:
        found = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        return None
    return found if found is not None and found.tzinfo else None


def shown(request: HttpRequest, tab: str, banner: Any, *, template: str = "", **context: Any) -> HttpResponse:
    """A page of the record, with the banner and its tabs."""
    around = {"banner": banner, "client": banner, "here": "clients", "here_tab": tab}
    return TemplateResponse(request, f"chart/{template or tab}.html", around | context)
