"""Today's record: what was recorded, and setting one thing right."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.behaviour import actions as behaviour
from alongside.behaviour import queries
from alongside.behaviour.queries import Account, Board
from alongside.desk.visit.forms import SettingRight
from alongside.desk.visit.frame import frame
from alongside.desk.visit.views.recording import answer
from alongside.desk.visit.wording import said
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import moment
from alongside.foundation.webkit.fields import Ref, Text, faults_into
from alongside.living import queries as living
from alongside.sessions.wording import clock_records, clock_said, in_words


@require_safe
def account(request: HttpRequest, id: UUID) -> HttpResponse:
    """Everything a session holds, newest first, each with a way to set it right."""
    board = queries.watch(by=request.actor, on=id, beside=True)
    names = {line.target_id: (line.screen_name, line.settings) for line in board.lines}
    rows = sorted((*board.abc, *(row for line in board.lines for row in line.rows)), key=lambda r: r.happened_at)
    lines = [(row, names[row.target_id][0], said(row, names[row.target_id][1])) for row in reversed(rows)]
    context = {
        **frame(board.banner, board.session), "board": board, "lines": lines, "asker": request.actor.staff_id,
        "helped": living.in_visit(by=request.actor, on=id) if request.actor.may("living.in_visit") else (),
        "clock_said": clock_said(board.clock), "clock_records": clock_records(board.clock),
        "evidence": in_words(board.verified, board.session.zone),
        "agreement": queries.agree(by=request.actor, on=id) if _two_observers(request, board) else (),
    }  # fmt: skip
    return TemplateResponse(request, "desk/visit/account.html", context)


def _two_observers(request: HttpRequest, board: Board) -> bool:
    """Agreement is shown to those who may ask for it, once the visit has ended."""
    return not board.watching and request.actor.may("behaviour.agree")


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, id: UUID) -> HttpResponse:
    """Set one observation right. What it said stays beneath what it says now."""
    seen = queries.look_at(by=request.actor, on=id)
    form = SettingRight(
        request.POST or None, fields=seen.definition["fields"], settings=seen.settings, initial=_as_recorded(seen)
    )
    if request.method == "POST" and form.is_valid():
        try:
            behaviour.correct(
                by=request.actor, on=id, id=form.cleaned_data["operation"], details=form.details(seen.row.details),
                happened_at=_at(seen, form.cleaned_data["clock"]), reason=form.cleaned_data["reason"],
                opened_for=request.POST.get("client"),
            )  # fmt: skip
            return HttpResponseRedirect(f"/sessions/{seen.session.id}/record/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return _page(request, form, seen)


ANSWERS = {True: "yes", False: "no"}


class Back(forms.Form):
    operation = Ref()
    reason = Text(required=False)


@require_http_methods(["POST"])
def retract(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take one observation back."""
    form = Back(request.POST)
    if not form.is_valid():
        raise Unacceptable([Fault("desk.fault.tap", name) for name in form.errors])
    seen = queries.look_at(by=request.actor, on=id)
    behaviour.retract(
        by=request.actor, on=id, id=form.cleaned_data["operation"], reason=form.cleaned_data["reason"],
        opened_for=request.POST.get("client"),
    )  # fmt: skip
    if seen.session.ended_at is not None:
        return HttpResponseRedirect(f"/sessions/{seen.session.id}/record/", status=303)
    return answer(request, seen.session.id, seen.row.target_id, taken_back=True)


def _as_recorded(seen: Account) -> dict[str, Any]:
    row = seen.row
    details = {name: ANSWERS[value] if value in (True, False) else value for name, value in row.details.items()}
    return {**details, "clock": row.happened_at.astimezone(ZoneInfo(row.zone)).time(), "operation": uuid7()}


def _at(seen: Account, clock: Any) -> datetime:
    """The typed time of day on the session's day; the recorded moment where the minute was not changed."""
    before = seen.row.happened_at.astimezone(ZoneInfo(seen.row.zone))
    if (clock.hour, clock.minute) == (before.hour, before.minute):
        return seen.row.happened_at
    found = moment(before.date(), clock, seen.row.zone, field="clock", which="first" if before.fold == 0 else "second")
    began = seen.session.began_at - timedelta(minutes=5)
    return found if found >= began else found + timedelta(days=1)


def _page(request: HttpRequest, form: SettingRight, seen: Account) -> HttpResponse:
    context = {
        **frame(seen.banner, seen.session), "form": form, "seen": seen, "words": said(seen.row, seen.settings),
        "over": seen.session.ended_at is not None,
    }  # fmt: skip
    return TemplateResponse(request, "desk/visit/correct.html", context, status=422 if form.errors else 200)
