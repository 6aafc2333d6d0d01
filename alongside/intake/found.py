"""What was found, as values: the draft at work, what was signed and sent, and who has read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import alongside.intake.policy  # noqa: F401  (the rules of these verbs)
from alongside.documents import lookups as documents
from alongside.documents.lookups import AtWork, Signed
from alongside.intake.models import Addressed, Findings, Intake, Seen, Summary
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Reader:
    """Somebody a summary was sent to. `at` is None while they have not said that they read it."""

    staff: UUID
    name: str
    at: datetime | None
    remark: str


@dataclass(frozen=True)
class SummaryShown:
    """A summary as it was sent. `version`: its number as a document; None where it was sent before they were signed."""

    id: UUID
    number: int
    strengths: str
    findings: str
    risk: str
    recommendations: str
    name: str
    credential: str
    at: datetime
    readers: tuple[Reader, ...]
    version: int | None = None
    signatures: tuple[Signed, ...] = ()

    @property
    def unseen(self) -> tuple[Reader, ...]:
        return tuple(one for one in self.readers if one.at is None)


def at_work_of(intake: Intake) -> AtWork | None:
    """The draft of an intake's findings. Two statements."""
    there = Findings.objects.filter(intake=intake).first()
    return documents.at_work(there.document_id) if there else None


def summaries_of(intake: Intake | None) -> tuple[SummaryShown, ...]:
    """Newest first, each with whom it was sent to."""
    return shown(list(Summary.objects.filter(intake=intake).order_by("-number")) if intake else [])


def shown(rows: list[Summary]) -> tuple[SummaryShown, ...]:
    """These, each with whom it was sent to, and with its signatures. Five statements."""
    sent = list(Addressed.objects.filter(summary__in=rows))
    seen = {(one.summary_id, one.staff_id): one for one in Seen.objects.filter(summary__in=rows)}
    signed = documents.signed_versions([row.version_id for row in rows if row.version_id])
    called = names(one.staff_id for one in sent)
    readers: dict[UUID, list[Reader]] = {row.pk: [] for row in rows}
    for one in sent:
        said = seen.get((one.summary_id, one.staff_id))
        reader = Reader(one.staff_id, called[one.staff_id], said.at if said else None, said.remark if said else "")
        readers[one.summary_id].append(reader)
    return tuple(_summary(row, readers[row.pk], signed.get(row.version_id) if row.version_id else None) for row in rows)


def _summary(row: Summary, readers: list[Reader], signed: tuple[int, tuple[Signed, ...]] | None) -> SummaryShown:
    version, signatures = signed or (None, ())
    order = tuple(sorted(readers, key=lambda one: (one.at is not None, one.name)))
    return SummaryShown(
        row.pk, row.number, row.strengths, row.findings, row.risk, row.recommendations, row.name, row.credential,
        row.at, order, version, signatures,
    )  # fmt: skip
