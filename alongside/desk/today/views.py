"""Pages of the day and of the week."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from alongside.desk.today import queries
from alongside.foundation.webkit.times import day
from alongside.foundation.webkit.written_days import EARLIEST, LATEST
from alongside.sessions import queries as sessions
from alongside.sessions.wording import unplaced_said


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The next visit, the later ones, and what waits."""
    actor = request.actor
    found = queries.today(by=actor, on=actor.staff_id)
    context = {
        "today": found, "now": now(), "here": "today",
        "help_url": _help(found), "page_title": day(found.day, form="long"),
        "week_url": "/week/" if actor.may("sessions.my_week") else "/schedule/" if actor.may("sessions.week") else "",
        "may_take_along": actor.may("field.enrol"),
        "next_client": str(found.next.visit.client_id) if found.next else "",
    }  # fmt: skip
    return TemplateResponse(request, "desk/today/today.html", context)


@require_safe
def my_week(request: HttpRequest) -> HttpResponse:
    """One's own visits of a week."""
    actor = request.actor
    days = sessions.my_week(by=actor, on=actor.staff_id, first=_day(request, "from"))
    return TemplateResponse(request, "desk/today/week.html", {"week": days, "here": "week", "mine": True})


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """The agency's visits of a week."""
    actor = request.actor
    days = sessions.week(by=actor, on=actor.agency_id, first=_day(request, "from"), day=_day(request, "day"))
    context = {"week": days, "here": "schedule", "mine": False, "asked": False}
    if not days.one and actor.may("sessions.unverified"):
        found = sessions.unverified(by=actor, on=actor.agency_id)
        lines = [(one, [unplaced_said(end) for end in one.ends]) for one in found.visits]
        context |= {"asked": True, "unplaced": lines, "unplaced_cut": found.cut}
    return TemplateResponse(request, "desk/today/week.html", context)


def _day(request: HttpRequest, name: str) -> date | None:
    """The day asked for; None where it is no day, or so far away that no week has one."""
    try:
        asked = date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
    return asked if EARLIEST <= asked <= LATEST else None


def _help(found: queries.Today) -> str:
    """Help now leads to the client whom one is with, or will be with next."""
    if found.running:
        return f"/clients/{found.running[0].session.client_id}/help/"
    return f"/clients/{found.next.visit.client_id}/help/" if found.next else "/help/"
