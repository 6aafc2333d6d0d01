"""A signed note on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from alongside.notes import queries
from alongside.notes.views.frame import frame


@require_safe
def sheet(request: HttpRequest, id: UUID) -> HttpResponse:
    """The newest whole text with every signature and addendum; a draft has no paper."""
    note = queries.see(by=request.actor, on=id)  # type: ignore[attr-defined]
    if note.text is None:
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    context = frame(request, note.banner, "notes.page.print") | {"note": note, "text": note.text, "printed_at": now()}
    return TemplateResponse(request, "notes/print.html", context | {"agency_name": note.agency})
