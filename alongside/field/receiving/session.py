"""Two small doors of the app: who is signed in here, and taking this device into use."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_GET, require_POST

from alongside.agencies import lookups as agencies
from alongside.field import actions as field
from alongside.field.keys import Keys, server_key
from alongside.field.receiving.body import TooMuch, parsed
from alongside.field.receiving.epoch import epoch
from alongside.field.wire import Garbled, id_of, packed, unpacked
from alongside.foundation import reference
from alongside.foundation.errors import Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.tenancy import inside
from alongside.foundation.webkit.outside import outside
from alongside.foundation.webkit.request import Request
from alongside.workforce import lookups as workforce

PROTOCOL = 1
NAMES = {"protocol", "device", "enrolment", "label", "public_key", "token"}


@dataclass(frozen=True)
class Asked:
    """What a device says when somebody takes it into use."""

    device_id: UUID
    enrolment_id: UUID
    label: str
    public_key: bytes
    token: bytes | None


@outside("answers whether anybody is signed in, so that a device whose cookies were lost learns it")
@require_GET
def who(request: HttpRequest) -> HttpResponse:
    """Who is signed in, which life of the server this is, and the token that the next form needs."""
    nobody: dict[str, Any] = {"staff": None, "agency": None}
    return JsonResponse({**(_seated(request) or nobody), "epoch": epoch(), "csrf": get_token(request)})


@require_POST
def enrolments(request: Request) -> HttpResponse:
    """Take this device into use for oneself (docs/field-protocol.md, section 1)."""
    try:
        asked = _asked(parsed(request))
    except TooMuch:
        return HttpResponse(status=413)
    except Garbled:
        return HttpResponse(status=400)
    try:
        enrolled = field.enrol(by=request.actor, on=request.actor.staff_id, **vars(asked))
    except Unacceptable as no:
        faults = [{"code": fault.code, "field": fault.field} for fault in no.faults]
        return JsonResponse({"protocol": PROTOCOL, "faults": faults}, status=422)
    return JsonResponse(
        {"protocol": PROTOCOL, **_named(request.actor), "token": packed(enrolled.token), **_public(enrolled.keys),
         "lease_hours": reference.load("field")["lease_hours"], "next": enrolled.next, "csrf": get_token(request)}
    )  # fmt: skip


def _seated(request: HttpRequest) -> dict[str, Any] | None:
    seat: Any = request.session.get("seat")
    if not request.user.is_authenticated or not seat:
        return None
    with inside(UUID(seat["agency"]), request.user.pk):
        actor = workforce.actor(UUID(seat["staff"]), account_id=request.user.pk)
        return {**_named(actor), **_public(server_key())} if actor else None


def _named(actor: Actor) -> dict[str, Any]:
    agency = {"id": str(actor.agency_id), "name": agencies.name(actor.agency_id), "zone": actor.zone}
    staff = {"id": str(actor.staff_id), "name": actor.name, "credential": actor.credential}
    return {"agency": agency, "staff": staff}


def _public(keys: Keys) -> dict[str, Any]:
    points = {"server_key": keys.sealing, "signing_key": keys.signing}
    return {name: {"id": str(keys.id), "public": packed(point)} for name, point in points.items()}


def _asked(plain: dict[str, Any]) -> Asked:
    if plain.keys() != NAMES or plain["protocol"] != PROTOCOL or not isinstance(plain["label"], str):
        raise Garbled
    token = plain["token"]
    return Asked(
        device_id=id_of(plain["device"]), enrolment_id=id_of(plain["enrolment"]), label=plain["label"],
        public_key=unpacked(plain["public_key"], least=65, most=65),
        token=None if token is None else unpacked(token, least=1, most=64),
    )  # fmt: skip
