"""Statements that PostgreSQL parses and plans once a connection: for the few that run many times a second.

Django binds values into the text of a statement, so that each call is a new statement to plan; planning the long ones
took longer than carrying them out. The plans go with the connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper

AFTER = 2  # calls of a statement on a connection, after which it is kept prepared


@contextmanager
def planned() -> Iterator[CursorWrapper]:
    """A cursor within the current transaction, wrapped as every other; its statements are prepared.

    Where Django lists what is sent (it cannot write prepared statements down with their values), an ordinary one.
    """
    with _prepared() if not connection.queries_logged else connection.cursor() as cursor:
        yield cursor


def _prepared() -> CursorWrapper:
    connection.ensure_connection()
    line = connection.connection
    if line.prepare_threshold is None:  # Django's own cursors bind on this side, and prepare nothing either way
        line.prepare_threshold = AFTER
    return connection.make_cursor(ServerBindingCursor(line))  # type: ignore[call-arg, arg-type]  # the stubs miss both
