"""One's visits of today and the next days: `today/1`."""

from collections.abc import Iterator, Sequence
from typing import Any

from alongside.agencies.models import Site
from alongside.field.packing.caseload import Caseload
from alongside.people.models import Client
from alongside.sessions.diary import Standing


def today(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[None, dict[str, Any]]]:
    """One statement."""
    places = dict(Site.objects.values_list("pk", "place_of_service"))
    yield None, {"day": load.day, "zone": load.by.zone, "visits": [_visit(load, one, places) for one in load.visits]}


def _visit(load: Caseload, one: Standing, places: dict[Any, str]) -> dict[str, Any]:
    """`cover`: no session with this client was ever begun by whoever takes the pack along."""
    visit = one.visit
    return {
        "id": visit.id, "client": visit.client_id, "begins_at": visit.begins_at, "ends_at": visit.ends_at,
        "zone": visit.zone, "place": visit.place, "site": visit.site_id, "site_name": visit.site,
        "place_of_service": places.get(visit.site_id, "99"), "programme": visit.programme_id,
        "standing": one.state, "cover": visit.client_id not in load.met,
    }  # fmt: skip
