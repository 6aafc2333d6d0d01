"""A published version as PDF: all of it, its card, its crisis page, sheets to count on."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.foundation.errors import NotHere
from alongside.foundation.messages import say
from alongside.foundation.webkit.late import PdfResponse
from alongside.people.lookups import banner
from alongside.plans import paper, queries
from alongside.printing import Part


@require_safe
def whole(request: HttpRequest, version: UUID) -> HttpResponse:
    """All that it says and what stands on it, with lines for signatures that are missing."""
    found = queries.on_paper(by=request.actor, on=version, stood=True)  # type: ignore[attr-defined]
    row = found.version.row
    part = paper.part(found, banner(row.client_id), zone=request.actor.zone)  # type: ignore[attr-defined]
    return _printed(request, [part], say(f"plans.kind.{row.kind}"), "plan")


@require_safe
def card(request: HttpRequest, version: UUID) -> HttpResponse:
    """Its card. Raises NotHere for a plan without one."""
    shown = queries.on_paper(by=request.actor, on=version).version  # type: ignore[attr-defined]
    if not shown.whole.card:
        raise NotHere("plans.PlanVersion")
    return _printed(request, [paper.card(shown, banner(shown.row.client_id))], say("plans.card.title"), "plan-card")


@require_safe
def crisis(request: HttpRequest, version: UUID) -> HttpResponse:
    """What to do in a crisis, and whom to call. Raises NotHere for a treatment plan, which has no such steps."""
    found = queries.on_paper(by=request.actor, on=version, on_call=True)  # type: ignore[attr-defined]
    row = found.version.row
    if row.kind != "behaviour":
        raise NotHere("plans.PlanVersion")
    return _printed(request, [paper.crisis(found, banner(row.client_id))], say("plans.crisis_page.title"), "crisis")


@require_safe
def sheets(request: HttpRequest, version: UUID) -> HttpResponse:
    """Sheets to fill in by hand."""
    shown = queries.on_paper(by=request.actor, on=version).version  # type: ignore[attr-defined]
    parts = paper.sheets(shown, banner(shown.row.client_id))
    return _printed(request, parts, say("plans.sheet.title"), "data-sheets")


def _printed(request: HttpRequest, parts: Sequence[Part], title: str, name: str) -> HttpResponse:
    made = letterhead.paper(by=request.actor, title=title, parts=parts)  # type: ignore[attr-defined]
    return PdfResponse(request, partial(printing.pdf, made), name=name)
