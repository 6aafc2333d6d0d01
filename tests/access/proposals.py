"""What one person proposes and another decides: disposals, editions of shipped knowledge, words for a path."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.agencies import actions as agencies
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.instruments import actions as instruments
from alongside.people import actions as people

WHY = "The family was told twice and asked for nothing."
STEPS = {"path": "suicide", "must": "Stay.", "grave_must": "Stay and call.", "numbers": "Lead, 215 555 0199"}
LONG_AGO = {"admitted_on": date(2000, 1, 3), "discharged_on": date(2005, 3, 1)}


def gone(office: Actor, director: Actor, number: int) -> UUID:
    """A client whose record was kept as long as it must be."""
    client = people.admit(
        by=office, on=office.agency_id, given="Gone", family="Access", identifier=f"GONE-{number}",
        born=date(1960, 5, 1 + number % 28), admitted_on=LONG_AGO["admitted_on"],
    )  # fmt: skip
    people.discharge(by=director, on=client.pk, discharged_on=LONG_AGO["discharged_on"])
    return client.pk


def proposed(by: Actor, client: UUID) -> dict[str, Any]:
    """Every kind, by one person."""
    edition = {"kind": "retention", "key": "retention", "edition": "", "since": today(by.zone) + timedelta(days=90)}
    return {
        "gone": client, "disposal": people.propose_disposal(by=by, on=client, reason=WHY).pk,
        "wording": instruments.word_path(by=by, on=by.agency_id, **STEPS).pk,
        "proposal": agencies.propose_edition(by=by, on=by.agency_id, reason=WHY, **edition).pk,
    }  # fmt: skip
