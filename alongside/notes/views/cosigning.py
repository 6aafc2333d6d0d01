"""Co-signing what was on screen, and sending it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions, queries
from alongside.notes.forms import DigestForm, ReturnForm
from alongside.notes.queries.weighing import Weighed
from alongside.notes.views.checks import checks, faults_said
from alongside.notes.views.frame import frame
from alongside.sessions.wording import clock_said


@require_http_methods(["GET", "HEAD", "POST"])
def cosign(request: HttpRequest, id: UUID) -> HttpResponse:
    """GET: the note beside what its visit recorded. POST co-signs the digest that was on screen."""
    faults: list[tuple[str, str]] = []
    if request.method == "POST":
        form = DigestForm(request.POST)
        digest = form.cleaned_data["digest"] if form.is_valid() else ""
        try:
            actions.cosign(by=request.actor, on=id, opened_for=request.POST.get("client"), digest=digest)
            return HttpResponseRedirect("/to-cosign/", status=303)
        except Unacceptable as unacceptable:
            faults = faults_said(unacceptable.faults)
    page = _weighed(request, id)
    context = frame(request, page.banner, "notes.page.cosign") | {"page": page, "faults": faults, "here": "cosign"}
    context["clock_said"] = clock_said(page.clock)
    context["checks"] = checks(page.checked, page.text.above, None, links=False)
    return TemplateResponse(request, "notes/cosign.html", context, status=422 if faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request: HttpRequest, id: UUID) -> HttpResponse:
    """The form that sends a note back, and sending it."""
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = form.cleaned_data
            actions.give_back(
                by=request.actor, on=id, opened_for=request.POST.get("client"), digest=found["digest"],
                reason=found["reason"],
            )  # fmt: skip
            return HttpResponseRedirect("/to-cosign/", status=303)
        except Unacceptable as unacceptable:
            faults_into(form, unacceptable)
    page = _weighed(request, id)
    context = frame(request, page.banner, "notes.page.return") | {"page": page, "form": form, "here": "cosign"}
    return TemplateResponse(request, "notes/return.html", context, status=422 if form.is_bound else 200)


def _weighed(request: HttpRequest, id: UUID) -> Weighed:
    page = queries.weigh(by=request.actor, on=id)  # type: ignore[attr-defined]
    if page is None:
        raise Unacceptable(Fault("notes.fault.not_waiting.draft"))
    return page
