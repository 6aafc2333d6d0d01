"""The newest signed decision about why a client does something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.assessments.models import About, Assessment
from alongside.assessments.rules import decision as rules
from alongside.documents import lookups as documents
from alongside.documents.lookups import Signed, Written


@dataclass(frozen=True)
class Decided:
    """What was signed. `numbers`: n, occurrences, samples, sessions, observers; `cited`: at most 1,000 records."""

    assessment_id: UUID
    client_id: UUID
    target_ids: tuple[UUID, ...]
    version_id: UUID
    number: int
    decision: rules.Decision
    statement: str
    began_on: date
    until: date
    numbers: Mapping[str, int]
    hypotheses: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    cited: tuple[UUID, ...]
    signed_at: datetime
    signed_by: str
    signatures: tuple[Signed, ...] = ()

    @property
    def function(self) -> str:
        """One of reference/function.toml's `decided`."""
        return self.decision.function


def decided(client_id: UUID, target_id: UUID) -> Decided | None:
    """What was decided last about a target; None before anything is signed."""
    found = [one for one in decisions_of(client_id) if target_id in one.target_ids]
    return max(found, key=lambda one: one.signed_at, default=None)


def decisions_of(client_id: UUID) -> tuple[Decided, ...]:
    """The newest signed version of each assessment of a client."""
    found = Assessment.objects.filter(client=client_id).order_by("opened_at")
    about = _targets(client_id)
    made = ((one, documents.versions(one.document_id)) for one in found)
    return tuple(_decided(one, versions[-1], about.get(one.pk, ())) for one, versions in made if versions)


def signed(version: Written, assessment: Assessment, targets: Iterable[UUID]) -> Decided:
    """A signed version as values."""
    return _decided(assessment, version, tuple(targets))


def _targets(client_id: UUID) -> dict[UUID, tuple[UUID, ...]]:
    found: dict[UUID, list[UUID]] = {}
    rows = About.objects.filter(client=client_id).order_by("-first", "id")
    for assessment, target in rows.values_list("assessment_id", "target_id"):
        found.setdefault(assessment, []).append(target)
    return {assessment: tuple(targets) for assessment, targets in found.items()}


def _decided(one: Assessment, version: Written, targets: tuple[UUID, ...]) -> Decided:
    body: Mapping[str, Any] = version.body
    last = version.signatures[-1]
    return Decided(
        assessment_id=one.pk, client_id=one.client_id, target_ids=targets, version_id=version.id, number=version.number,
        decision=rules.read(body), statement=body["statement"], began_on=date.fromisoformat(body["began_on"]),
        until=date.fromisoformat(body["until"]), numbers=body["numbers"],
        hypotheses=tuple((row["function"], row["strength"]) for row in body["hypotheses"]), gaps=tuple(body["gaps"]),
        cited=tuple(UUID(id) for one in body["sentences"] for e in one["evidence"] for id in e["ids"]),
        signed_at=last.at, signed_by=f"{last.name}, {last.credential}" if last.credential else last.name,
        signatures=version.signatures,
    )  # fmt: skip
