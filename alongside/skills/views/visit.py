"""Teaching in a visit: where each program stands, what is looked at again, what was used."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.foundation.webkit.fields import faults_into
from alongside.skills import actions, library, queries, telling
from alongside.skills.forms.techniques import ProbeForm, UseForm
from alongside.skills.views.frame import opened_for


@require_safe
def visit(request: HttpRequest, session: UUID) -> HttpResponse:
    return _page(request, session)


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: HttpRequest, session: UUID) -> HttpResponse:
    """What was used, and how it went."""
    consider(actions.use_technique, by=request.actor, on=session)
    found = queries.in_visit(by=request.actor, on=session)
    chosen = [one.technique for one in found.chosen]
    initial = {"operation": uuid7(), "technique": request.GET.get("technique", "")}
    form = UseForm(request.POST if request.method == "POST" else None, chosen=chosen, initial=initial)
    if form.is_valid():
        kept = form.cleaned_data
        try:
            actions.use_technique(
                by=request.actor, on=session, id=kept["operation"], technique=kept["technique"], felt=kept["felt"],
                felt_words=kept["felt_words"], went=kept["went"], words=kept["words"], opened_for=opened_for(request),
            )  # fmt: skip
            return _back(session, "#used")
        except Unacceptable as no:
            faults_into(form, no)
    return _shown(request, found, form=form, which="use", status=422 if form.errors else 200)


@require_POST
def probe(request: HttpRequest, session: UUID) -> HttpResponse:
    """What this visit recorded answers something that is looked at again."""
    consider(actions.probe, by=request.actor, on=session)
    form = ProbeForm(request.POST)
    if form.is_valid():
        kept = form.cleaned_data
        try:
            actions.probe(
                by=request.actor,
                on=session,
                probe_id=kept["probe"],
                words=kept["words"],
                opened_for=opened_for(request),
            )
            return _back(session, "#probes")
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, session, form=form, which="probe", status=422)


def _page(request: HttpRequest, session: UUID, *, form: Any = None, which: str = "", status: int = 200) -> HttpResponse:
    found = queries.in_visit(by=request.actor, on=session)  # type: ignore[attr-defined]
    return _shown(request, found, form=form, which=which, status=status)


def _shown(
    request: HttpRequest, found: queries.VisitShown, *, form: Any = None, which: str = "", status: int = 200
) -> HttpResponse:
    spent = found.session
    context = {
        "shown": found, "banner": found.banner, "session": spent, "zone": spent.zone, "form": form, "which": which,
        "elapsed": now() - spent.began_at, "clock_from": None if spent.ended_at else spent.began_at, "faults": (),
        "told": [(one, telling.now_said(one)) for one in found.programs], "page_title": say("skills.visit.title"),
        "help_url": f"/clients/{found.banner.id}/help/",
        "chosen": [(c, library.technique(c.technique)) for c in found.chosen],
    }  # fmt: skip
    return TemplateResponse(request, "skills/visit.html", context, status=status)


def _back(session: UUID, place: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("skills.visit", args=[session]) + place, status=303)
