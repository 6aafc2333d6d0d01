"""What stands about no client: reviewed knowledge, programs, sites, whom to call."""

from collections.abc import Iterator, Sequence
from typing import Any

from alongside.agencies.models import Programme, Site
from alongside.field.packing.caseload import Caseload, lasting
from alongside.foundation import reference as knowledge
from alongside.notes.forms_in_use import edition
from alongside.parties.models import ContactPoint
from alongside.people.models import Client
from alongside.workforce.lookups import supervisors_of
from alongside.workforce.models import Staff

CARE = ("noticing", "reinforcement", "living", "crisis", "safety")


def reference(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[None, dict[str, Any]]]:
    """No statement: as in reference/."""
    payers, form = knowledge.load("payers"), knowledge.load("forms/progress_note")
    yield None, {
        "measures": knowledge.load("measures"), "visits": knowledge.load("visits"),
        "drafting_words": knowledge.load("drafting_words"), "formats": form["format"], "form_edition": edition(),
        "elements": payers["element"], "payers": payers["rules"], **{name: knowledge.load(name) for name in CARE},
    }  # fmt: skip


def places(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[None, dict[str, Any]]]:
    """Five statements."""
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
    """Who supervises today, or covers for the supervisor, with a number that may be called."""
    staff = Staff.objects.filter(pk__in=supervisors_of(load.by.staff_id)).select_related("party")
    of = {one.party_id: one.party.name for one in staff}
    phones = ContactPoint.objects.filter(party__in=of, kind="phone", safe=True, ended_on=None).order_by("pk")
    return [{"name": of[phone.party_id], "number": phone.value} for phone in phones]
