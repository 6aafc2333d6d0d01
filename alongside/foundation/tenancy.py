"""Whose records this transaction may see. The wall itself is in PostgreSQL (walls.py)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Func, UUIDField

AGENCY = "alongside.agency"
ACCOUNT = "alongside.account"

hurried: ContextVar[bool] = ContextVar("alongside_hurried", default=False)
"""Whether a request or job stands inside the wall: nothing slow may happen there (tests/guards/slow.py)."""

_inside: ContextVar[UUID | None] = ContextVar("alongside_inside", default=None)


class CurrentAgency(Func):
    """The agency of this transaction, as a column default: no caller can pass another."""

    template = f"nullif(current_setting('{AGENCY}', true), '')::uuid"
    output_field = UUIDField()


def current() -> UUID | None:
    """The agency whose wall this thread stands in, or None outside any."""
    return _inside.get()


@contextmanager
def inside(agency_id: UUID, account_id: UUID | None = None) -> Iterator[None]:
    """Open a transaction that sees one agency's rows. Both settings end with the transaction.

    Inside another agency's transaction it sets the outer one back, so that a test can visit two walls.
    """
    outer = _inside.get()
    token = _inside.set(agency_id)
    try:
        with transaction.atomic():
            _set(agency_id, account_id)
            yield
            if outer is not None and outer != agency_id:
                _set(outer, None)
    finally:
        _inside.reset(token)


@contextmanager
def as_account(account_id: UUID) -> Iterator[None]:
    """Open a transaction that sees the rows of one account, and of no agency."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config(%s, '', true), set_config(%s, %s, true)", [AGENCY, ACCOUNT, str(account_id)])
        yield


@contextmanager
def also_as(account_id: UUID) -> Iterator[None]:
    """Within an agency's transaction, see the rows of one account too; afterwards as before."""
    with connection.cursor() as cursor:
        cursor.execute("select current_setting(%s, true)", [ACCOUNT])
        before = cursor.fetchone()[0] or ""
        cursor.execute("select set_config(%s, %s, true)", [ACCOUNT, str(account_id)])
        yield
        cursor.execute("select set_config(%s, %s, true)", [ACCOUNT, before])


def _set(agency_id: UUID, account_id: UUID | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config(%s, %s, true), set_config(%s, %s, true)",
            [AGENCY, str(agency_id), ACCOUNT, str(account_id or "")],
        )


class FirstOutside(Exception):
    """Something slow has to be done first: whoever holds the transaction leaves it, calls `do`, and begins anew."""

    def __init__(self, do: Callable[[], object]) -> None:
        super().__init__()
        self.do = do


@contextmanager
def hurry() -> Iterator[None]:
    """Say that a transaction is held open for somebody who waits: no rendering, password hashing, mail or network."""
    token = hurried.set(True)
    try:
        yield
    finally:
        hurried.reset(token)
