"""Staff: the list, one member of staff, and every form that stands on that page."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.foundation.doing import Asked
from alongside.foundation.webkit.request import Request
from alongside.people import actions as people
from alongside.people import queries
from alongside.people.forms import around, staff
from alongside.people.views.asking import Ask, asked, from_today, nothing, pairs, row_of
from alongside.workforce import actions
from alongside.workforce import queries as workforce


def directory(request: Request) -> HttpResponse:
    """Everybody who works here."""
    by = request.actor
    lines = workforce.directory(by=by, on=by.agency_id)
    context = {
        "lines": lines,
        "here": "staff",
        "may_hire": by.may("workforce.hire"),
        "may_see": by.may("workforce.see"),
    }
    return TemplateResponse(request, "people/staff.html", context)


def hire(request: Request) -> HttpResponse:
    by = request.actor

    def act(values: dict[str, Any]) -> str:
        return f"/staff/{actions.hire(by=by, on=by.agency_id, **values).pk}/"

    return asked(request, HIRE, on=by.agency_id, about=None, act=act, back="/staff/", here="staff")


def member(request: Request, id: UUID) -> HttpResponse:
    """One member of staff: roles, supervision, cover, team places."""
    by = request.actor
    page = workforce.see(by=by, on=id)
    context = {
        "staff": page, "here": "staff", "places": queries.places(by=by, on=id) if by.may("people.places") else (),
        "may": {ask.act.verb.removeprefix("workforce."): by.may(ask.act.verb) for ask in (*ON_STAFF.values(), *ROWS)},
        "may_invite": by.may("workforce.invite"), "may_devices": _may_see_devices(request, id),
    }  # fmt: skip
    return TemplateResponse(request, "people/member.html", context)


def _may_see_devices(request: Request, id: UUID) -> bool:
    """Whether the way to somebody's devices leads anywhere for who reads."""
    by = request.actor
    to = {"agency", *(("self",) if id == by.staff_id else ()), *(("supervises",) if id in by.supervises else ())}
    return any(verb == "field.devices" and granted & to for (_, verb), granted in by.grants.items())


def on_staff(request: Request, id: UUID, what: str) -> HttpResponse:
    """A form about a member of staff."""
    this, by = ON_STAFF[what], request.actor
    page = workforce.see(by=by, on=id)
    asks: tuple[Asked[Any], ...] = (this.act,)
    act: Callable[[dict[str, Any]], Any] = lambda values: this.act(by=by, on=id, **values)  # noqa: E731
    if what == "end":
        act, asks = lambda values: _off_board(by, id, values), (this.act, people.release)  # noqa: E731
    back = f"/staff/{id}/"
    return asked(request, this, on=id, asks=asks, about=page, act=act, back=back, name=page.name, here="staff")


def on_row(request: Request, id: UUID, row: UUID, what: str) -> HttpResponse:
    """A form about a role, a supervision or a cover."""
    this, by = ON_ROW[what], request.actor
    page = workforce.see(by=by, on=id)
    about = row_of([held for name in this.rows.split() for held in getattr(page, name)], row)
    act = lambda values: this.act(by=by, on=row, **values)  # noqa: E731
    page_of = {"back": f"/staff/{id}/", "name": page.name, "about_name": about.name}
    return asked(request, this, on=row, about=about, act=act, **page_of)


def _off_board(by: Any, id: UUID, values: dict[str, Any]) -> None:
    """Everything ends in one transaction: the work here, and the places on care teams."""
    actions.end_staff(by=by, on=id, **values)
    people.release(by=by, on=id, reason=values["reason"])


def _others(field: str) -> Callable[[Request, Any], dict[str, Any]]:
    def offers(request: Request, page: Any) -> dict[str, Any]:
        by = request.actor
        lines = workforce.directory(by=by, on=by.agency_id)
        return {field: pairs([line for line in lines if line.id != page.id])}

    return offers


def _as_is(*names: str) -> Callable[[Request, Any], dict[str, Any]]:
    return lambda request, page: {name: getattr(page, name) for name in names}


HIRE = Ask("hire", staff.Hire, actions.hire, starts=from_today("began_on"))
ON_STAFF = {
    "name": Ask("staff_name", staff.RenameStaff, actions.rename, starts=_as_is("given", "family", "preferred")),
    "credential": Ask("credential", staff.Credential, actions.change_credential, starts=_as_is("credential")),
    "roles": Ask("role", staff.GiveRole, actions.give_role, starts=from_today("began_on")),
    "supervision": Ask("supervision", staff.Supervise, actions.supervise, _others("supervisor"),
                       from_today("began_on")),
    "cover": Ask("cover", staff.Cover, actions.cover, _others("stand_in"), from_today("began_on", "ends_on")),
    "end": Ask("end_staff", staff.EndStaff, actions.end_staff, nothing, from_today("ended_on"), danger=True),
}  # fmt: skip
ON_ROW = {
    "roles/end": Ask("end_role", around.End, actions.end_role, starts=from_today("ended_on"), rows="roles"),
    "supervision/end": Ask("end_supervision", around.End, actions.end_supervision, starts=from_today("ended_on"),
                           rows="supervisors supervisees"),
    "cover/end": Ask("end_cover", staff.EndCover, actions.end_cover, starts=from_today("ends_on"),
                     rows="covered_by covers_for"),
}  # fmt: skip
ROWS = tuple(ON_ROW.values())
