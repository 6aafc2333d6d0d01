"""What a signed-in browser has proved about who sits at it: by which means, and how lately again."""

import time
from datetime import timedelta

from django.http import HttpRequest

from alongside.accounts import happenings
from alongside.accounts.models import Account

PROOF, CONFIRMED = "proof", "confirmed_at"
LASTS = timedelta(minutes=10)


def prove(request: HttpRequest, account: Account, by: str) -> None:
    """Remember that this account was proved by more than a password: totp, recovery_codes, passkey or demo."""
    request.session[PROOF] = {"account": str(account.pk), "by": by}


def proven(request: HttpRequest) -> str:
    """By which means, or "" while only a password or a link was shown."""
    proof = request.session.get(PROOF) or {}
    return str(proof.get("by", "")) if proof.get("account") == str(request.user.pk) else ""


def confirm(request: HttpRequest, by: str) -> None:
    """Somebody showed again who they are. The session gets a new key, as at sign-in."""
    request.session.cycle_key()
    request.session[CONFIRMED] = time.time()
    happenings.tell("confirmed", request.user.pk, by)


def confirmed(request: HttpRequest) -> bool:
    """Whether that was less than ten minutes ago."""
    return time.time() - request.session.get(CONFIRMED, 0) < LASTS.total_seconds()
