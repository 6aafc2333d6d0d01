"""The decision: written, looked at once more, signed, written anew."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.assessments import queries
from alongside.assessments.actions import redraft, save, sign
from alongside.assessments.forms import DecisionForm
from alongside.assessments.views.frame import frame, opened_for
from alongside.assessments.wording import statement
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.webkit.fields import faults_into


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, id: UUID) -> HttpResponse:
    """Write it. Begins with what the records support; every word of it can be changed."""
    shown = queries.write(by=request.actor, on=id)  # type: ignore[attr-defined]
    if shown is None:
        return _back(id)
    begun = shown.suggested if shown.fresh else shown.decision
    posted = request.POST if request.method == "POST" else None
    form = DecisionForm(posted, initial={**asdict(begun), "saved": shown.saved})
    if form.is_valid():
        try:
            kept = save(
                by=request.actor, on=id, decision=form.decision(), based_on=form.cleaned_data["saved"],  # type: ignore[attr-defined]
                opened_for=opened_for(request),
            )  # fmt: skip
            if kept.aside is None:
                way = "assessments.signature" if "sign" in request.POST else "assessments.decision"
                said = "" if "sign" in request.POST else "?saved=1"
                return HttpResponseRedirect(reverse(way, args=[id]) + said, status=303)
            faults_into(form, Unacceptable(Fault("assessments.fault.older")))
        except Unacceptable as no:
            faults_into(form, no)
    context = frame(shown.client_id) | {"shown": shown, "form": form, "saved": request.GET.get("saved") == "1"}
    return TemplateResponse(request, "assessments/decision.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def signature(request: HttpRequest, id: UUID) -> HttpResponse:
    """The last look, and the signature."""
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            saved = request.POST.get("saved", "")
            count = int(saved) if saved.isascii() and saved.isdigit() and len(saved) < 9 else 0
            sign(by=request.actor, on=id, saved=count, opened_for=opened_for(request))  # type: ignore[attr-defined]
            return _back(id)
        except Unacceptable as no:
            faults = no.faults
    shown = queries.ready(by=request.actor, on=id)  # type: ignore[attr-defined]
    if shown is None:
        return _back(id)
    said = {"shown": shown, "statement": statement(shown.decision), "faults": faults or shown.missing}
    status = 422 if request.method == "POST" else 200
    return TemplateResponse(request, "assessments/signature.html", frame(shown.client_id) | said, status=status)


@require_POST
def draft(request: HttpRequest, id: UUID) -> HttpResponse:
    """A new version of what was signed."""
    redraft(by=request.actor, on=id, opened_for=opened_for(request))  # type: ignore[attr-defined]
    return HttpResponseRedirect(reverse("assessments.decision", args=[id]), status=303)


def _back(id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("assessments.assessment", args=[id]), status=303)
