"""Who on the team is ready to work by a version, and saying that somebody was trained."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation import reference
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.plans import actions, queries
from alongside.plans.forms import TrainingForm
from alongside.plans.views.frame import frame, opened_for


@require_safe
def team(request: HttpRequest, version: UUID) -> HttpResponse:
    return _page(request, version)


@require_POST
def trainings(request: HttpRequest, version: UUID) -> HttpResponse:
    """A training of one member of the team."""
    form = TrainingForm(request.POST)
    if form.is_valid():
        try:
            actions.train(by=request.actor, on=version, **form.cleaned_data, opened_for=opened_for(request))
            return HttpResponseRedirect(reverse("plans.team", args=[version]), status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, version, form=form, status=422)


def _page(request: HttpRequest, version: UUID, *, form: Any = None, status: int = 200) -> HttpResponse:
    shown = queries.team(by=request.actor, on=version)
    hows = reference.load("readiness")["hows"]
    asked = str(form["staff_id"].value()) if form else ""
    context = frame(request, shown.client_id) | {
        "shown": shown, "form": form, "asked": asked, "hows": hows, "limits": reference.load("readiness"),
        "forms": {
            str(m.facts.staff_id): form
            if asked == str(m.facts.staff_id)
            else TrainingForm(
                initial={"staff_id": m.facts.staff_id, "hows": hows, "done_on": shown.day, "competent": True},
                auto_id=f"id_{m.facts.staff_id}_%s",
            )
            for m in shown.members
            if m.may_train
        },
        "faults": (),
    }  # fmt: skip
    return TemplateResponse(request, "plans/team.html", context, status=status)
