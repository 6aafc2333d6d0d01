"""Who and what is around a client, for the first page of their record."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.foundation.moments import today
from alongside.people.models import Client, Contact, TeamPlace


@dataclass(frozen=True)
class Near:
    """Somebody near: a colleague on the care team, or a contact. `part`: code of a team part, or the relation."""

    name: str
    part: str
    since: date


@dataclass(frozen=True)
class AroundClient:
    """The care team and the contacts of today, and what the client and others say of the client."""

    team: tuple[Near, ...]
    contacts: tuple[Near, ...]
    own_words: str
    strengths: str
    matters: str


def around(client_id: UUID, *, zone: str) -> AroundClient:
    """Who is near today in `zone`. Three statements."""
    client, day = Client.objects.get(pk=client_id), today(zone)
    now = Q(ended_on=None) | Q(ended_on__gt=day)
    team = TeamPlace.objects.filter(now, client=client_id, began_on__lte=day).select_related("staff__party")
    contacts = Contact.objects.filter(now, client=client_id, began_on__lte=day).select_related("party")
    return AroundClient(
        tuple(Near(t.staff.party.name, t.part, t.began_on) for t in team.order_by("began_on")),
        tuple(Near(c.party.name, c.relation, c.began_on) for c in contacts.order_by("began_on")),
        client.own_words, client.strengths, client.matters,
    )  # fmt: skip
