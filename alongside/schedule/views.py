"""Pages of booking: book a visit, move it."""

from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.errors import Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.webkit.fields import faults_into
from alongside.schedule import actions, queries
from alongside.schedule.forms import Booking, Moving
from alongside.schedule.queries import Offer

Ways = tuple[tuple[str, str], ...]


@require_http_methods(["GET", "POST"])
def book(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Book a visit of one client."""
    offer = queries.offer(by=request.actor, on=client_id)
    form = Booking(request.POST or None, offer=offer, initial={"day": request.GET.get("day", "")[:10]})
    ways: Ways = ()
    if request.method == "POST" and form.is_valid():
        try:
            visit = actions.book(
                by=request.actor, on=client_id, opened_for=request.POST.get("client"), **form.wanted()
            )  # fmt: skip
            return _to(visit.pk)
        except Unacceptable as no:
            faults_into(form, no)
            ways = _ways(no)
    return _page(request, "schedule/book.html", form, offer, ways)


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, client_id: UUID, visit_id: UUID) -> HttpResponse:
    """Move a visit in time or to somebody else."""
    offer = queries.offer(by=request.actor, on=client_id, visit_id=visit_id)
    assert offer.visit is not None
    form = Moving(request.POST or None, offer=offer, initial=_as_planned(offer))
    ways: Ways = ()
    if request.method == "POST" and form.is_valid():
        try:
            wanted = form.wanted(offer.visit.zone)
            actions.move(by=request.actor, on=visit_id, opened_for=request.POST.get("client"), **wanted)
            return _to(visit_id)
        except Unacceptable as no:
            faults_into(form, no)
            ways = _ways(no)
    return _page(request, "schedule/move.html", form, offer, ways)


def _as_planned(offer: Offer) -> dict[str, object]:
    visit = offer.visit
    assert visit is not None
    begins, ends = (moment.astimezone(ZoneInfo(visit.zone)) for moment in (visit.begins_at, visit.ends_at))
    return {
        "staff": str(visit.staff_id), "day": begins.date(), "begins": begins.time(), "ends": ends.time(),
        "next_day": ends.date() > begins.date(),
    }  # fmt: skip


def _to(visit_id: UUID) -> HttpResponse:
    return HttpResponseRedirect(f"/visits/{visit_id}/", status=303)


def _ways(no: Unacceptable) -> Ways:
    """Where what is wrong is put right, where there is a page for it: label code and address, each once."""
    unfit = [fault for fault in no.faults if fault.code.startswith("schedule.unfit.") and fault.place]
    named = {fault.place: fault.code.rpartition(".")[2] for fault in unfit}
    return tuple((f"schedule.way.{code}", place) for place, code in named.items())


def _page(request: HttpRequest, template: str, form: forms.Form, offer: Offer, ways: Ways) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = {
        "form": form, "offer": offer, "banner": offer.banner, "client_id": str(offer.banner.id), "here": "schedule",
        "day": today(request.actor.zone), "ways": ways,
    }  # fmt: skip
    return TemplateResponse(request, template, context, status=status)
