"""A signed note on paper: as a page, and as a PDF."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from alongside import printing
from alongside.agencies import letterhead
from alongside.foundation.messages import say
from alongside.foundation.webkit.late import PdfResponse
from alongside.notes import paper, queries
from alongside.notes.views.frame import frame


@require_safe
def sheet(request: HttpRequest, id: UUID) -> HttpResponse:
    """The newest whole text with every signature and addendum; a draft has no paper."""
    note = queries.on_paper(by=request.actor, on=id)  # type: ignore[attr-defined]
    if note.text is None:
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    context = frame(request, note.banner, "notes.page.print") | {"note": note, "text": note.text, "printed_at": now()}
    return TemplateResponse(request, "notes/print.html", context | {"agency_name": note.agency})


@require_safe
def pdf(request: HttpRequest, id: UUID) -> HttpResponse:
    """The same as tagged PDF."""
    actor = request.actor  # type: ignore[attr-defined]
    note = queries.on_paper(by=actor, on=id)
    if note.text is None:
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    whole = letterhead.paper(by=actor, title=say("notes.print.title"), parts=[paper.part(note, zone=actor.zone)])
    return PdfResponse(request, partial(printing.pdf, whole), name="progress-note")
