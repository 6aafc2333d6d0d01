"""Structured analyses: arranged, entered, drawn."""

from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.assessments import actions, queries
from alongside.assessments.forms import ArrangeForm, details_of, entry_form
from alongside.assessments.views.frame import frame, opened_for
from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into


@require_http_methods(["GET", "HEAD", "POST"])
def arranging(request: HttpRequest, client: UUID) -> HttpResponse:
    """A new structured analysis."""
    consider(actions.arrange, by=request.actor, on=client)  # type: ignore[attr-defined]
    shown = queries.list_(by=request.actor, on=client)  # type: ignore[attr-defined]
    posted = request.POST if request.method == "POST" else None
    form = ArrangeForm(posted, targets=[(str(one.id), one.name) for one in shown.targets])
    if form.is_valid():
        given = {
            **form.cleaned_data,
            "target": UUID(form.cleaned_data["target"]) if form.cleaned_data["target"] else None,
        }
        try:
            made = actions.arrange(by=request.actor, on=client, **given, opened_for=opened_for(request))  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("assessments.analysis", args=[made.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "assessments/arranging.html", frame(client) | {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def analysis(request: HttpRequest, id: UUID) -> HttpResponse:
    """What was entered and what it comes to; POST enters the next trial or session."""
    shown = queries.look(by=request.actor, on=id)  # type: ignore[attr-defined]
    posted = request.POST if request.method == "POST" else None
    day = today(request.actor.zone)  # type: ignore[attr-defined]
    form = entry_form(shown.kind, shown.names, posted, left=shown.left, initial={"done_on": day})
    if posted is not None:
        consider(actions.enter, by=request.actor, on=id)  # type: ignore[attr-defined]
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.enter(
                by=request.actor, on=id, details=details_of(shown.kind, shown.names, given), done_on=given["done_on"],  # type: ignore[attr-defined]
                opened_for=opened_for(request),
            )  # fmt: skip
            return _back(id)
        except Unacceptable as no:
            _beside(form, no)
    context = frame(shown.client_id) | {"shown": shown, "form": form}
    return TemplateResponse(request, "assessments/analysis.html", context, status=422 if form.errors else 200)


@require_POST
def entry(request: HttpRequest, id: UUID, number: int) -> HttpResponse:
    """An entry is taken back."""
    shown = queries.look(by=request.actor, on=id)  # type: ignore[attr-defined]
    if number not in shown.days:
        raise Unacceptable(Fault("assessments.fault.no_entry", "number"))
    actions.enter(
        by=request.actor, on=id, details=None, done_on=shown.days[number][0], number=number,  # type: ignore[attr-defined]
        opened_for=opened_for(request),
    )  # fmt: skip
    return _back(id)


@require_POST
def ranking(request: HttpRequest, id: UUID) -> HttpResponse:
    """Its ranking is kept with what the client works for."""
    actions.keep(by=request.actor, on=id, opened_for=opened_for(request))  # type: ignore[attr-defined]
    return _back(id)


def _beside(form: Form, no: Unacceptable) -> None:
    """The order's fault stands beside the first place; the others beside their fields."""
    places = {"order": "place_1"}
    faults_into(form, Unacceptable([Fault(f.code, places.get(f.field, f.field), f.values) for f in no.faults]))


def _back(id: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("assessments.analysis", args=[id]), status=303)
