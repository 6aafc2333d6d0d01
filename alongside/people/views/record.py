"""One client's record as a person: the page, and every form that stands on it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.agencies import queries as agencies
from alongside.foundation.moments import today
from alongside.foundation.webkit.request import Request
from alongside.people import actions, queries
from alongside.people.forms import around, clients
from alongside.people.views.asking import Ask, asked, from_today, pairs, row_of
from alongside.workforce import queries as workforce

DECISIONS = {"grant": actions.grant_right, "deny": actions.deny_right}


def person(request: Request, id: UUID) -> HttpResponse:
    """The whole person: who they are, who is around them, and for those who care, what matters."""
    by = request.actor
    known = queries.know(by=by, on=id)
    care = queries.see(by=by, on=id) if by.may("people.see") else None
    context = {
        "known": known, "care": care, "banner": known.banner, "here": "clients", "here_tab": "person",
        "today": today(by.zone),
        "may": {verb.removeprefix("people."): by.may(verb) for verb in ACTS},
    }  # fmt: skip
    return TemplateResponse(request, "people/person.html", context)


def on_client(request: Request, id: UUID, what: str) -> HttpResponse:
    """A form about the client."""
    this, by = ON_CLIENT[what], request.actor
    known = queries.know(by=by, on=id) if this.whole else None
    banner = known.banner if known else queries.card(by=by, on=id)
    return _answered(request, this, id, id, known, banner)


def on_row(request: Request, id: UUID, row: UUID, what: str) -> HttpResponse:
    """A form about something on the client's page: a contact, a place, an alert, a home, a program."""
    this, by = ON_ROW[what], request.actor
    known = queries.know(by=by, on=id)
    about = row_of(getattr(known, this.rows), row)
    return _answered(request, this, id, row, about, known.banner, about.name)


def end_way(request: Request, id: UUID, row: UUID, way: UUID) -> HttpResponse:
    """A contact's number or address is used no more."""
    by = request.actor
    known = queries.know(by=by, on=id)
    contact = row_of(known.contacts, row)
    point = row_of(contact.ways, way)
    return _answered(request, END_WAY, id, row, contact, known.banner, point.value, way=way)


def glass(request: Request, id: UUID) -> HttpResponse:
    """Open a record without being on its team. Nothing of it is shown before."""
    by = request.actor
    queries.knock(by=by, on=id)
    return _answered(request, GLASS, id, id, None, None, to=f"/clients/{id}/")


def _answered(
    request: Request, this: Ask, client: UUID, on: UUID, about: Any, banner: Any, name: str = "", to: str = "",
    **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form of an act on the client or a row of theirs, for the client whose page it stood on."""
    chosen = this.act
    if this is ON_ROW["contacts/rights"]:
        chosen = DECISIONS.get(request.POST.get("decision", ""), this.act)

    def act(values: dict[str, Any]) -> str:
        values.pop("decision", "")
        chosen(by=request.actor, on=on, opened_for=request.POST.get("client", ""), **more, **values)
        return to or f"/clients/{client}/person/"

    page = {"banner": banner, "name": name, "client": client, "here": "clients"}
    back = to or f"/clients/{client}/person/"
    return asked(request, this, on=on, about=about, act=act, back=back, asks=(chosen,), **page)


def _whole(request: Request, known: Any) -> dict[str, Any]:
    care = queries.see(by=request.actor, on=known.banner.id)
    person = {name: getattr(known, name) for name in ("preferred", "born", "died", "language", "interpreter")}
    words = {name: getattr(care, name) for name in ("strengths", "matters", "own_words", "culture")}
    return {**person, **words, "pronouns": known.banner.pronouns, "diagnosis": ", ".join(care.diagnosis)}


def _names(request: Request, known: Any) -> dict[str, Any]:
    return {"given": known.given, "family": known.family, "former": "keep"}


def _programs(request: Request, about: Any) -> dict[str, Any]:
    by = request.actor
    return {"programme": pairs(agencies.programmes(by=by, on=by.agency_id))}


def _staff(request: Request, about: Any) -> dict[str, Any]:
    by = request.actor
    return {"staff": pairs(workforce.directory(by=by, on=by.agency_id))}


def _people(request: Request, known: Any) -> dict[str, Any]:
    by = request.actor
    staff = workforce.directory(by=by, on=by.agency_id)
    homes = [("", ""), *((str(home.about), home.name) for home in known.homes if not home.over)]
    return {"party": [("", ""), *((str(one.party_id), one.name) for one in staff)], "household": homes}


ON_CLIENT = {
    "change": Ask("change", clients.Change, actions.change, starts=_whole, whole=True),
    "name": Ask("name", clients.Rename, actions.rename, starts=_names, whole=True),
    "discharge": Ask(
        "discharge", clients.Discharge, actions.discharge, starts=from_today("discharged_on"), danger=True
    ),
    "readmission": Ask("readmission", clients.Reason, actions.readmit),
    "alerts": Ask("alert", clients.RaiseAlert, actions.raise_alert),
    "contacts": Ask("contact", around.Connect, actions.connect, offers=_people, whole=True),
    "homes": Ask("home", around.House, actions.house, starts=from_today("began_on")),
    "team": Ask("place", around.Place, actions.place_on_team, offers=_staff, starts=from_today("began_on")),
    "programs": Ask("program", around.Enrol, actions.enrol, offers=_programs, starts=from_today("began_on")),
}
ENDS = from_today("ended_on")
ON_ROW = {
    "alerts/end": Ask("end_alert", clients.Reason, actions.end_alert, rows="alerts"),
    "contacts/rights": Ask("right", around.Decide, actions.grant_right, starts=from_today("began_on"), rows="contacts"),
    "contacts/ways": Ask("way", around.AddWay, actions.add_way, rows="contacts"),
    "contacts/end": Ask("end_contact", around.End, actions.end_contact, starts=ENDS, rows="contacts"),
    "homes/end": Ask("end_home", around.End, actions.leave_house, starts=ENDS, rows="homes"),
    "team/end": Ask("end_place", around.End, actions.end_place, starts=ENDS, rows="team"),
    "programs/end": Ask("end_program", around.End, actions.end_enrolment, starts=ENDS, rows="programs"),
}
END_WAY = Ask("end_way", around.Sure, actions.end_way)
GLASS = Ask("glass", clients.BreakGlass, actions.break_glass, danger=True)
ACTS = sorted({ask.act.verb for ask in (*ON_CLIENT.values(), *ON_ROW.values(), END_WAY)})
