"""Pages to read: both plans, one version, two side by side, on paper; and the phases."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_safe

from alongside.agencies import lookups as agencies
from alongside.plans import queries, telling
from alongside.plans.forms import EndForm
from alongside.plans.views.frame import frame


@require_safe
def plans(request: HttpRequest, client: UUID) -> HttpResponse:
    shown = queries.plans_of(by=request.actor, on=client)
    context = frame(request, client, "plans") | {"shown": shown, "end_form": EndForm()}
    return TemplateResponse(request, "plans/plans.html", context)


@require_safe
def version(request: HttpRequest, version: UUID) -> HttpResponse:
    shown = queries.version(by=request.actor, on=version)
    context = frame(request, shown.row.client_id) | {"version": shown}
    return TemplateResponse(request, "plans/version.html", context)


@require_GET
def comparison(request: HttpRequest, plan: UUID) -> HttpResponse:
    old, new = (_number(request.GET.get(name, "")) for name in ("old", "new"))
    shown = queries.compare(by=request.actor, on=plan, old=old, new=new)
    pairs = telling.side_by_side(shown.old, shown.new)
    context = frame(request, shown.new.row.client_id) | {"shown": shown, "pairs": pairs}
    context["same"] = [pair for pair in pairs if not pair.changed]
    return TemplateResponse(request, "plans/comparison.html", context)


@require_safe
def paper(request: HttpRequest, version: UUID) -> HttpResponse:
    shown = queries.on_paper(by=request.actor, on=version).version
    context = frame(request, shown.row.client_id) | {
        "version": shown,
        "agency_name": agencies.name(request.actor.agency_id),
    }
    return TemplateResponse(request, "plans/paper.html", context)


@require_safe
def data_sheet(request: HttpRequest, version: UUID) -> HttpResponse:
    """A sheet to count on, where phones are not allowed: what is pinned first, then the rest."""
    shown = queries.on_paper(by=request.actor, on=version).version
    targets = sorted(shown.whole.targets, key=lambda target: (target.pinned == 0, target.pinned))
    context = frame(request, shown.row.client_id) | {
        "version": shown, "counted": targets, "rows": range(2), "cells": range(12), "sequences": range(8),
        "five": range(5), "agency_name": agencies.name(request.actor.agency_id),
    }  # fmt: skip
    return TemplateResponse(request, "plans/data_sheet.html", context)


def _number(typed: str) -> int | None:
    """A version's number from the address; anything else asks for the usual."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else None
