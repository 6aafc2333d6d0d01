"""Who stands at the door: the seat that the signed-in account chose, and the actor it makes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest

from alongside.accounts import demo, proof
from alongside.foundation.policy import Actor
from alongside.workforce import lookups as workforce


@dataclass(frozen=True)
class Seat:
    agency_id: UUID
    staff_id: UUID
    account_id: UUID


def demo_is_over(request: HttpRequest) -> bool:
    """Whether somebody is in as a member of the demo's cast, and a real agency moved in meanwhile."""
    as_cast = request.session.get(proof.PROOF, {}).get("by") == "demo"
    return as_cast and demo.account_of(request.user.pk) is None


def seat_of(request: HttpRequest) -> Seat | None:
    """The seat in the session of a signed-in account, or None."""
    chosen: Any = request.session.get("seat")
    if not request.user.is_authenticated or not chosen:
        return None
    return Seat(UUID(chosen["agency"]), UUID(chosen["staff"]), UUID(str(request.user.pk)))


def sit(request: HttpRequest, agency_id: UUID, staff_id: UUID) -> None:
    """Remember the chosen seat in the session."""
    request.session["seat"] = {"agency": str(agency_id), "staff": str(staff_id)}


def actor_at(request: HttpRequest, seat: Seat) -> Actor | None:
    """The actor of this request, read anew each time: a seat or a role that ended is gone at once."""
    actor = workforce.actor(seat.staff_id, account_id=seat.account_id)
    if actor is None:
        return None
    confirmed = request.session.get(proof.CONFIRMED) if proof.confirmed(request) else None
    return replace(
        actor,
        session_ref=(request.session.session_key or "")[:8],
        request_id=uuid4(),
        confirmed_at=datetime.fromtimestamp(confirmed, UTC) if confirmed else None,
    )
