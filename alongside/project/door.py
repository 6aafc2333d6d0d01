"""Every request enters here: inside its agency's wall, as somebody, and a no becomes a page with the reason.

The view runs in one transaction; its page is rendered after the commit, so that nothing slow holds the wall open
and no entry of reading is lost once the page was shown.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.db import OperationalError, transaction
from django.http import Http404, HttpRequest, HttpResponse

from alongside.foundation import ledger, tenancy
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.project import badge, doorways, nav

log = logging.getLogger("alongside.door")

TRIES = 3
RETRIED = {"40001", "40P01"}  # serialization_failure, deadlock_detected
KEPT = {422}  # a page that shows faults: the act was rolled back by itself, the reading stands
View = Callable[..., HttpResponse]


def outside(reason: str) -> Callable[[View], View]:
    """Mark a view that stands outside every agency (sign-in, health), with the reason why it may."""

    def mark(view: View) -> View:
        view.outside = reason  # type: ignore[attr-defined]
        return view

    return mark


class Door:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        if getattr(view, "outside", "") or view.__module__.startswith("allauth."):
            return None
        seat = badge.seat_of(request)
        if seat is None:
            return doorways.sign_in_first(request)
        for left in reversed(range(TRIES)):
            try:
                return self.inside(request, seat, view, args, kwargs)
            except OperationalError as fault:
                if not left or getattr(fault.__cause__, "sqlstate", "") not in RETRIED:
                    raise
        raise AssertionError("unreachable")

    def inside(self, request: HttpRequest, seat: badge.Seat, view: View, args: Any, kwargs: Any) -> HttpResponse:
        """One try. What went wrong is answered after the rollback; a refusal is written down on its own."""
        try:
            with tenancy.inside(seat.agency_id, seat.account_id):
                actor = badge.actor_at(request, seat)
                if actor is None:
                    return doorways.no_seat(request)
                request.actor = actor  # type: ignore[attr-defined]
                response = view(request, *args, **kwargs)
                if response.status_code >= 400 and response.status_code not in KEPT:
                    transaction.set_rollback(True)
                elif hasattr(response, "render"):
                    request.around = nav.counts(actor)  # type: ignore[attr-defined]
            return response
        except Refused as refused:
            with tenancy.inside(seat.agency_id, seat.account_id):
                ledger.refuse(refused.verb, by=actor, about=refused.subject, code=refused.no.code)
            return doorways.refused(request, refused)
        except Unacceptable as unacceptable:
            return doorways.unacceptable(request, unacceptable)
        except (NotHere, Http404):
            return doorways.not_here(request)
