"""Deciding about a move, and moving by hand."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.skills import actions, queries
from alongside.skills.forms import DecisionForm, MoveForm
from alongside.skills.views.frame import opened_for
from alongside.skills.views.programs import page, steps_of


@require_POST
def decision(request: HttpRequest, program: UUID) -> HttpResponse:
    """A proposed move is taken up or turned down."""
    consider(actions.decide, by=request.actor, on=program)
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            actions.decide(by=request.actor, on=program, opened_for=opened_for(request), **form.cleaned_data)
            return _to(program)
        except Unacceptable as no:
            faults_into(form, no)
    return page(request, program, form=form, which="decision", status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, program: UUID) -> HttpResponse:
    """A move by hand."""
    consider(actions.move, by=request.actor, on=program)
    steps = steps_of(queries.program(by=request.actor, on=program))
    form = MoveForm(request.POST if request.method == "POST" else None, steps=steps)
    if form.is_valid():
        step = form.cleaned_data["step"]
        try:
            actions.move(
                by=request.actor, on=program, step=None if step == "learned" else int(step),
                reason=form.cleaned_data["reason"], begins_at=form.begins_at(request.actor.zone),
                opened_for=opened_for(request),
            )  # fmt: skip
            return _to(program)
        except Unacceptable as no:
            faults_into(form, no)
    return page(request, program, form=form, which="move", status=422 if form.errors else 200)


def _to(program: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("skills.program", args=[program]), status=303)
