"""What the records say of an assessment, read once: targets, records, evidence, hypotheses, gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.assessments.known import known
from alongside.assessments.models import About, Assessment
from alongside.assessments.rules.evidence import Evidence, Record, gathered
from alongside.assessments.rules.gaps import gaps
from alongside.assessments.rules.hypotheses import Hypothesis, Point, hypotheses
from alongside.assessments.rules.tools import Result, points
from alongside.behaviour import lookups as behaviour
from alongside.behaviour.lookups import Around
from alongside.foundation.errors import Fault
from alongside.instruments import lookups as instruments
from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts


@dataclass(frozen=True)
class Gathered:
    """All of it; `targets` begin with the one that a plan is begun for."""

    targets: tuple[TargetFacts, ...]
    rows: tuple[Around, ...]
    evidence: Evidence
    hypotheses: tuple[Hypothesis, ...]
    gaps: tuple[Fault, ...]


def gather(on: Assessment) -> Gathered:
    """Six statements, however long the record is."""
    ids = list(About.objects.filter(assessment=on).order_by("-first", "id").values_list("target_id", flat=True))
    facts = {target.id: target for target in plans.targets_of(on.client_id, also_ended=True)}
    return _told(
        tuple(facts[id] for id in ids), _tools(on.client_id, on.until), *_read(on.client_id, ids, on.began_on, on.until)
    )


def _read(client: UUID, ids: Sequence[UUID], first: date, last: date) -> tuple[list[Around], Evidence, list[Record]]:
    rows = behaviour.around(client, ids, first=first, last=last)
    records = [
        Record(row.at, row.session_id, bool(row.details.get("occurred")), row.observer_id, row.details) for row in rows
    ]
    return rows, gathered(records, behaviour.watched(client, ids, first=first, last=last), known()), records


def _tools(client: UUID, until: date) -> list[tuple[str, Point]]:
    """What people answered to indirect tools in the half year before the last day. One statement."""
    since = until - timedelta(days=183)
    found = [
        Result(one.answering, one.instrument, one.scale, float(one.total), one.taken_on)
        for one in instruments.scores_of(client)
        if one.instrument in known()["tool"] and one.total is not None and since <= one.taken_on <= until
    ]
    return points(found, known())


def _told(
    targets: tuple[TargetFacts, ...], tools: Sequence[tuple[str, Point]], rows: list[Around], evidence: Evidence,
    records: list[Record],
) -> Gathered:  # fmt: skip
    return Gathered(
        targets,
        tuple(rows),
        evidence,
        hypotheses(records, evidence, known(), tools=tools),
        tuple(gaps(evidence, known())),
    )
