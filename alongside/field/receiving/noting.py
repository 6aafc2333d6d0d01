"""Keeping with a session that the clock of the device was wrong when something of it was recorded."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from alongside.field.receiving.run import Item
from alongside.foundation.errors import NotHere, Refused
from alongside.foundation.policy import Actor
from alongside.sessions import actions as sessions
from alongside.sessions.actions import Recorded

log = logging.getLogger("alongside.field")

# The session that an operation is about: itself, or that of the row that it is on; of what it began, its own.
WHICH = """
select x.id, coalesce(
    (select s.id from sessions_session s where s.id = x.on_id),
    (select o.session_id from behaviour_observation o where o.id = x.on_id),
    (select n.session_id from notes_note n where n.id = x.on_id),
    (select c.session_id from incidents_crisis c where c.id = x.on_id),
    (select s.id from sessions_session s where s.id = x.id),
    (select c.session_id from incidents_crisis c where c.id = x.id))
from unnest(%s::uuid[], %s::uuid[]) as x (id, on_id)
"""


def note(items: Iterable[Item], *, by: Callable[[UUID], Actor | None], now: datetime) -> None:
    """Of what was carried out just now. No statement where every clock was right; `by` gives the actor of an author."""
    off = [item for item in items if item.outcome == "done" and item.changed and item.off_ms is not None]
    if not off:
        return
    sessions_of = _sessions(off)
    groups: dict[tuple[UUID, UUID], list[Recorded]] = {}
    for item in off:
        session = sessions_of.get(item.id)
        if session and item.enrolment:
            groups.setdefault((item.enrolment.staff, session), []).append(_recorded(item, now))
    for (staff, session), records in groups.items():
        author = by(staff)
        if author:
            _keep(author, session, records)


def _keep(by: Actor, session: UUID, records: list[Recorded]) -> None:
    """Whatever stands against it, what was recorded stays; how far the clock was off is on its receipt too."""
    try:
        with transaction.atomic():
            sessions.note_clock(by=by, on=session, records=records)
    except (Refused, NotHere):
        log.warning("a wrong clock could not be noted with session %s", session)


def _recorded(item: Item, now: datetime) -> Recorded:
    assert item.operation is not None and item.off_ms is not None
    received = item.kept.received_at if item.kept else now
    return Recorded(item.id, item.operation.kind, item.operation.at, item.off_ms, received)


def _sessions(items: list[Item]) -> dict[UUID, UUID | None]:
    pairs = [(item.id, item.operation.on) for item in items if item.operation]
    with connection.cursor() as cursor:
        cursor.execute(WHICH, [[id for id, _ in pairs], [on for _, on in pairs]])
        return dict(cursor.fetchall())
