"""The recording page and its taps. A tap answers with its tile and the toast, or leads back to the page."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from alongside.behaviour import actions as behaviour
from alongside.behaviour import queries
from alongside.behaviour.actions import TIMED, Seen
from alongside.behaviour.queries import Board, Line
from alongside.desk.visit.frame import frame
from alongside.desk.visit.strategies import strategies_of
from alongside.desk.visit.taps import details_of, tapped
from alongside.desk.visit.tiles import tiles
from alongside.foundation.errors import Fault, NotHere, Unacceptable
from alongside.foundation.messages import say
from alongside.skills.lookups import due_probes, taught_now


@require_safe
def record(request: HttpRequest, id: UUID) -> HttpResponse:
    """A session: while it runs the tiles; afterwards what it holds."""
    board = queries.watch(by=request.actor, on=id)
    if not board.watching:
        return HttpResponseRedirect(f"/sessions/{id}/record/", status=303)
    taught = taught_now([board.banner.id])[board.banner.id]
    due = due_probes([board.banner.id], day=board.session.service_day) if taught else ()
    context = page_of(request, board) | {"taught": taught, "due": len(due)}
    return TemplateResponse(request, "desk/visit/record.html", context)


@require_POST
def tap(request: HttpRequest, id: UUID) -> HttpResponse:
    """One observation with one tap."""
    sent = tapped(request.POST)
    board, line = _line(request, id, sent["target"])
    if sent["at"] is None and any(row.id == sent["operation"] for row in line.rows):
        return answer(request, id, line.target_id, just=sent["operation"])  # a plain form sent twice
    at = sent["at"] or now()
    seen = Seen(sent["operation"], line.target_id, details_of(line, sent, at), at)
    try:
        behaviour.record(
            by=request.actor, on=id, observations=[seen], second=board.second, opened_for=request.POST.get("client")
        )
    except Unacceptable as no:
        if "HX-Request" not in request.headers:
            raise
        return answer(request, id, line.target_id, no=no)
    return answer(request, id, line.target_id, just=seen.id)


@require_POST
def less(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take back the last observation of a tile."""
    sent = tapped(request.POST)
    _, line = _line(request, id, sent["target"])
    if line.rows:
        behaviour.retract(
            by=request.actor, on=line.rows[-1].id, id=sent["operation"], opened_for=request.POST.get("client")
        )
    return answer(request, id, line.target_id, taken_back=True)


@require_POST
def start_timer(request: HttpRequest, id: UUID) -> HttpResponse:
    """Start a timer, or begin to watch intervals. It goes on while the page is away."""
    sent = tapped(request.POST)
    behaviour.time(
        by=request.actor, on=id, id=sent["operation"], target_id=sent["target"], at=sent["at"] or now(),
        opened_for=request.POST.get("client"),
    )  # fmt: skip
    return answer(request, id, sent["target"])


@require_POST
def stop_timer(request: HttpRequest, id: UUID, timer_id: UUID) -> HttpResponse:
    """Stop a timer and keep what it measured; intervals simply end. A second tap finds it stopped already."""
    sent = tapped(request.POST)
    _, line = _line(request, id, sent["target"])
    act: dict[str, Any] = {"by": request.actor, "on": timer_id, "opened_for": request.POST.get("client")}
    try:
        if line.measure in TIMED:
            return answer(request, id, line.target_id, just=behaviour.stop(at=sent["at"] or now(), **act))
        behaviour.drop(**act)
    except NotHere:
        pass  # stopped already
    return answer(request, id, line.target_id)


def answer(
    request: HttpRequest, id: UUID, target_id: UUID, *, just: UUID | None = None, taken_back: bool = False,
    no: Unacceptable | None = None,
) -> HttpResponse:  # fmt: skip
    """The tile as it is now with the toast, which says why where nothing was recorded; or back to the page."""
    if "HX-Request" not in request.headers:
        said = "?back=1" if taken_back else f"?just={just}" if just else ""
        return HttpResponseRedirect(f"/sessions/{id}/{said}#tile-{target_id}", status=303)
    board = queries.watch(by=request.actor, on=id, only=target_id)
    context = page_of(request, board, just=just, taken_back=taken_back)
    context["why_not"] = " ".join(say(fault.code, **fault.values) for fault in no.faults) if no else ""
    return TemplateResponse(request, "desk/visit/tapped.html", context, status=422 if no else 200)


def page_of(
    request: HttpRequest, board: Board, *, just: UUID | None = None, taken_back: bool = False
) -> dict[str, Any]:  # fmt: skip
    """The context of the recording page, with what was done last."""
    last = just or _asked(request)
    found = tiles(board, now=now(), just=last)
    rows = {row.id: row for line in board.lines for row in line.rows} | {row.id: row for row in board.abc}
    names = {line.target_id: line.screen_name for line in board.lines}
    newest = rows.get(last) if last else None
    return {
        **frame(board.banner, board.session), "board": board, "session_id": str(board.session.id),
        "tiles": [one for one in found if _pinned(board, one.target_id)],
        "more": [one for one in found if not _pinned(board, one.target_id)],
        "just": newest, "just_id": str(last), "just_name": names.get(newest.target_id, "") if newest else "",
        "taken_back": taken_back or request.GET.get("back") == "1",
        "strategies": strategies_of(board)["strategies"], "hidden": (("client", str(board.banner.id)),),
        "recorded": len(rows),
    }  # fmt: skip


def _line(request: HttpRequest, id: UUID, target_id: UUID) -> tuple[Board, Line]:
    board = queries.watch(by=request.actor, on=id, only=target_id)
    if not board.lines:
        raise Unacceptable(Fault("behaviour.fault.no_such_target", "target"))
    return board, board.lines[0]


def _pinned(board: Board, target_id: UUID) -> bool:
    """The pinned ones; all of them where nothing is pinned."""
    pinned = {line.target_id for line in board.lines if line.pinned}
    return target_id in pinned or not pinned


def _asked(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("just", ""))
    except ValueError:
        return None
