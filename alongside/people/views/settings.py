"""Programs, sites and on-call lines: the lists, and the forms that add, change and end one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.agencies import actions, queries
from alongside.foundation.webkit.request import Request
from alongside.people.forms import settings as forms
from alongside.people.views.asking import Ask, asked, from_today, pairs, row_of


def programs(request: Request) -> HttpResponse:
    return _list(request, "programs")


def sites(request: Request) -> HttpResponse:
    return _list(request, "sites")


def on_call(request: Request) -> HttpResponse:
    return _list(request, "on-call")


def add(request: Request, kind: str) -> HttpResponse:
    """Add one of them."""
    by, this = request.actor, ADD[kind]
    act = lambda values: _nowhere(this.act(by=by, on=by.agency_id, **values))  # noqa: E731
    return asked(request, this, on=by.agency_id, about=None, act=act, back=f"/settings/{kind}/", here="settings")


def change(request: Request, kind: str, id: UUID) -> HttpResponse:
    """Change one of them."""
    return _on(request, CHANGE[kind], kind, id)


def end(request: Request, kind: str, id: UUID) -> HttpResponse:
    """One of them is used no more."""
    return _on(request, END[kind], kind, id)


def _on(request: Request, this: Ask, kind: str, id: UUID) -> HttpResponse:
    by = request.actor
    line = row_of(LINES[kind](by=by, on=by.agency_id), id)
    act = lambda values: _nowhere(this.act(by=by, on=id, **values))  # noqa: E731
    return asked(request, this, on=id, about=line, act=act, back=f"/settings/{kind}/", here="settings", name=line.name)


def _list(request: Request, kind: str) -> HttpResponse:
    by = request.actor
    may = {what: by.may(asks[kind].act.verb) for what, asks in (("add", ADD), ("change", CHANGE), ("end", END))}
    may["editions"] = by.may("agencies.editions")
    context = {"lines": LINES[kind](by=by, on=by.agency_id), "may": may, "here": "settings", "kind": kind}
    return TemplateResponse(request, f"people/{kind}.html", context)


def _nowhere(done: Any) -> None:
    """After any of these the list is shown again."""


def _as_is(request: Request, line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in line.__dataclass_fields__}


def _where(request: Request, about: Any) -> dict[str, list[tuple[str, Any]]]:
    by = request.actor
    return {
        "site": pairs(queries.sites(by=by, on=by.agency_id), "people.form.every_site"),
        "programme": pairs(queries.programmes(by=by, on=by.agency_id), "people.form.every_program"),
    }


LINES = {"programs": queries.programmes, "sites": queries.sites, "on-call": queries.on_call}
ADD = {
    "programs": Ask("add_program", forms.Program, actions.add_programme),
    "sites": Ask("add_site", forms.Site, actions.add_site),
    "on-call": Ask("add_on_call", forms.OnCall, actions.add_on_call, _where, from_today("began_on")),
}
CHANGE = {
    "programs": Ask("change_program", forms.Program, actions.change_programme, starts=_as_is),
    "sites": Ask("change_site", forms.Site, actions.change_site, starts=_as_is),
    "on-call": Ask("change_on_call", forms.OnCall, actions.change_on_call, _where, _as_is),
}
END = {
    "programs": Ask("close_program", forms.EndPlace, actions.end_programme, starts=from_today("ended_on")),
    "sites": Ask("close_site", forms.EndPlace, actions.end_site, starts=from_today("ended_on")),
    "on-call": Ask("close_on_call", forms.EndPlace, actions.end_on_call, starts=from_today("ended_on")),
}
