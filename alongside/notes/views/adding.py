"""An addendum to a signed note."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions, queries
from alongside.notes.forms import AddendumForm
from alongside.notes.views.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
def addendum(request: HttpRequest, id: UUID) -> HttpResponse:
    """The form beside the signed text, and adding what was written."""
    form = AddendumForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = form.cleaned_data
            actions.add(
                by=request.actor, on=id, opened_for=request.POST.get("client"), text=found["text"],
                reason=found["reason"],
            )  # fmt: skip
            return HttpResponseRedirect(f"/notes/{id}/", status=303)
        except Unacceptable as unacceptable:
            faults_into(form, unacceptable)
    note = queries.see(by=request.actor, on=id)
    context = frame(request, note.banner, "notes.page.addendum") | {"note": note, "form": form}
    return TemplateResponse(request, "notes/addendum.html", context, status=422 if form.is_bound else 200)
