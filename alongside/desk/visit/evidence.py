"""How it is known when and where a visit was: kept for what is recorded on these pages."""

from datetime import datetime
from uuid import UUID, uuid5

from django.http import HttpRequest

from alongside.sessions import actions as sessions
from alongside.sessions.verifying import Evidence


def on_the_web(request: HttpRequest, session_id: UUID, moment: str, *, at: datetime) -> None:
    """Begun or ended on a page of this site: no place is told. A second tap keeps it once."""
    evidence = Evidence(moment=moment, how="web", device_at=at)
    sessions.verify(by=request.actor, on=session_id, id=uuid5(session_id, moment), evidence=evidence)
