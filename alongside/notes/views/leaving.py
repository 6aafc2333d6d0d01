"""What arrived after signing: the page that asks its author, and leaving the note as it is."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions, queries
from alongside.notes.forms import LeaveForm
from alongside.notes.views.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
def arrived(request: HttpRequest, id: UUID) -> HttpResponse:
    """An addendum, or the reason why none is needed. Where nothing waits, there is nothing to ask."""
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave(by=request.actor, on=id, opened_for=request.POST.get("client"), **form.cleaned_data)
            return HttpResponseRedirect(f"/notes/{id}/", status=303)
        except Unacceptable as unacceptable:
            faults_into(form, unacceptable)
    note = queries.see(by=request.actor, on=id)
    if not form.is_bound and not (note.arrived and note.mine):
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    context = frame(request, note.banner, "notes.arrived.title") | {"note": note, "form": form}
    return TemplateResponse(request, "notes/arrived.html", context, status=422 if form.is_bound else 200)
