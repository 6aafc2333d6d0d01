"""Who a client is in a record: legal name, number, birth date and diagnosis beside the name they use."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.foundation.errors import NotHere
from alongside.people.models import Client


@dataclass(frozen=True)
class Identity:
    """A client as a signed record names them."""

    id: UUID
    name: str
    legal_name: str
    given: str
    pronouns: str
    identifier: str
    born: date | None
    diagnosis: str


def identity(client_id: UUID) -> Identity:
    """One client. Raises NotHere. One statement."""
    client = Client.objects.select_related("party").filter(pk=client_id).first()
    if client is None:
        raise NotHere("people.Client")
    party = client.party
    return Identity(
        client.pk, party.name, f"{party.legal_given} {party.legal_family}".strip(), party.given, party.pronouns,
        client.identifier, party.birth_date, client.diagnosis,
    )  # fmt: skip
