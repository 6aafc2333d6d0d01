"""The checklist of a version, and a check, as PDF."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.fidelity import paper, queries
from alongside.foundation.webkit.late import PdfResponse
from alongside.printing import Part


@require_safe
def checklist(request: HttpRequest, version: UUID) -> HttpResponse:
    """To score by hand."""
    shown = queries.checklist_on_paper(by=request.actor, on=version)  # type: ignore[attr-defined]
    return _printed(request, paper.checklist(shown), "fidelity-checklist")


@require_safe
def check(request: HttpRequest, check: UUID) -> HttpResponse:
    """As it was scored."""
    shown = queries.check_on_paper(by=request.actor, on=check)  # type: ignore[attr-defined]
    return _printed(request, paper.check(shown, zone=request.actor.zone), "fidelity-check")  # type: ignore[attr-defined]


def _printed(request: HttpRequest, part: Part, name: str) -> HttpResponse:
    whole = letterhead.paper(by=request.actor, title=part.title, parts=[part])  # type: ignore[attr-defined]
    return PdfResponse(request, partial(printing.pdf, whole), name=name)
