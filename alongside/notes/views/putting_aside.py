"""Putting a draft aside, and taking it up again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions, queries
from alongside.notes.forms import AsideForm
from alongside.notes.views.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
def put_aside(request: HttpRequest, id: UUID) -> HttpResponse:
    """The form that asks why, and putting it aside. Without a draft there is nothing to ask."""
    form = AsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.put_aside(by=request.actor, on=id, opened_for=request.POST.get("client"), **form.cleaned_data)
            return HttpResponseRedirect("/to-sign/", status=303)
        except Unacceptable as unacceptable:
            faults_into(form, unacceptable)
    page = queries.work(by=request.actor, on=id)
    if page is None:
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    context = frame(request, page.banner, "notes.page.aside") | {"page": page, "form": form}
    return TemplateResponse(request, "notes/aside.html", context, status=422 if form.is_bound else 200)


@require_POST
def take_up(request: HttpRequest, id: UUID) -> HttpResponse:
    """Go on with a note that was put aside."""
    actions.take_up(by=request.actor, on=id, opened_for=request.POST.get("client"))
    return HttpResponseRedirect(f"/notes/{id}/", status=303)
