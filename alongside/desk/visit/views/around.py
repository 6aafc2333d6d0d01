"""What is recorded beside the tiles: before and after, strategies, leaving the plan, who is here."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from alongside.behaviour import actions as behaviour
from alongside.behaviour import queries
from alongside.behaviour.actions import Seen
from alongside.behaviour.measures import ABC
from alongside.behaviour.queries import Board
from alongside.desk.visit.forms import Around, Here, LeavingThePlan
from alongside.desk.visit.frame import frame
from alongside.desk.visit.strategies import strategies_of
from alongside.foundation.doing import consider
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.webkit.fields import Ref, Yes, faults_into
from alongside.sessions import actions as sessions


@require_http_methods(["GET", "POST"])
def abc(request: HttpRequest, id: UUID) -> HttpResponse:
    """What happened before and after, in four taps or in words."""
    board = queries.watch(by=request.actor, on=id)
    consider(behaviour.record, by=request.actor, on=id)
    targets = [(str(line.target_id), line.screen_name) for line in board.lines if line.kind == "behaviour"]
    chosen = {"operation": uuid7(), "target": targets[0][0] if len(targets) == 1 else None}
    form = Around(request.POST or None, targets=targets, initial=chosen)
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        seen = Seen(kept["operation"], UUID(kept["target"]), form.details(), _moment(board), ABC)
        try:
            behaviour.record(
                by=request.actor, on=id, observations=[seen], second=board.second,
                opened_for=request.POST.get("client"),
            )  # fmt: skip
            return HttpResponseRedirect(f"/sessions/{id}/?just={seen.id}", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return page(request, "desk/visit/abc.html", form, board)


@require_http_methods(["GET", "POST"])
def deviate(request: HttpRequest, id: UUID) -> HttpResponse:
    """The plan was not followed to the letter: what was done, and why."""
    board = queries.watch(by=request.actor, on=id)
    consider(behaviour.deviate, by=request.actor, on=id)
    strategies = [(str(one.id), one.text[:120]) for one in board.strategies]
    form = LeavingThePlan(request.POST or None, strategies=strategies, initial={"operation": uuid7()})
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            behaviour.deviate(
                by=request.actor, on=id, id=kept["operation"], what=kept["what"], reason=kept["reason"],
                strategy_id=UUID(kept["strategy"]) if kept["strategy"] else None,
                opened_for=request.POST.get("client"),
            )  # fmt: skip
            return HttpResponseRedirect(f"/sessions/{id}/record/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return page(request, "desk/visit/deviate.html", form, board)


@require_http_methods(["GET", "POST"])
def presences(request: HttpRequest, id: UUID) -> HttpResponse:
    """Who else is here."""
    board = queries.watch(by=request.actor, on=id)
    consider(sessions.note_presence, by=request.actor, on=id)
    form = Here(request.POST or None, initial={"operation": uuid7()})
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            sessions.note_presence(
                by=request.actor, on=id, id=kept["operation"], who=kept["who"], took_part=kept["took_part"],
                undone="gone" in request.POST, opened_for=request.POST.get("client"),
            )  # fmt: skip
            return HttpResponseRedirect(f"/sessions/{id}/presences/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return page(request, "desk/visit/presences.html", form, board)


class Used(forms.Form):
    operation = Ref()
    strategy = Ref()
    undone = Yes()


@require_POST
def use_strategy(request: HttpRequest, id: UUID) -> HttpResponse:
    """One tap: this line of the plan was used, or was not after all."""
    form = Used(request.POST)
    if not form.is_valid():
        raise Unacceptable([Fault("desk.fault.tap", name) for name in form.errors])
    kept: dict[str, Any] = form.cleaned_data
    behaviour.use_strategy(
        by=request.actor, on=id, id=kept["operation"], strategy_id=kept["strategy"], undone=kept["undone"],
        opened_for=request.POST.get("client"),
    )  # fmt: skip
    if "HX-Request" not in request.headers:
        return HttpResponseRedirect(f"/sessions/{id}/#strategies", status=303)
    board = queries.watch(by=request.actor, on=id)
    return TemplateResponse(request, "desk/visit/strategies.html", strategies_of(board))


def page(request: HttpRequest, template: str, form: forms.Form, board: Board) -> HttpResponse:
    """A form page inside a visit."""
    context = {**frame(board.banner, board.session), "form": form, "board": board}
    return TemplateResponse(request, template, context, status=422 if form.errors else 200)


def _moment(board: Board) -> Any:
    """Now, or the end of a session that is over."""
    return min(now(), board.session.ended_at) if board.session.ended_at else now()
