"""Links by which one person sets up how they sign in: for a new account, or after a lost phone."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.accounts import factors, happenings, sessions
from alongside.accounts.models import Account, Invitation

LASTS = timedelta(hours=72)
ADDRESS = "/account/invitation/{}/"


@dataclass(frozen=True)
class Invited:
    """A link, shown once: only a digest of its secret is kept."""

    account_id: UUID
    path: str
    ends_at: datetime


@dataclass(frozen=True)
class Open:
    """An invitation whose link was opened in time."""

    id: UUID
    account_id: UUID
    email: str


def account_for(email: str) -> UUID:
    """The account with this e-mail address; made, without any way in, when there is none."""
    found = Account.objects.filter(email__iexact=email.strip()).first()
    if found is None:
        try:
            with transaction.atomic():
                found = Account.objects.create_user(email)
        except IntegrityError:  # somebody else made it in this moment
            found = Account.objects.get(email__iexact=email.strip())
    return found.pk


def invite(account_id: UUID) -> Invited:
    """A new link for an account, good for 72 hours; links made before it end. The caller has asked policy."""
    now, secret = timezone.now(), secrets.token_urlsafe(32)
    Invitation.objects.filter(account_id=account_id, used_at=None).update(used_at=now)
    made = Invitation.objects.create(account_id=account_id, digest=digest(secret), ends_at=now + LASTS)
    happenings.tell("invited", account_id)
    return Invited(account_id, ADDRESS.format(secret), made.ends_at)


def opened(secret: str) -> Open | None:
    """The invitation of a link; None when it was used, is over, or never was."""
    rows = Invitation.objects.select_related("account").filter(used_at=None, ends_at__gt=timezone.now())
    row = rows.filter(digest=digest(secret), account__is_active=True).first()
    return Open(row.pk, row.account_id, row.account.email) if row else None


def begin_anew(account_id: UUID, password: str | None) -> Account:
    """Only what the link's holder sets from now on opens the account: old factors and browsers end."""
    account = Account.objects.get(pk=account_id)
    account.set_password(password)  # slow on purpose, so before the transaction
    with transaction.atomic():
        account.save(update_fields=["password"])
        factors.remove_all(account_id)
        sessions.end_sessions(account_id)
        happenings.tell("password_set", account_id, "password" if password else "")
    return account


def use_up(account_id: UUID) -> None:
    """A factor is set: the link that led to it opens nothing more."""
    Invitation.objects.filter(account_id=account_id, used_at=None).update(used_at=timezone.now())


def digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()
