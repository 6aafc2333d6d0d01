"""Restrictive procedures that are in force: `procedures/1`. One that somebody does not agree to is not taken along."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.field.packing.caseload import Caseload
from alongside.field.packing.sections.plans import in_force
from alongside.people.models import Client
from alongside.plans import gates, reading, telling
from alongside.plans.rules.texts import Restriction


def procedures(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Each with its limits, and the last day on which everybody still agrees. Three statements at most."""
    versions = {version.pk: version.client_id for version in in_force(load, clients)}
    written = reading.procedures(versions)
    given = gates.approvals({said.restriction_id for these in written.values() for _, said in these})
    for version, client in versions.items():
        lines = [
            line
            for id, said in written[version]
            if said.restriction_id
            for line in _in_force(id, said, gates.open_of(said, given[said.restriction_id], on=load.day))
        ]
        if lines:
            yield client, {"procedures": lines}


def _in_force(id: UUID, said: Restriction, of: Sequence[gates.Gate]) -> Iterator[dict[str, Any]]:
    """Nothing while one gate is shut."""
    until: list[date] = [gate.approval.expires_on for gate in of if gate.is_open and gate.approval]
    if of and len(until) == len(of):
        yield {
            "id": id, "kind": said.kind, "what": said.what, "until": min(until),
            "limits": [{"name": name, "text": text} for name, text in telling.card_limits(said)],
        }  # fmt: skip
