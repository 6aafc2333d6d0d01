"""The factors of an account: what proves somebody beyond a password."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from alongside.accounts import happenings

TOTP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
LONGEST_VALID = 90  # seconds that a code of an authenticator app can be right: its step, and one before and after


@dataclass(frozen=True)
class Passkey:
    id: int
    name: str
    made_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Factors:
    totp: bool
    passkeys: tuple[Passkey, ...]
    codes_left: int


def has_factor(account_id: UUID) -> bool:
    """Whether the account has a passkey or an authenticator app. Recovery codes alone are none."""
    return Authenticator.objects.filter(user_id=account_id, type__in=[TOTP, PASSKEY]).exists()


def has_passkey(account_id: UUID) -> bool:
    return Authenticator.objects.filter(user_id=account_id, type=PASSKEY).exists()


def factors(account_id: UUID) -> Factors:
    rows = list(Authenticator.objects.filter(user_id=account_id).order_by("pk"))
    passkeys = [Passkey(r.pk, r.data["name"], r.created_at, r.last_used_at) for r in rows if r.type == PASSKEY]
    codes = [len(row.wrap().get_unused_codes()) for row in rows if row.type == CODES]
    return Factors(any(row.type == TOTP for row in rows), tuple(passkeys), sum(codes))


def spend(account_id: UUID, code: str) -> bool:
    """Whether a code of an authenticator app is used for the first time. A second time it proves nothing."""
    return bool(cache.add(f"totp:{account_id}:{normalize_user_code(code)}", True, timeout=LONGEST_VALID))


def remove_all(account_id: UUID) -> None:
    """Somebody begins anew by a link, because a phone was lost: nothing old opens the account any more."""
    removed, _ = Authenticator.objects.filter(user_id=account_id).delete()
    if removed:
        happenings.tell("factors_removed", account_id)


def remove_passkey(account_id: UUID, passkey_id: int) -> bool:
    """False when it is the last factor: the account would be left with a password alone."""
    mine = Authenticator.objects.filter(user_id=account_id, type__in=[TOTP, PASSKEY])
    if not mine.exclude(pk=passkey_id).exists():
        return False
    removed, _ = mine.filter(pk=passkey_id, type=PASSKEY).delete()
    if removed:
        happenings.tell("passkey_removed", account_id)
    return True
