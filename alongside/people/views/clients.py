"""Pages of several clients: the caseload, search, and taking somebody in."""

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.agencies import queries as agencies
from alongside.foundation.errors import Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.webkit.request import Request
from alongside.people import actions, queries
from alongside.people.forms.clients import Admit
from alongside.people.views.asking import Ask, asked, pairs
from alongside.workforce import queries as workforce


def caseload(request: Request) -> HttpResponse:
    """My clients; for the office, those who came last."""
    by = request.actor
    lines = queries.caseload(by=by, on=by.staff_id) if by.may("people.caseload") else ()
    recent = queries.recent(by=by, on=by.agency_id) if by.may("people.recent") and not lines else ()
    context = {
        "mine": [line for line in lines if line.mine], "others": [line for line in lines if not line.mine],
        "recent": recent, "here": "clients", "today": today(by.zone), "may_admit": by.may("people.admit"),
        "where": _where(by), "may_review": by.may("people.review_glass"),
    }  # fmt: skip
    return TemplateResponse(request, "people/caseload.html", context)


def search(request: Request) -> HttpResponse:
    """Whom the reader may see, by any name, birth date or number. What was typed stands in no title."""
    by = request.actor
    typed, fault = request.GET.get("q", ""), None
    try:
        found = queries.find(by=by, on=by.agency_id, typed=typed)
    except Unacceptable as no:
        found, fault = None, say(no.faults[0].code, **no.faults[0].values)
    page = "people/_found.html" if request.htmx else "people/search.html"
    context = {
        "found": found,
        "fault": fault,
        "query": typed[:200],
        "here": "clients",
        "where": _where(by),
        "may_break": by.may("people.break_glass"),
    }
    return TemplateResponse(request, page, context, status=422 if fault else 200)


def admit(request: Request) -> HttpResponse:
    """Take somebody in, with a first place on the care team when one is named."""
    by = request.actor

    def act(values: dict[str, Any]) -> str:
        staff = values.pop("staff")
        client = actions.admit(by=by, on=by.agency_id, **values)
        if staff:
            actions.place_on_team(by=by, on=client.pk, staff=staff, began_on=values["admitted_on"])
        return f"/clients/{client.pk}/person/"

    return asked(request, ADMIT, on=by.agency_id, about=None, act=act, back="/clients/", here="clients")


def _where(by: Any) -> str:
    """Where a line leads: to the chart, and for the office to the person."""
    return "" if by.may("people.see") else "person/"


def _offers(request: Request, about: Any) -> dict[str, Any]:
    by = request.actor
    offers = {"programme": pairs(agencies.programmes(by=by, on=by.agency_id))}
    staff = workforce.directory(by=by, on=by.agency_id) if by.may("people.place_on_team") else ()
    return {**offers, "staff": pairs(staff, "people.form.nobody_yet")}


def _starts(request: Request, about: Any) -> dict[str, Any]:
    return {"admitted_on": today(request.actor.zone)}


ADMIT = Ask("admit", Admit, actions.admit, _offers, _starts)
