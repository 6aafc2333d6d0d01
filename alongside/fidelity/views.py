"""Scoring the steps of a plan, looking at a check, putting it right."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.fidelity import actions, queries
from alongside.fidelity.forms import CheckForm, ChecklistForm, CorrectionForm
from alongside.fidelity.queries import CheckShown
from alongside.fidelity.rules import Step
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.webkit.fields import faults_into


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, session: UUID) -> HttpResponse:
    """The checklist of the plan that a session went by."""
    shown = queries.open_form(by=request.actor, on=session)
    consider(actions.check, by=request.actor, on=session)
    form = CheckForm(request.POST if request.method == "POST" else None, steps=shown.steps, kinds=shown.kinds)
    if form.is_valid():
        try:
            kept = actions.check(
                by=request.actor, on=session, id=form.cleaned_data["operation"], results=form.results(),
                opened_for=request.POST.get("client", ""),
                **{name: form.cleaned_data[name] for name in ("kind", "who", "remark")},
            )  # fmt: skip
            return HttpResponseRedirect(reverse("fidelity.look", args=[kept.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = _frame(shown.banner) | {"shown": shown, "form": form, "faults": (), "zone": shown.session.zone}
    return TemplateResponse(request, "fidelity/entry.html", context, status=422 if form.errors else 200)


@require_safe
def look(request: HttpRequest, check: UUID) -> HttpResponse:
    """One check, step by step."""
    shown = queries.look(by=request.actor, on=check)
    return TemplateResponse(request, "fidelity/check.html", _frame(shown.banner) | {"shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, check: UUID) -> HttpResponse:
    """A check is put right by a new one in its place."""
    consider(actions.correct, by=request.actor, on=check)
    shown = queries.look(by=request.actor, on=check)
    form = _correction_form(request, shown)
    if form.is_valid():
        try:
            kept = actions.correct(
                by=request.actor, on=check, id=form.cleaned_data["operation"], results=form.results(),
                reason=form.cleaned_data["reason"], remark=form.cleaned_data["remark"],
                opened_for=request.POST.get("client", ""),
            )  # fmt: skip
            return HttpResponseRedirect(reverse("fidelity.look", args=[kept.pk]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = _frame(shown.banner) | {"shown": shown, "form": form, "faults": ()}
    return TemplateResponse(request, "fidelity/correction.html", context, status=422 if form.errors else 200)


def _correction_form(request: HttpRequest, shown: CheckShown) -> ChecklistForm:
    steps = [Step(key, moment, text) for key, moment, text, _ in shown.scores]
    initial = {key: result for key, _, _, result in shown.scores}
    data = request.POST if request.method == "POST" else None
    return CorrectionForm(data, steps=steps, initial=initial, remark=shown.remark)


def _frame(banner: Any) -> dict[str, Any]:
    return {
        "banner": banner, "client_id": banner.id, "here": "clients", "page_title": say("fidelity.page.title"),
        "person_url": reverse("person", args=[banner.id]), "help_url": f"/clients/{banner.id}/help/",
    }  # fmt: skip
