"""What stands about no client: reviewed knowledge, programs, sites, whom to call."""

from collections.abc import Iterator, Sequence
from typing import Any

from alongside.agencies.models import Programme, Site
from alongside.field.packing.caseload import Caseload, lasting
from alongside.foundation import reference as knowledge
from alongside.notes.forms_in_use import edition
from alongside.people.models import Client
from alongside.skills import library
from alongside.workforce.on_call import to_call

CARE = ("noticing", "reinforcement", "living", "crisis", "safety", "technique_words")


def reference(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[None, dict[str, Any]]]:
    """No statement: as in reference/."""
    payers, form = knowledge.load("payers"), knowledge.load("forms/progress_note")
    yield None, {
        "measures": knowledge.load("measures"), "visits": knowledge.load("visits"),
        "drafting_words": knowledge.load("drafting_words"), "formats": form["format"], "form_edition": edition(),
        "elements": payers["element"], "payers": payers["rules"], **{name: knowledge.load(name) for name in CARE},
        "techniques": library.carried(),
    }  # fmt: skip


def places(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[None, dict[str, Any]]]:
    """At most six statements."""
    programmes = Programme.objects.filter(lasting(load.day)).order_by("name", "pk")
    sites = Site.objects.filter(lasting(load.day)).order_by("name", "pk")
    yield (
        None,
        {
            "programmes": list(programmes.values("id", "name", "setting", "note_format", "service_code", "payer")),
            "sites": list(sites.values("id", "name", "place_of_service", "zone")),
            "on_call": _on_call(load),
        },
    )


def _on_call(load: Caseload) -> list[dict[str, str]]:
    """The agency's numbers of the day for where these visits are; else who supervises today, or covers for them."""
    sites = {standing.visit.site_id for standing in load.visits} - {None}
    programmes = {standing.visit.programme_id for standing in load.visits} - {None}
    found = to_call(load.by.staff_id, load.day, sites=sites, programmes=programmes)
    return [{"name": one.name, "number": one.number} for one in found]
