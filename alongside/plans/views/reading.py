"""Pages to read: both plans, one version, two side by side, on paper; and the phases."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.agencies import lookups as agencies
from alongside.foundation.errors import NotHere
from alongside.foundation.messages import say
from alongside.foundation.webkit.late import PdfResponse
from alongside.people.banner import banner
from alongside.plans import paper as paper_
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
    shown = queries.on_paper(by=request.actor, on=version)
    context = frame(request, shown.row.client_id) | {
        "version": shown,
        "agency_name": agencies.name(request.actor.agency_id),
    }
    return TemplateResponse(request, "plans/paper.html", context)


@require_safe
def pdf(request: HttpRequest, version: UUID) -> HttpResponse:
    """A version as PDF, with lines to sign on."""
    shown = queries.on_paper(by=request.actor, on=version)
    part = paper_.part(shown, banner(shown.row.client_id), zone=request.actor.zone)
    whole = letterhead.paper(by=request.actor, title=say(f"plans.kind.{shown.row.kind}"), parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="plan")


@require_safe
def card_pdf(request: HttpRequest, version: UUID) -> HttpResponse:
    """The card of a version as PDF. Raises NotHere for a plan without one."""
    shown = queries.on_paper(by=request.actor, on=version)
    if not shown.whole.card:
        raise NotHere("plans.PlanVersion")
    part = paper_.card(shown, banner(shown.row.client_id))
    whole = letterhead.paper(by=request.actor, title=say("plans.card.title"), parts=[part])
    return PdfResponse(request, partial(printing.pdf, whole), name="plan-card")


@require_safe
def data_sheet(request: HttpRequest, version: UUID) -> HttpResponse:
    """A sheet to count on, where phones are not allowed: what is pinned first, then the rest."""
    shown = queries.on_paper(by=request.actor, on=version)
    targets = sorted(shown.whole.targets, key=lambda target: (target.pinned == 0, target.pinned))
    context = frame(request, shown.row.client_id) | {
        "version": shown, "counted": targets, "rows": range(2), "cells": range(12), "sequences": range(8),
        "five": range(5), "agency_name": agencies.name(request.actor.agency_id),
    }  # fmt: skip
    return TemplateResponse(request, "plans/data_sheet.html", context)


def _number(typed: str) -> int | None:
    """A version's number from the address; anything else asks for the usual."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else None
