"""A visit in a home or out of doors is watched without anybody asking: called from settled entries."""

from datetime import UTC, datetime, timedelta

from alongside.foundation import reference
from alongside.foundation.models import Entry
from alongside.safety.models import Watch
from alongside.schedule.lookups import planned
from alongside.sessions.models import Ending, Session


def watch_by_place(entry: Entry) -> None:
    """Open a watch for a session that has a planned end, in a place where people work alone. Once a session.

    Not where that time is over already: what a device hands in late tells of a visit that has been.
    """
    assert entry.subject_id is not None
    session, known = Session.objects.get(pk=entry.subject_id), reference.load("safety")
    if session.visit_id is None or session.place_of_service not in known["places"]:
        return
    due_at = planned(session.visit_id).ends_at + timedelta(minutes=known["grace_minutes"])
    if due_at <= datetime.now(UTC) or Ending.objects.filter(session=session).exists():
        return
    values = {"client_id": session.client_id, "staff_id": session.staff_id, "due_at": due_at, "by_rule": True}
    Watch.objects.get_or_create(session=session, defaults=values)
