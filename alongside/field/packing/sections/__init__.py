"""The sections of a pack: kind -> the verb whose grant opens it, and what makes its bodies.

A later section is one line here and one function: `(caseload, clients) -> (client or None, body)`, with a number of
statements that does not grow with the clients.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.field.packing.caseload import Caseload
from alongside.field.packing.sections import (
    agency,
    care,
    clients,
    forms,
    notes,
    plans,
    procedures,
    running,
    teaching,
    visits,
)
from alongside.people.models import Client

Bodies = Iterator[tuple[UUID | None, dict[str, Any]]]
Make = Callable[[Caseload, Sequence[Client]], Bodies]


@dataclass(frozen=True)
class Section:
    """`verb` "" is for what stands about no client."""

    verb: str
    make: Make


SECTIONS: dict[str, Section] = {
    "today/1": Section("", visits.today),
    "reference/1": Section("", agency.reference),
    "places/1": Section("", agency.places),
    "client/1": Section("people.see", clients.client),
    "card/1": Section("plans.see_card", plans.card),
    "targets/1": Section("sessions.start", plans.targets),
    "procedures/1": Section("plans.see_card", procedures.procedures),
    "strategies/1": Section("sessions.start", plans.strategies),
    "crisis/1": Section("plans.see_card", clients.crisis),
    "cover/1": Section("plans.see_cover", plans.cover),
    "note/1": Section("sessions.start", notes.note),
    "reinforcers/1": Section("sessions.start", care.reinforcers),
    "living/1": Section("sessions.start", care.living),
    "skills/1": Section("sessions.start", teaching.skills),
    "techniques/1": Section("sessions.start", teaching.techniques),
    "session/1": Section("sessions.start", running.session),
    "questions/1": Section("instruments.begin", forms.questions),
    "forms/1": Section("instruments.begin", forms.forms),
}
"""In the order in which a device wants them."""
