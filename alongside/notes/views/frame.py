"""What every page of one client's note hands to its template: the banner, the title, today."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest

from alongside.foundation.messages import say
from alongside.people.lookups import Banner


def frame(request: HttpRequest, banner: Banner, title: str) -> dict[str, Any]:
    """Context of a page about one client. `title` is a code and holds no name."""
    today = datetime.now(ZoneInfo(request.actor.zone)).date()  # type: ignore[attr-defined]
    return {"banner": banner, "today": today, "page_title": say(title), "here": "notes"}
