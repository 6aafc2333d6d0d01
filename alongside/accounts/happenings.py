"""What happened to an account at the door, written down once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.accounts.models import Happening

SHOWN = 20


@dataclass(frozen=True)
class Happened:
    what: str
    how: str
    at: datetime


def tell(what: str, account_id: UUID | None, how: str = "") -> None:
    """`what` is one of models.HAPPENINGS; `how` the means (password, totp, passkey)."""
    Happening.objects.create(account_id=account_id, what=what, how=how)


def latest(account_id: UUID) -> tuple[Happened, ...]:
    """The newest 20, newest first."""
    rows = Happening.objects.filter(account_id=account_id).order_by("-at")[:SHOWN]
    return tuple(Happened(row.what, row.how, row.at) for row in rows)
