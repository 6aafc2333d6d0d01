"""What every page of a running visit shows around its own matter."""

from typing import Any

from django.utils.timezone import now

from alongside.foundation.messages import say
from alongside.people.lookups import Banner
from alongside.sessions.lookups import Spent


def frame(banner: Banner, session: Spent) -> dict[str, Any]:
    """Whose visit it is, its clock while it runs, and where help is."""
    return {
        "banner": banner, "session": session, "zone": session.zone, "page_title": say("desk.visit.title"),
        "help_url": f"/clients/{banner.id}/help/", "elapsed": now() - session.began_at,
        "clock_from": None if session.ended_at else session.began_at,
    }  # fmt: skip
