"""Every request enters here: inside its agency's wall, as somebody, and a no becomes a page with the reason.

The view runs in one transaction; its page is rendered after the commit, so that nothing slow holds the wall open
and no entry of reading is lost once the page was shown.
"""

import logging
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth import logout
from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone

from alongside.foundation import ledger, tenancy
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.webkit.outside import View
from alongside.project import badge, doorways, nav

log = logging.getLogger("alongside.door")

METHODS = ("GET", "HEAD", "POST")
TRIES = 3
RETRIED = {"40001", "40P01"}  # serialization_failure, deadlock_detected
KEPT = {422}  # a page that shows faults: the act was rolled back by itself, the reading stands


class NoSeat(Exception):
    """The seat, the post or its last role ended since it was chosen."""


class Door:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        timezone.deactivate()
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return doorways.garbled(request)  # PostgreSQL holds no such character: it would be a fault of ours
        if badge.demo_is_over(request):
            logout(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        if getattr(view, "outside", ""):
            return None
        seat = badge.seat_of(request)
        if seat is None:
            return doorways.sign_in_first(request)
        for _ in range(TRIES):
            try:
                return enter(request, seat, view, args, kwargs)
            except tenancy.FirstOutside as first:
                first.do()
            except OperationalError as fault:
                if getattr(fault.__cause__, "sqlstate", "") not in RETRIED:
                    raise
        log.warning("given up after %d tries: %s", TRIES, request.resolver_match and request.resolver_match.route)
        return doorways.busy(request)


def enter(request: HttpRequest, seat: badge.Seat, view: View, args: Any, kwargs: Any) -> HttpResponse:
    """One try. What went wrong is answered after the rollback; a refusal is written down on its own."""
    actor = None
    try:
        with tenancy.inside(seat.agency_id, seat.account_id):
            actor = badge.actor_at(request, seat)
            if actor is None:
                raise NoSeat
            request.actor = actor  # type: ignore[attr-defined]
            timezone.activate(ZoneInfo(actor.zone))  # also while the page is rendered, after the transaction
            with tenancy.hurry():
                return shown(request, actor, view(request, *args, **kwargs))
    except NoSeat:
        return doorways.no_seat(request)
    except Refused as refused:
        assert actor is not None
        with tenancy.inside(seat.agency_id, seat.account_id):
            ledger.refuse(refused.verb, by=actor, about=refused.subject, code=refused.no.code)
        return doorways.refused(request, refused)
    except Unacceptable as unacceptable:
        return doorways.unacceptable(request, unacceptable)
    except (NotHere, Http404):
        return doorways.not_here(request)


def shown(request: HttpRequest, actor: Actor, response: HttpResponse) -> HttpResponse:
    """Still inside: nothing of an answer that says no is kept; a page gets what stands around it."""
    if response.status_code >= 400 and response.status_code not in KEPT:
        transaction.set_rollback(True)
    elif hasattr(response, "render"):
        request.around = nav.counts(actor)  # type: ignore[attr-defined]
    return response
