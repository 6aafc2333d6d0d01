"""Signatures and reviews of a version."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.plans import actions, queries
from alongside.plans.forms.signing import ReviewForm, SignatureForm
from alongside.plans.views.frame import frame, opened_for


@require_http_methods(["GET", "HEAD", "POST"])
def signatures(request: HttpRequest, version: UUID) -> HttpResponse:
    """Who signed and who has to; a signature, a refusal or a try is noted."""
    shown = queries.signatures(by=request.actor, on=version)
    form = SignatureForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()), contacts=shown.contacts,
        initial={"capacity": request.GET.get("capacity", "")[:20], "how": "device"},
    )  # fmt: skip
    if request.method == "POST":
        consider(actions.note_signature, by=request.actor, on=version)
    if form.is_valid():
        try:
            actions.note_signature(
                by=request.actor, on=version, base=request.POST.get("base", ""), **form.signature(),
                opened_for=opened_for(request),
            )  # fmt: skip
            return HttpResponseRedirect(reverse("plans.signatures", args=[version]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = frame(request, shown.row.client_id) | {"shown": shown, "form": form, "faults": ()}
    return TemplateResponse(request, "plans/signatures.html", context, status=422 if form.errors else 200)


@require_POST
def own(request: HttpRequest, version: UUID) -> HttpResponse:
    """The clinician, or the prescriber, signs."""
    actions.sign(
        by=request.actor, on=version, base=request.POST.get("base", ""),
        capacity=request.POST.get("capacity", "clinician")[:20], opened_for=opened_for(request),
    )  # fmt: skip
    return HttpResponseRedirect(reverse("plans.signatures", args=[version]), status=303)


@require_safe
def scan(request: HttpRequest, signature: UUID) -> HttpResponse:
    """The scanned paper of a signature."""
    _, kind, content = queries.scan(by=request.actor, on=signature)
    headers = {"Content-Disposition": "attachment; filename=signed" + ENDINGS.get(kind, "")}
    return HttpResponse(content, content_type=kind, headers=headers)


ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@require_http_methods(["GET", "HEAD", "POST"])
def reviews(request: HttpRequest, version: UUID) -> HttpResponse:
    """How a version was looked over; it is looked over now."""
    shown = queries.reviews(by=request.actor, on=version)
    form = ReviewForm(*_posted(request), objectives=shown.objectives, initial=_initial(shown))
    if request.method == "POST":
        consider(actions.hold_review, by=request.actor, on=version)
    if form.is_valid():
        try:
            actions.hold_review(by=request.actor, on=version, **form.review(), opened_for=opened_for(request))
            return HttpResponseRedirect(reverse("plans.reviews", args=[version]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = frame(request, shown.version.row.client_id) | {"shown": shown, "form": form, "faults": ()}
    return TemplateResponse(request, "plans/reviews.html", context, status=422 if form.errors else 200)


def _posted(request: HttpRequest) -> tuple[Any, ...]:
    return (request.POST,) if request.method == "POST" else ()


def _initial(shown: Any) -> dict[str, Any]:
    verdicts = {f"verdict-{id}": "continue" for id, _ in shown.objectives}
    return {"reviewed_on": shown.today, "cause": "due", "decision": "continue", **verdicts}
