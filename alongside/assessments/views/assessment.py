"""A client's assessments; one with its evidence; opening, moving, putting aside."""

from datetime import timedelta
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.assessments import actions, queries
from alongside.assessments.forms import CloseForm, OpenForm, PlanForm, SpanForm
from alongside.assessments.known import known
from alongside.assessments.views.frame import frame, opened_for
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into


@require_safe
def all_of(request: HttpRequest, client: UUID) -> HttpResponse:
    """Everything on why a client does things."""
    shown = queries.list_(by=request.actor, on=client)  # type: ignore[attr-defined]
    return TemplateResponse(request, "assessments/all.html", frame(client) | {"shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: HttpRequest, client: UUID) -> HttpResponse:
    """A new assessment; it looks back six weeks unless it says otherwise."""
    consider(actions.open_, by=request.actor, on=client)  # type: ignore[attr-defined]
    shown = queries.list_(by=request.actor, on=client)  # type: ignore[attr-defined]
    day = today(request.actor.zone)  # type: ignore[attr-defined]
    form = OpenForm(
        request.POST if request.method == "POST" else None, targets=[(str(one.id), one.name) for one in shown.targets],
        initial={"began_on": day - timedelta(days=known()["days"]), "until": day},
    )  # fmt: skip
    if form.is_valid():
        try:
            made = actions.open_(by=request.actor, on=client, **form.cleaned_data, opened_for=opened_for(request))  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("assessments.assessment", args=[made.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    status = 422 if form.errors else 200
    return TemplateResponse(request, "assessments/opening.html", frame(client) | {"form": form}, status=status)


@require_safe
def assessment(request: HttpRequest, id: UUID) -> HttpResponse:
    """What the records say, and what was decided."""
    return _shown(request, id)


@require_POST
def span(request: HttpRequest, id: UUID) -> HttpResponse:
    """The days that it looks at."""
    form = SpanForm(request.POST)
    if form.is_valid():
        try:
            actions.move(by=request.actor, on=id, **form.cleaned_data, opened_for=opened_for(request))  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("assessments.assessment", args=[id]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _shown(request, id, span_form=form)


@require_POST
def closing(request: HttpRequest, id: UUID) -> HttpResponse:
    """It is put aside without a decision."""
    form = CloseForm(request.POST)
    if form.is_valid():
        try:
            actions.close(by=request.actor, on=id, reason=form.cleaned_data["reason"], opened_for=opened_for(request))  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("assessments.assessment", args=[id]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _shown(request, id, close_form=form)


@require_POST
def plan(request: HttpRequest, id: UUID) -> HttpResponse:
    """A draft of a behavior plan, begun from what was decided."""
    shown = queries.see(by=request.actor, on=id)  # type: ignore[attr-defined]
    form = PlanForm(request.POST, templates=_templates(shown))
    if form.is_valid() or not shown.templates:
        try:
            version = actions.begin_plan(
                by=request.actor,
                on=id,
                template=request.POST.get("template", ""),
                opened_for=opened_for(request),  # type: ignore[attr-defined]
            )
            return HttpResponseRedirect(reverse("plans.section", args=[version.pk, "about"]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _shown(request, id, plan_form=form)


def _templates(shown: queries.Shown) -> list[tuple[str, str]]:
    """Templates by what they are for and for whom."""
    return [
        (one.key, say("assessments.plan.of", function=_said(one.function), band=say(f"assessments.band.{one.band}")))
        for one in shown.templates
    ]


def _said(function: str) -> str:
    return say(f"assessments.named.{function}")


def _shown(
    request: HttpRequest,
    id: UUID,
    *,
    span_form: SpanForm | None = None,
    close_form: CloseForm | None = None,
    plan_form: PlanForm | None = None,
) -> HttpResponse:
    shown = queries.see(by=request.actor, on=id)  # type: ignore[attr-defined]
    forms: dict[str, Form] = {
        "span_form": span_form or SpanForm(initial={"began_on": shown.row.began_on, "until": shown.row.until}),
        "close_form": close_form or CloseForm(),
    }
    if shown.templates:
        forms["plan_form"] = plan_form or PlanForm(templates=_templates(shown))
    wrong = [form for form in (span_form, close_form, plan_form) if form is not None and form.errors]
    context = frame(shown.client_id) | forms | {"shown": shown, "form": wrong[0] if wrong else None}
    return TemplateResponse(request, "assessments/assessment.html", context, status=422 if wrong else 200)
