"""A visit before it begins: its page, beginning it, calling it off; and beginning without one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from alongside.desk.visit import queries as desk
from alongside.desk.visit.evidence import on_the_web
from alongside.desk.visit.forms import Start, Unplanned
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.schedule import actions as schedule
from alongside.schedule.forms import CallingOff
from alongside.sessions import actions as sessions
from alongside.sessions import queries


@require_safe
def visits(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The visits of one client: the coming ones, and how the last ones stood."""
    found = queries.visits(by=request.actor, on=client_id)
    context = {
        "visits": found, "banner": found.banner, "here_tab": "visits", "here": "clients",
        "may_book": request.actor.may("schedule.book"), "may_start": request.actor.may("sessions.start"),
    }  # fmt: skip
    return TemplateResponse(request, "desk/visit/visits.html", context)


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, id: UUID) -> HttpResponse:
    """The page of one visit; posting begins it. A second tap finds the same session."""
    page = queries.see_visit(by=request.actor, on=id)
    form = Start(request.POST or None, initial={"operation": uuid7()})
    if request.method == "POST" and form.is_valid():
        try:
            session = sessions.start(
                by=request.actor, on=page.banner.id, id=form.cleaned_data["operation"], began_at=now(), visit_id=id,
                overlap_reason=form.cleaned_data["overlap_reason"], opened_for=request.POST.get("client"),
            )  # fmt: skip
            if session.pk == form.cleaned_data["operation"]:  # else it was begun before, and not here
                on_the_web(request, session.pk, "begin", at=session.began_at)
            return HttpResponseRedirect(f"/sessions/{session.pk}/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = {
        "page": page, "visit": page.standing.visit, "banner": page.banner, "form": form, "here": "today",
        "zone": page.standing.visit.zone, "help_url": f"/clients/{page.banner.id}/help/",
        "ask_reason": "overlap_reason" in form.errors, "may_move": request.actor.may("schedule.move"),
        "may_call_off": request.actor.may("schedule.call_off"), "page_title": say("desk.visit.title"),
    }  # fmt: skip
    return TemplateResponse(request, "desk/visit/visit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def call_off(request: HttpRequest, id: UUID) -> HttpResponse:
    """Say that a visit does not happen, and why."""
    page = queries.see_visit(by=request.actor, on=id)
    consider(schedule.call_off, by=request.actor, on=id)
    form = CallingOff(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            schedule.call_off(by=request.actor, on=id, opened_for=request.POST.get("client"), **form.cleaned_data)
            return HttpResponseRedirect(f"/visits/{id}/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = {"page": page, "visit": page.standing.visit, "banner": page.banner, "form": form, "here": "today",
               "zone": page.standing.visit.zone, "page_title": say("desk.visit.call_off")}  # fmt: skip
    return TemplateResponse(request, "desk/visit/call_off.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def unplanned(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Begin with one client though no visit was planned."""
    page = desk.help_for(by=request.actor, on=client_id)
    consider(sessions.start, by=request.actor, on=client_id)
    offered = desk.begin(by=request.actor, on=request.actor.staff_id, client_id=client_id)
    form = Unplanned(request.POST or None, initial={"operation": uuid7()})
    form.fields["programme"].choices = [(str(id), name) for id, name in offered.programmes]
    form.fields["site"].choices = [*form.fields["site"].choices, *((str(id), name) for id, name in offered.sites)]
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            session = sessions.start(
                by=request.actor, on=client_id, id=kept["operation"], began_at=now(), place=kept["place"],
                programme_id=UUID(kept["programme"]), site_id=UUID(kept["site"]) if kept["site"] else None,
                overlap_reason=kept["overlap_reason"], opened_for=request.POST.get("client"),
            )  # fmt: skip
            if session.pk == form.cleaned_data["operation"]:  # else it was begun before, and not here
                on_the_web(request, session.pk, "begin", at=session.began_at)
            return HttpResponseRedirect(f"/sessions/{session.pk}/", status=303)
        except Unacceptable as no:
            faults_into(form, no)
    context = {
        "form": form, "banner": page.banner, "here": "today", "ask_reason": "overlap_reason" in form.errors,
        "day": today(request.actor.zone), "page_title": say("desk.visit.unplanned"),
    }  # fmt: skip
    return TemplateResponse(request, "desk/visit/unplanned.html", context, status=422 if form.errors else 200)
