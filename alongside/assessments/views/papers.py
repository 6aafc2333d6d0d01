"""Assessments and structured analyses as PDF."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.assessments import paper, queries
from alongside.foundation.messages import say
from alongside.foundation.webkit.late import PdfResponse
from alongside.people.banner import banner
from alongside.printing import Part


@require_safe
def assessment(request: HttpRequest, id: UUID) -> HttpResponse:
    """What the records say and what was decided, as it stands now."""
    shown = queries.on_paper(by=request.actor, on=id)  # type: ignore[attr-defined]
    part = paper.assessment(shown, banner(shown.client_id), zone=request.actor.zone)  # type: ignore[attr-defined]
    return _printed(request, part, say("assessments.paper.title"), "functional-assessment")


@require_safe
def analysis(request: HttpRequest, id: UUID) -> HttpResponse:
    """A structured analysis with its entries."""
    shown = queries.analysis_on_paper(by=request.actor, on=id)  # type: ignore[attr-defined]
    part = paper.analysis(shown, banner(shown.client_id))
    return _printed(request, part, say(f"assessments.kind.{shown.kind}"), "structured-analysis")


def _printed(request: HttpRequest, part: Part, title: str, name: str) -> HttpResponse:
    whole = letterhead.paper(by=request.actor, title=title, parts=[part])  # type: ignore[attr-defined]
    return PdfResponse(request, partial(printing.pdf, whole), name=name)
