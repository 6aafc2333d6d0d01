"""What a client is taught, and with what: `skills/1`, `techniques/1`."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from alongside.field.packing.caseload import Caseload
from alongside.people.models import Client
from alongside.skills import library
from alongside.skills.lookups import DueProbe, chosen_of_all, due_probes, taught_now

LEASE_DAYS = timedelta(days=3)  # what comes due while the pack may be read


def skills(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Where each program stands, and what of it is to be looked at again. Six statements at most."""
    ids = [client.pk for client in clients]
    probes: dict[UUID, list[DueProbe]] = defaultdict(list)
    for probe in due_probes(ids, day=load.day + LEASE_DAYS):
        probes[probe.client_id].append(probe)
    for id, taught in taught_now(ids).items():
        due = Counter(probe.program_id for probe in probes[id] if probe.due_on <= load.day)
        if taught:
            lines = [
                {"program": t.program_id, "target": t.target_id, "name": t.name, "said": t.said,
                 "due": due[t.program_id]}
                for t in taught
            ]  # fmt: skip
            yield id, {"taught": lines, "probes": [_probe(probe) for probe in probes[id]]}


def techniques(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """What the client is taught of the library, with what to watch for. One statement."""
    chosen = chosen_of_all([client.pk for client in clients])
    for client in clients:
        lines = [
            {"technique": one.technique, "name": one.name, "words": one.words, **_how(one.technique)}
            for one in chosen[client.pk]
        ]
        yield client.pk, {"chosen": lines}


def _probe(probe: DueProbe) -> dict[str, Any]:
    return {"id": probe.id, "program": probe.program_id, "name": probe.name, "kind": probe.kind,
            "due_on": probe.due_on}  # fmt: skip


def _how(key: str) -> dict[str, Any]:
    """How it is done; nothing where a later edition has it no more."""
    found = library.technique(key)
    if found is None:
        return {"what_for": "", "steps": [], "watch": "", "not_when": ""}
    return {"what_for": found.what_for, "steps": list(found.steps), "watch": found.watch, "not_when": found.not_when}
