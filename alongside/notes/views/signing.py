"""Signing: the last look at the text, and the reason for a likeness."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions, queries
from alongside.notes.forms import LikenessForm, SignForm
from alongside.notes.views.checks import faults_said
from alongside.notes.views.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, id: UUID) -> HttpResponse:
    """GET: the text as it would be signed, and what stands in the way. POST signs what was on screen."""
    form, faults = SignForm(request.POST or None), []
    if request.method == "POST" and form.is_valid():
        try:
            actions.sign(
                by=request.actor, on=id, opened_for=request.POST.get("client"), saved=form.cleaned_data["saved"]
            )
            return HttpResponseRedirect(f"/notes/{id}/?signed=1", status=303)
        except Unacceptable as unacceptable:
            faults = faults_said(unacceptable.faults)
    page = queries.ready(by=request.actor, on=id)
    if page is None:
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    context = {"page": page, "faults": faults or faults_said(page.faults), "form": form}
    context |= frame(request, page.banner, "notes.page.sign")
    return TemplateResponse(request, "notes/sign.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def likeness(request: HttpRequest, id: UUID) -> HttpResponse:
    """This note beside the one that it is most like; POST keeps the reason."""
    form = LikenessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = form.cleaned_data
            actions.explain(
                by=request.actor, on=id, opened_for=request.POST.get("client"), like=found["like"],
                reason=found["reason"],
            )  # fmt: skip
            return HttpResponseRedirect(f"/notes/{id}/", status=303)
        except Unacceptable as unacceptable:
            faults_into(form, unacceptable)
    page = queries.compare(by=request.actor, on=id)
    if page is None:
        return HttpResponseRedirect(f"/notes/{id}/", status=303)
    status = 422 if form.is_bound else 200
    context = frame(request, page.banner, "notes.page.likeness") | {"page": page, "form": form}
    return TemplateResponse(request, "notes/likeness.html", context, status=status)
