"""What stands around every page of a client's answers."""

from typing import Any

from alongside.foundation.messages import say
from alongside.foundation.webkit.request import Request
from alongside.people.banner import Banner


def frame(banner: Banner, title: str) -> dict[str, Any]:
    """Context of a page about one client. `title` is a code and holds no name."""
    return {
        "banner": banner, "client_id": banner.id, "here": "clients", "here_tab": "instruments",
        "page_title": say(title),
    }  # fmt: skip


def opened_for(request: Request) -> str:
    """The client on whose page the form stood. A form without one is of no client's page."""
    return request.POST.get("client", "")
