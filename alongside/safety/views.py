"""Who is out there; one's own words: I am safe, more time, a quiet signal."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation import reference
from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.safety import actions, queries
from alongside.safety.forms import AnswerForm, SignalForm, WordForm
from alongside.safety.lookups import own
from alongside.sessions.lookups import unfinished


@require_safe
def out(request: HttpRequest) -> HttpResponse:
    """Who is out there, overdue first."""
    return _page(request)


@require_POST
def word(request: HttpRequest, id: UUID) -> HttpResponse:
    """Safe, or more time from when it was due. Goes back to where one's own watch stands, or to the list."""
    by = request.actor  # type: ignore[attr-defined]
    consider(actions.check_in, by=by, on=id)
    said = _read(WordForm(request.POST))
    mine = {one.id: one for one in own(by.staff_id)}
    due = _more(mine[id].due_at if id in mine else datetime.now(UTC)) if said["word"] == "more" else None
    actions.check_in(by=by, on=id, id=said["operation"], due_at=due)
    return HttpResponseRedirect("/" if id in mine else "/safety/", status=303)


@require_POST
def signal(request: HttpRequest) -> HttpResponse:
    """The quiet signal. What one sees afterwards is an ordinary page."""
    by = request.actor  # type: ignore[attr-defined]
    consider(actions.duress, by=by, on=by.staff_id)
    id = _read(SignalForm(request.POST))["operation"]
    running = next((one.id for one in unfinished(by.staff_id)), None)
    actions.duress(by=by, on=by.staff_id, id=id, session_id=running)
    return HttpResponseRedirect("/", status=303)


@require_POST
def answer(request: HttpRequest, id: UUID) -> HttpResponse:
    """How a signal was looked after."""
    consider(actions.answer, by=request.actor, on=id)  # type: ignore[attr-defined]
    form = AnswerForm(request.POST)
    if form.is_valid():
        try:
            actions.answer(by=request.actor, on=id, words=form.cleaned_data["words"])  # type: ignore[attr-defined]
            return HttpResponseRedirect("/safety/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, form, id, status=422)


def _page(
    request: HttpRequest, form: Form | None = None, at: UUID | None = None, status: int = 200
) -> HttpResponse:  # fmt: skip
    by = request.actor  # type: ignore[attr-defined]
    shown = queries.out(by=by, on=by.agency_id)
    context = {"shown": shown, "form": form or AnswerForm(), "at": at, "here": "safety", "faults": ()}
    return TemplateResponse(request, "safety/out.html", context, status=status)


def _more(due_at: datetime) -> datetime:
    return max(due_at, datetime.now(UTC)) + timedelta(minutes=reference.load("safety")["more_minutes"])


def _read(form: Form) -> dict[str, Any]:
    if not form.is_valid():
        raise Unacceptable([Fault("safety.fault.tap", name) for name in form.errors])
    return form.cleaned_data
