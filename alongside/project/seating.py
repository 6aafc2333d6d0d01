"""Choosing where one works: by itself with one seat, by a choice with several."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode

from alongside.accounts import proof
from alongside.agencies import lookups as agencies
from alongside.foundation import tenancy
from alongside.foundation.webkit.outside import outside
from alongside.foundation.webkit.paths import local
from alongside.project import badge
from alongside.workforce import actions
from alongside.workforce import lookups as workforce


@dataclass(frozen=True)
class Choice:
    agency_id: UUID
    staff_id: UUID
    agency: str
    name: str
    credential: str


@outside("an agency is chosen here")
def seat(request: HttpRequest) -> HttpResponse:
    onward = local(request.POST.get("next") or request.GET.get("next"), otherwise="/")
    if not request.user.is_authenticated:
        return to(f"/account/login/?{urlencode({'next': onward})}")
    if not proof.proven(request):
        return to("/account/factor/")
    choices = choices_of(request.user.pk)
    asked = request.POST.get("agency", "")
    chosen = [choice for choice in choices if len(choices) == 1 or str(choice.agency_id) == asked]
    if not choices:
        return render(request, "doorways/no_seat.html", {"signed_in": True}, status=403)
    if not chosen:
        return render(request, "doorways/seat.html", {"choices": choices, "next": onward})
    sit(request, chosen[0])
    return to(onward)


def sit(request: HttpRequest, choice: Choice) -> None:
    """Remember the seat; the agency's ledger says that somebody sat down."""
    badge.sit(request, choice.agency_id, choice.staff_id)
    seat = badge.seat_of(request)
    assert seat is not None
    with tenancy.inside(seat.agency_id, seat.account_id):
        actor = badge.actor_at(request, seat)
        if actor:
            actions.sit(by=actor, on=actor.staff_id)


def choices_of(account_id: UUID) -> list[Choice]:
    """The agencies in which the account has a seat that holds today."""
    with tenancy.as_account(account_id):
        seats = workforce.seats(account_id)
    found = []
    for agency_id, staff_id in seats:
        with tenancy.inside(agency_id, account_id):
            actor = workforce.actor(staff_id, account_id=account_id)
            if actor and actor.roles:
                name = agencies.name(agency_id)
                found.append(Choice(agency_id, staff_id, name, actor.name, actor.credential))
    return sorted(found, key=lambda choice: choice.agency.casefold())


def to(path: str) -> HttpResponse:
    response = HttpResponseRedirect(path)
    response.status_code = 303
    return response
