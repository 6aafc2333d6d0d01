"""Records whose time is over: the list, a proposal, the certificate that somebody else confirms or withdraws."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.foundation.webkit.request import Request
from alongside.people import actions, queries
from alongside.people.forms.disposal import Confirm, Why
from alongside.people.views.asking import Ask, asked, row_of

HERE = "/settings/retention/"
PROPOSE = Ask("propose_disposal", Why, actions.propose_disposal, danger=True)
DECIDE = {
    "confirmation": Ask("confirm_disposal", Confirm, actions.confirm_disposal, danger=True),
    "withdrawal": Ask("withdraw_disposal", Why, actions.withdraw_disposal),
}


def retention(request: Request) -> HttpResponse:
    """How long records are kept here, which may go, and every certificate."""
    by = request.actor
    may = {"propose": by.may("people.propose_disposal")}
    context = {"page": queries.retention(by=by, on=by.agency_id), "may": may, "here": "retention"}
    return TemplateResponse(request, "people/retention.html", context)


def propose(request: Request, id: UUID) -> HttpResponse:
    """Say why a record may go. What another page showed meanwhile is looked up again."""
    by = request.actor
    line = row_of(queries.retention(by=by, on=by.agency_id).due, id)

    def act(values: dict[str, Any]) -> str:
        made = actions.propose_disposal(by=by, on=id, opened_for=request.POST.get("client", ""), **values)
        return f"/disposals/{made.pk}/"

    page: dict[str, Any] = {"client": id, "name": f"{line.name}, {line.identifier}", "here": "retention"}
    return asked(request, PROPOSE, on=id, about=line, act=act, back=HERE, **page)


def certificate(request: Request, id: UUID) -> HttpResponse:
    """What a certificate names, who decided, and what is gone."""
    by = request.actor
    context = {"it": queries.certificate(by=by, on=id), "may": by.may("people.confirm_disposal"), "here": "retention"}
    return TemplateResponse(request, "people/certificate.html", context)


def decide(request: Request, id: UUID, what: str) -> HttpResponse:
    """Confirm a disposal as the second person, or withdraw it."""
    by, this = request.actor, DECIDE[what]
    line = queries.certificate(by=by, on=id)
    about: dict[str, Any] = {"by": by, "on": id, "opened_for": request.POST.get("client", "")}
    act = lambda values: _back(this.act(**about, **values))  # noqa: E731
    page: dict[str, Any] = {"client": line.client_id, "name": line.identifier, "here": "retention"}
    return asked(request, this, on=id, about=line, act=act, back=f"/disposals/{id}/", **page)


def _back(done: Any) -> None:
    """After either the certificate is shown again."""
