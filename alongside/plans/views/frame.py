"""What stands around every page of a client's plans: the banner, and the pages beside this one."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from alongside.foundation.messages import say
from alongside.people.banner import banner

ABOVE = {"fidelity": "fidelity.see", "thread": "chart.threads"}  # pages of apps above, by address
PAGES = ("plans", "plan_card", "phases", "menu", "restrictions")


def frame(request: HttpRequest, client_id: UUID, here_page: str = "") -> dict[str, Any]:
    """Context of a page of one client. Raises NotHere."""
    return {
        "banner": banner(client_id),
        "client_id": client_id,
        "person_url": reverse("person", args=[client_id]),
        "here": "clients",
        "here_tab": "plans",
        "here_page": here_page,
        "pages": pages(request, client_id),
    }


def pages(request: HttpRequest, client_id: UUID) -> list[tuple[str, str, str]]:
    """The pages beside one another under the tab of plans: key, label, address."""
    own = [(page, say(f"plans.tab.{page}"), reverse(f"plans.{page}", args=[client_id])) for page in PAGES]
    return own + [
        (page, say(f"plans.tab.{page}"), f"/clients/{client_id}/{page}/")
        for page, verb in ABOVE.items()
        if request.actor.may(verb)
    ]


def opened_for(request: HttpRequest) -> str:
    """The client on whose page the form stood. A form without one is of no client's page."""
    return request.POST.get("client", "")
