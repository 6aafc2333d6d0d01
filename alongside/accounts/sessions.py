"""Signed-in browsers of an account: how one begins, and how all of them end at once."""

import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from alongside.accounts import happenings
from alongside.accounts.models import SignedIn
from alongside.accounts.store import IDLE, IDLE_SHARED, LONGEST

SHARED = "shared_device"


@dataclass(frozen=True)
class Browser:
    began_at: datetime
    seen_at: datetime
    is_this: bool
    is_shared: bool


def note_device(request: HttpRequest, *, shared: bool) -> None:
    """What somebody said about the device, kept until they are signed in."""
    request.session[SHARED] = shared


def begin(request: HttpRequest) -> None:
    """The limits of a browser that was signed in just now: idle minutes, and twelve hours in all."""
    shared = bool(request.session.pop(SHARED, False))
    request.session["idle_minutes"] = IDLE_SHARED if shared else IDLE
    request.session["began_at"] = time.time()
    request.session.set_expiry(int(LONGEST.total_seconds()))


def end_sessions(account_id: UUID, *, but: str | None = None) -> int:
    """End every signed-in browser of an account, except the one with the key `but`; how many there were.

    Each is refused from its next request on. Off-boarding, a new password and a lost device call it.
    """
    ended, _ = SignedIn.objects.filter(account_id=account_id).exclude(pk=but).delete()
    if ended:
        happenings.tell("ended", account_id)
    return ended


def browsers(account_id: UUID, *, this: str | None) -> tuple[Browser, ...]:
    """Where the account is signed in, newest first."""
    rows = SignedIn.objects.filter(account_id=account_id).order_by("-seen_at")[:50]
    return tuple(Browser(r.began_at, r.seen_at, r.pk == this, r.idle_minutes == IDLE_SHARED) for r in rows)
