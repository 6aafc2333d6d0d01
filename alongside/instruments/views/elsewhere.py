"""A response that was made elsewhere: looked at before anything is kept, then taken in; and its file as it came."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.documents.forms import packed
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.instruments import actions, queries
from alongside.instruments.forms import FileForm, TakeInForm
from alongside.instruments.queries.elsewhere import Look
from alongside.instruments.views.frame import frame, opened_for


@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: Request, client: UUID) -> HttpResponse:
    """GET: which file. POST with a file shows it; POST of what was shown takes it in."""
    consider(actions.take_in, by=request.actor, on=client)
    if "packed" in request.POST:
        return _take(request, client)
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        file, respondent = form.cleaned_data["file"], form.cleaned_data["respondent"]
        body = file.read()
        try:
            look = queries.weigh(by=request.actor, on=client, body=body, respondent=respondent)
            first = {"packed": packed(body), "file_name": file.name[:200], "respondent": respondent}
            return _page(request, look, TakeInForm(initial=first), respondent=respondent)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, queries.weigh(by=request.actor, on=client), form, status=422 if form.is_bound else 200)


@require_safe
def file(request: Request, id: UUID) -> HttpResponse:
    """The file, byte for byte."""
    name, body = queries.file(by=request.actor, on=id)
    answer = HttpResponse(body, content_type="application/fhir+json")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _take(request: Request, client: UUID) -> HttpResponse:
    form = TakeInForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        rest = {"respondent": said["respondent"], "file_name": said["file_name"]}
        try:
            made = actions.take_in(
                by=request.actor, on=client, opened_for=opened_for(request), body=said["packed"], **rest
            )
            return HttpResponseRedirect(reverse("answers", args=[made.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    again = FileForm(initial={"respondent": request.POST.get("respondent", "")})
    context: dict[str, Any] = {"failed": form}
    return _page(request, queries.weigh(by=request.actor, on=client), again, status=422, **context)


def _page(request: Request, look: Look, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
    context = frame(look.banner, "instruments.elsewhere.title") | {
        "look": look, "form": form, "faults": (), "on_call": (), "respondent": "self", **more,
    }  # fmt: skip
    return TemplateResponse(request, "instruments/elsewhere.html", context, status=status)
