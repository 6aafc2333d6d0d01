"""Which quilt mark somebody new is given."""

from typing import Any

from alongside.foundation.webkit.quilt import Mark, given
from alongside.people.models import Client, Enrolment


def rare_mark(program: Any) -> Mark:
    """Rare among those of the same program, who will share caseloads, before rare in the agency."""
    here = Client.objects.filter(discharged_on=None)
    near = here.filter(pk__in=Enrolment.objects.filter(programme=program, ended_on=None).values("client_id"))
    return given(_marks(near), _marks(here))


def _marks(clients: Any) -> list[Mark]:
    return [Mark(*pair) for pair in clients.values_list("quilt_pattern", "quilt_hue")]
