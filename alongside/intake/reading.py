"""Small facts about an intake, for its actions and its pages."""

from typing import Any
from uuid import UUID

from alongside.foundation.moments import today
from alongside.people.lookups import supervisors_of_client
from alongside.people.models import Client, TeamPlace


def record_now(client_id: UUID) -> dict[str, Any]:
    """What the record says of who somebody is. One statement."""
    row = Client.objects.select_related("party").get(pk=client_id)
    care = {name: getattr(row, name) for name in ("strengths", "matters", "own_words", "culture")}
    person = {name: getattr(row.party, name) for name in ("pronouns", "language", "interpreter")}
    return {**care, **person}


def team_of(client_id: UUID, zone: str) -> list[UUID]:
    """Supervisors and everybody who has a place on the team today, each once. Two statements."""
    day = today(zone)
    places = TeamPlace.objects.filter(client=client_id, began_on__lte=day).order_by("began_on", "id")
    here = [p.staff_id for p in places if p.ended_on is None or p.ended_on > day]
    return list(dict.fromkeys([*supervisors_of_client(client_id), *here]))
