"""What stands around every page of a client's assessments."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from alongside.people.banner import banner


def frame(client_id: UUID) -> dict[str, Any]:
    """Context of a page of one client. Raises NotHere."""
    return {
        "banner": banner(client_id),
        "client_id": client_id,
        "here": "clients",
        "here_tab": "function",
        "faults": (),
    }


def opened_for(request: HttpRequest) -> str:
    """The client on whose page the form stood. A form without one is of no client's page."""
    return request.POST.get("client", "")
