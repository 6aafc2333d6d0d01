"""What the records say of an assessment, read once: targets, records, evidence, hypotheses, gaps."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.assessments.known import known
from alongside.assessments.models import About, Assessment
from alongside.assessments.rules.evidence import Evidence, Record, gathered
from alongside.assessments.rules.gaps import gaps
from alongside.assessments.rules.hypotheses import Hypothesis, Point, hypotheses
from alongside.assessments.rules.intervals import Intervals, Marks, intervals
from alongside.assessments.rules.observers import Compared, compared
from alongside.assessments.rules.sequences import Sequences, sequences
from alongside.assessments.rules.tools import Result, points
from alongside.behaviour import lookups as behaviour
from alongside.behaviour.lookups import Around
from alongside.foundation.errors import Fault
from alongside.instruments import lookups as instruments
from alongside.measure.scatterplot import Scatterplot, scatterplot
from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts


@dataclass(frozen=True)
class Gathered:
    """All of it; `targets` begin with the one that a plan is begun for, `names` are those of all the client's targets.

    `tapped`, `intervals` and `compared` are None where nothing was counted, recorded in intervals, or by two at once.
    """

    targets: tuple[TargetFacts, ...]
    names: Mapping[Hashable, str]
    rows: tuple[Around, ...]
    evidence: Evidence
    sequences: Sequences
    tapped: Scatterplot | None
    intervals: Intervals | None
    compared: Compared | None
    hypotheses: tuple[Hypothesis, ...]
    gaps: tuple[Fault, ...]

    @property
    def weighed(self) -> bool:
        """Whether anything speaks for or against a function: without records and interviews nothing can."""
        return bool(self.evidence.n) or any(one.pros or one.cons for one in self.hypotheses)


def gather(on: Assessment) -> Gathered:
    """Nine statements, however long the record is."""
    ids = list(About.objects.filter(assessment=on).order_by("-first", "id").values_list("target_id", flat=True))
    facts = {target.id: target for target in plans.targets_of(on.client_id, also_ended=True)}
    tools = _tools(on.client_id, on.until)
    rows = behaviour.around(on.client_id, ids, first=on.began_on, last=on.until)
    records = [_record(row) for row in rows]
    watched = behaviour.watched(on.client_id, ids, first=on.began_on, last=on.until)
    evidence = gathered(records, watched, known())
    seconds = behaviour.around(on.client_id, ids, first=on.began_on, last=on.until, second=True)
    twice = compared(records, [_record(row) for row in seconds], known())
    return Gathered(
        tuple(facts[id] for id in ids), {target.id: target.name for target in facts.values()}, tuple(rows), evidence,
        sequences(records, known()), _tapped(on, ids, watched), _intervals(on, ids), twice,
        hypotheses(records, evidence, known(), tools=tools), tuple(gaps(evidence, known(), twice)),
    )  # fmt: skip


def _record(row: Around) -> Record:
    return Record(row.at, row.session_id, bool(row.details.get("occurred")), row.observer_id, row.details)


def _tapped(on: Assessment, ids: Sequence[UUID], watched: Sequence[tuple[datetime, datetime]]) -> Scatterplot | None:
    """When it was counted or timed, beside the ABC records and never added to them."""
    moments = behaviour.tapped(on.client_id, ids, first=on.began_on, last=on.until)
    return scatterplot(moments, watched, step=known()["step"], many=known()["many"]) if moments else None


def _intervals(on: Assessment, ids: Sequence[UUID]) -> Intervals | None:
    marks = [
        Marks(one.session_id, one.target_id, one.measure, one.length, one.scored)
        for one in behaviour.marked(on.client_id, ids, first=on.began_on, last=on.until)
    ]
    return intervals(marks, ids, known())


def _tools(client: UUID, until: date) -> list[tuple[str, Point]]:
    """What people answered to indirect tools in the half year before the last day. One statement."""
    since = until - timedelta(days=183)
    found = [
        Result(one.answering, one.instrument, one.scale, float(one.total), one.taken_on)
        for one in instruments.scores_of(client)
        if one.instrument in known()["tool"] and one.total is not None and since <= one.taken_on <= until
    ]
    return points(found, known())
