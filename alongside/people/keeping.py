"""Which records need not be kept any more, by the rules that the agency works by on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agencies.lookups import jurisdiction
from alongside.foundation import editions
from alongside.people.models import Client, Enrolment
from alongside.people.retention import Kept, kept

RULES = "retention"


@dataclass(frozen=True)
class Rules:
    """The rules in force for an agency, and the edition they stand in; none where it switched them off."""

    edition: str
    rules: tuple[dict[str, Any], ...]
    jurisdiction: str
    day: date


def rules_of(agency_id: UUID, day: date) -> Rules:
    """Three statements at most."""
    found = editions.body(RULES, RULES, day)
    name, body = found if found else ("", {"rule": ()})
    return Rules(name, tuple(body["rule"]), jurisdiction(agency_id), day)


def kept_until(clients: Iterable[Client], by: Rules) -> dict[UUID, Kept | None]:
    """How long each discharged client's record is kept. Their parties must have been fetched. One statement."""
    some = list(clients)
    payers: dict[UUID, set[str]] = {client.pk: set() for client in some}
    for client_id, payer in Enrolment.objects.filter(client__in=some).values_list("client_id", "programme__payer"):
        payers[client_id].add(payer)
    return {
        client.pk: kept(
            by.rules, on=by.day, jurisdiction=by.jurisdiction, payers=payers[client.pk], born=client.party.birth_date,
            discharged_on=client.discharged_on,
        )
        for client in some
        if client.discharged_on
    }  # fmt: skip
