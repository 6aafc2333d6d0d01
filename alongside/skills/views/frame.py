"""What stands around every page of a client's skills: the banner, and the pages beside this one."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from alongside.foundation.messages import say
from alongside.people.banner import banner

PAGES = ("programs", "techniques", "tokens")


def frame(request: HttpRequest, client_id: UUID, here_page: str = "") -> dict[str, Any]:
    """Context of a page of one client. Raises NotHere."""
    return {
        "banner": banner(client_id),
        "client_id": client_id,
        "here": "clients",
        "here_tab": "skills",
        "here_page": here_page,
        "pages": [(page, say(f"skills.tab.{page}"), reverse(f"skills.{page}", args=[client_id])) for page in PAGES],
        "faults": (),
    }


def opened_for(request: HttpRequest) -> str:
    """The client on whose page the form stood. A form without one is of no client's page."""
    return request.POST.get("client", "")
