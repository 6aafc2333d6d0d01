"""The door where a device hands in. It knows the device, not a session; it answers receipts, and shows nothing."""

import logging

from django.db import DatabaseError, IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from alongside.field.receiving.body import TooMuch, parsed
from alongside.field.receiving.deposit import receive
from alongside.field.receiving.handed_in import PROTOCOL, Badge, HandedIn, Outdated, badge, handed_in
from alongside.field.receiving.standing import TooOften, Unknown
from alongside.field.wire import Garbled
from alongside.foundation.tenancy import hurry, inside
from alongside.foundation.webkit.outside import outside

log = logging.getLogger("alongside.field")
TRIES = 4
LOST_A_RACE = {"40001", "40P01"}  # serialization_failure, deadlock_detected


@csrf_exempt  # no cookie counts here: only the token in a header that no form of another site can send
@outside("a device hands in by its own token, also when nobody is signed in; the view opens its agency's wall alone")
@require_POST
def operations(request: HttpRequest) -> HttpResponse:
    """Take what a device hands in (docs/field-protocol.md, section 4)."""
    shown = badge(request.headers.get("Authorization", ""))
    if shown is None:
        return _no(401)
    try:
        given = handed_in(parsed(request))
    except TooMuch:
        return _no(413)
    except Outdated:
        return _no(426)
    except Garbled:
        return _no(400)
    return _taken(shown, given)


def _taken(shown: Badge, given: HandedIn) -> HttpResponse:
    for _ in range(TRIES):
        try:
            with inside(shown.agency), hurry():
                return JsonResponse(receive(shown, given))
        except Unknown:
            return _no(401)
        except TooOften as often:
            return _busy(429, often.seconds)
        except (OperationalError, IntegrityError) as fault:
            if isinstance(fault, OperationalError) and not _lost_a_race(fault):
                raise
    log.warning("a hand-in was given up after %d tries", TRIES)
    return _busy(503, 2)


def _lost_a_race(fault: DatabaseError) -> bool:
    return getattr(fault.__cause__, "sqlstate", "") in LOST_A_RACE


def _busy(status: int, seconds: int) -> HttpResponse:
    busy = _no(status)
    busy.headers["Retry-After"] = str(seconds)
    return busy


def _no(status: int) -> HttpResponse:
    return JsonResponse({"protocol": PROTOCOL}, status=status)
