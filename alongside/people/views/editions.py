"""Which editions of shipped knowledge the agency works by: the list, a proposal, and its adoption by somebody else."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse

from alongside.agencies import actions, queries
from alongside.agencies.queries import Knowledge, ProposalLine
from alongside.foundation.messages import say
from alongside.foundation.webkit.request import Request
from alongside.foundation.webkit.times import day
from alongside.people.forms.editions import Adopt, Decline, Propose
from alongside.people.views.asking import Ask, asked, from_today, row_of

HERE = "/settings/editions/"


def editions(request: Request) -> HttpResponse:
    """Everything shipped, and what was proposed."""
    by = request.actor
    known, proposals = queries.editions(by=by, on=by.agency_id)
    context = {
        "parts": [("chosen", [k for k in known if k.chosen]), ("same", [k for k in known if not k.chosen])],
        "proposals": [_named(one) for one in proposals], "may": by.may("agencies.propose_edition"), "here": "settings",
    }  # fmt: skip
    return TemplateResponse(request, "people/editions.html", context)


def propose(request: Request) -> HttpResponse:
    """Choose another edition, or to do without, from a day on."""
    by = request.actor

    def act(values: dict[str, Any]) -> None:
        kind, key, edition = values.pop("edition").split("/")
        actions.propose_edition(by=by, on=by.agency_id, kind=kind, key=key, edition=edition, **values)

    return asked(request, PROPOSE, on=by.agency_id, about=None, act=act, back=HERE, here="settings")


def decide(request: Request, id: UUID, what: str) -> HttpResponse:
    """Adopt a proposal as the second person, or decline it."""
    by, this = request.actor, DECIDE[what]
    line = _named(row_of(queries.editions(by=by, on=by.agency_id)[1], id))
    act = lambda values: _back(this.act(by=by, on=id, **values))  # noqa: E731
    return asked(request, this, on=id, about=line, act=act, back=HERE, here="settings", name=line.name)


def _choices(request: Request, about: Any) -> dict[str, Any]:
    by = request.actor
    known, _ = queries.editions(by=by, on=by.agency_id)
    return {"edition": [pair for one in known if one.chosen for pair in _pairs(one)]}


def _pairs(one: Knowledge) -> list[tuple[str, str]]:
    what = say(f"people.editions.kind.{one.kind}")
    pairs = [(line.edition, say("people.editions.from", edition=line.edition, day=day(line.begins, form="plain")))
             for line in one.editions]  # fmt: skip
    pairs.append(("", say("people.editions.without")))
    return [(f"{one.kind}/{one.key}/{edition}", f"{what}: {label}") for edition, label in pairs]


def _named(line: ProposalLine) -> ProposalLine:
    edition = line.edition or say("people.editions.without")
    what = say(f"people.editions.kind.{line.kind}")
    since = day(line.since, form="plain")
    return replace(line, name=say("people.editions.proposal", what=what, edition=edition, day=since))


def _back(done: Any) -> None:
    """After either the list is shown again."""


PROPOSE = Ask("propose_edition", Propose, actions.propose_edition, offers=_choices, starts=from_today("since"))
DECIDE = {
    "adoption": Ask("adopt_edition", Adopt, actions.adopt_edition),
    "refusal": Ask("decline_edition", Decline, actions.decline_edition),
}
