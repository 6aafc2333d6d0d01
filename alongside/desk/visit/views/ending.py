"""Ending a visit: the session ends and its rates are settled, all or nothing."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from alongside.behaviour import actions as behaviour
from alongside.behaviour import queries
from alongside.behaviour.actions import TIMED, Seen
from alongside.behaviour.queries import Board
from alongside.desk.visit.evidence import on_the_web
from alongside.desk.visit.forms import End
from alongside.desk.visit.frame import frame
from alongside.foundation import reference
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import moment
from alongside.foundation.webkit.fields import faults_into
from alongside.notes import actions as notes
from alongside.sessions import actions as sessions
from alongside.sessions import rules

ZERO = {"count": {"count": 0}, "rate": {"count": 0}, "duration": {"seconds": 0}}


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, id: UUID) -> HttpResponse:
    """What still runs, what was not seen, and the end."""
    board = queries.watch(by=request.actor, on=id)
    if not board.watching:
        return HttpResponseRedirect(f"/sessions/{id}/record/", status=303)
    _considered(request, board)
    form = End(request.POST or None, silent=_silent(board), initial={"operation": uuid7()})
    if request.method == "POST" and form.is_valid():
        try:
            note = _ended(request, board, form.cleaned_data)
            return HttpResponseRedirect(f"/notes/{note.pk}/" if note else f"/sessions/{id}/record/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    return TemplateResponse(request, "desk/visit/end.html", _page(board, form), status=422 if form.errors else 200)


def _considered(request: HttpRequest, board: Board) -> None:
    """Everything that ending comes to may be done, or the form is not shown."""
    actor, session = request.actor, board.session
    own = (notes.draft,) if session.staff_id == actor.staff_id else ()
    for act in (sessions.end, sessions.verify, behaviour.settle, *own):
        consider(act, by=actor, on=session.id)


@transaction.atomic
def _ended(request: HttpRequest, board: Board, kept: dict[str, Any]) -> Any:
    """All or nothing: zeros that were watched for, the end, the settled rates, the note of whoever ran the visit."""
    actor, session = request.actor, board.session
    ended_at = _at(board, kept["ended"]) if kept["ended"] else now()
    zeros = [_zero(board, UUID(target), kept["operation"], ended_at) for target in kept["none_seen"]]
    if zeros:
        behaviour.record(by=actor, on=session.id, observations=zeros, opened_for=request.POST.get("client"))
    sessions.end(
        by=actor, on=session.id, ended_at=ended_at, early_reason=kept["early_reason"],
        opened_for=request.POST.get("client"),
    )  # fmt: skip
    on_the_web(request, session.id, "end", at=ended_at)
    behaviour.settle(by=actor, on=session.id)
    return notes.draft(by=actor, on=session.id) if session.staff_id == actor.staff_id else None


def _silent(board: Board) -> list[tuple[str, str]]:
    """Counted and timed targets of which nothing was recorded: were they watched for?"""
    return [
        (str(line.target_id), line.screen_name)
        for line in board.lines
        if line.measure in ZERO and not line.rows and not line.timer_id
    ]


def _zero(board: Board, target_id: UUID, operation: UUID, at: datetime) -> Seen:
    """Watched for and not seen. The id follows from the form's, so that a second tap records it once."""
    line = next(line for line in board.lines if line.target_id == target_id)
    return Seen(uuid5(operation, str(target_id)), target_id, ZERO[line.measure], max(at, board.session.began_at))


def _at(board: Board, clock: Any) -> datetime:
    """The typed time of day in the session's zone: the first one after it began."""
    zone = board.session.zone
    began = board.session.began_at.astimezone(ZoneInfo(zone))
    found = moment(began.date(), clock, zone, field="ended", which="second" if began.fold else "first")
    if found > board.session.began_at:
        return found
    return moment(began.date() + timedelta(days=1), clock, zone, field="ended", which="first")


def _page(board: Board, form: End) -> dict[str, Any]:
    planned_end = board.visit.ends_at if board.visit else None
    return {
        **frame(board.banner, board.session), "form": form, "board": board, "planned_end": planned_end,
        "running": [line for line in board.lines if line.timer_id and line.measure in TIMED],
        "early": rules.early(now(), planned_end, reference.load("visits")) or "early_reason" in form.errors,
    }  # fmt: skip
