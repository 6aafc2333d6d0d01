"""Django's database sessions, with the account in a column of its own, and two limits: idle time and whole time."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as Rows
from django.db import connection
from django.utils import timezone

from alongside.accounts.models import SignedIn

LONGEST = timedelta(hours=12)  # AAL2: a signed-in browser ends after half a day, used or not
IDLE, IDLE_SHARED = 30, 15  # minutes without a request
TOUCH = timedelta(minutes=1)
KEY = re.compile(r"[a-z0-9]{32}", re.ASCII)
SWEPT = 100
SWEEP = """
delete from accounts_signedin where session_key in (
    select session_key from accounts_signedin
    where seen_at + idle_minutes * interval '1 minute' < %s limit %s for update skip locked)
"""


class SessionStore(Rows):
    @classmethod
    def get_model_class(cls) -> type[SignedIn]:
        return SignedIn

    def create_model_instance(self, data: dict[str, Any]) -> SignedIn:
        row: SignedIn = super().create_model_instance(data)
        began = data.get("began_at")
        row.account_id = data.get("_auth_user_id")
        row.began_at = datetime.fromtimestamp(began, UTC) if began else timezone.now()
        row.seen_at = timezone.now()
        row.idle_minutes = data.get("idle_minutes", IDLE)
        return row

    def create(self) -> None:
        super().create()
        sweep()

    def _validate_session_key(self, key: str | None) -> bool:
        """Only what this store makes: a cookie may hold anything, also what PostgreSQL cannot."""
        return bool(key and KEY.fullmatch(key))

    def _get_session_from_db(self) -> SignedIn | None:
        row: SignedIn | None = super()._get_session_from_db()
        now = timezone.now()
        if row is None or over(row, now):
            self._session_key = None
            return None
        if now - row.seen_at > TOUCH:
            SignedIn.objects.filter(pk=row.pk).update(seen_at=now)
        return row


def over(row: SignedIn, now: datetime) -> bool:
    """Whether the browser was idle for too long, or signed in for too long."""
    return now - row.seen_at > timedelta(minutes=row.idle_minutes) or now - row.began_at > LONGEST


def sweep() -> None:
    """Remove some sessions that are over; whoever begins one does a little of it."""
    with connection.cursor() as cursor:
        cursor.execute(SWEEP, [timezone.now(), SWEPT])
