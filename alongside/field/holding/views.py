"""Pages of what was held, and of devices."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.field import actions, queries
from alongside.field.holding import wording
from alongside.field.holding.forms import Correct, Why
from alongside.foundation.doing import consider
from alongside.foundation.errors import Unacceptable
from alongside.foundation.webkit.fields import faults_into
from alongside.foundation.webkit.request import Request
from alongside.workforce import lookups as workforce

DECIDES = {
    "aside": actions.set_aside, "correct": actions.correct, "force": actions.force, "instead": actions.apply,
}  # fmt: skip


@require_safe
def held(request: Request) -> HttpResponse:
    """What is held of one's own, and of those whom one supervises; for quality and admin numbers alone."""
    by = request.actor
    sees = [queries.holds, queries.counts]
    if not any(by.may(one.verb) for one in sees):
        consider(queries.holds, by=by, on=by.staff_id)
    found = queries.holds(by=by, on=by.staff_id) if by.may(queries.holds.verb) else ()
    counted = queries.counts(by=by, on=by.agency_id) if by.may(queries.counts.verb) else ()
    rows = [(row, wording.kind(row.kind), wording.when(row.at, by.zone)) for row in found]
    context = {"theirs": [row for row in rows if not row[0].mine], "mine": [row for row in rows if row[0].mine]}
    return TemplateResponse(request, "field/held.html", {**context, "counted": counted, "here": "holds"})


@require_safe
def one(request: Request, id: UUID) -> HttpResponse:
    """One of them, and what can be done about it."""
    return _page(request, id, {})


@require_POST
def application(request: Request, id: UUID) -> HttpResponse:
    """Carry it out as it is."""
    try:
        actions.apply(by=request.actor, on=id, opened_for=request.POST.get("client") or None)
    except Unacceptable as no:
        return _page(request, id, {"faults": no.faults}, status=422)
    return HttpResponseRedirect("/held/", status=303)


@require_http_methods(["GET", "HEAD", "POST"])
def instead(request: Request, id: UUID) -> HttpResponse:
    """Carry a note out in the place of a draft that was made elsewhere, which is put aside."""
    form = Why(request.POST or None)
    act = lambda: actions.apply(**_about(request, id), instead=form.cleaned_data["reason"])  # noqa: E731
    return _asked(request, id, "instead", form, act)


@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: Request, id: UUID) -> HttpResponse:
    """Set it aside with a reason."""
    form = Why(request.POST or None)
    act = lambda: actions.set_aside(**_about(request, id), reason=form.cleaned_data["reason"])  # noqa: E731
    return _asked(request, id, "aside", form, act)


@require_http_methods(["GET", "HEAD", "POST"])
def gap(request: Request, id: UUID) -> HttpResponse:
    """Go on without what never came before it."""
    form = Why(request.POST or None)
    act = lambda: actions.force(**_about(request, id), reason=form.cleaned_data["reason"])  # noqa: E731
    return _asked(request, id, "force", form, act)


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: Request, id: UUID) -> HttpResponse:
    """Carry it out with what was wrong set right."""
    whole = queries.held(by=request.actor, on=id)
    form = Correct(request.POST or None, kind=whole.held.kind, details=whole.details, zone=request.actor.zone)

    def act() -> Any:
        given = form.cleaned_data
        return actions.correct(**_about(request, id), details=given["corrected"], reason=given["why"])

    return _asked(request, id, "correct", form, act)


@require_safe
def devices(request: Request, id: UUID | None = None) -> HttpResponse:
    """The devices of somebody; one's own without an id."""
    by = request.actor
    staff = id or by.staff_id
    rows = queries.devices(by=by, on=staff)
    mine = staff == by.staff_id
    name = "" if mine else workforce.names([staff]).get(staff, "")
    context = {"devices": rows, "mine": mine, "name": name, "may": by.may("field.lose"), "staff": staff}
    return TemplateResponse(request, "field/devices.html", context)


@require_POST
def loss(request: Request, id: UUID) -> HttpResponse:
    """Report a device lost."""
    actions.lose(by=request.actor, on=id)
    whose = request.POST.get("staff", "")
    back = f"/staff/{UUID(whose)}/devices/" if wording.AN_ID.match(whose) else "/devices/"
    return HttpResponseRedirect(back, status=303)


def _about(request: Request, id: UUID) -> dict[str, Any]:
    return {"by": request.actor, "on": id, "opened_for": request.POST.get("client") or None}


def _asked(request: Request, id: UUID, what: str, form: forms.Form, act: Callable[[], Any]) -> HttpResponse:
    """Show a form to who may send it, carry it out, or show it again with its faults."""
    consider(DECIDES[what], by=request.actor, on=id)
    if request.method != "POST" and queries.held(by=request.actor, on=id).settled_at:
        return HttpResponseRedirect(f"/held/{id}/", status=303)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                act()
            except Unacceptable as no:
                faults_into(form, no)
            else:
                return HttpResponseRedirect("/held/", status=303)
    return _page(request, id, {"form": form, "what": what}, status=status, template="field/decide.html")


def _page(
    request: Request, id: UUID, more: dict[str, Any], *, status: int = 200, template: str = "field/hold.html"
) -> HttpResponse:
    by = request.actor
    whole = queries.held(by=by, on=id)
    context = {
        "it": whole, "kind": wording.kind(whole.held.kind), "at": wording.when(whole.held.at, by.zone),
        "lines": wording.lines(whole.details, by.zone), "banner": whole.client, "here": "holds",
        "may": by.may("field.apply") and not whole.held.mine and whole.settled_at is None,
    }  # fmt: skip
    return TemplateResponse(request, template, {**context, **more}, status=status)
