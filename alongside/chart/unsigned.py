"""Why a point of a graph is open."""

from uuid import UUID

from alongside.notes.lookups import open_sessions
from alongside.sessions.clocks import clocks_of
from alongside.sessions.wording import clock_said


def why_open(client_id: UUID) -> dict[UUID, str]:
    """Session -> why its point is open: its note is not signed, or the clock it was recorded by was wrong."""
    found = open_sessions(client_id)
    for session, off in clocks_of(client_id).items():
        found[session] = "; ".join(filter(None, [found.get(session, ""), clock_said(off).removesuffix(".")]))
    return found
