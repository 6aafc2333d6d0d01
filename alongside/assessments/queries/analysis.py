"""One structured analysis with what its entries come to."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.assessments.actions.analyses import enter, keep
from alongside.assessments.known import known
from alongside.assessments.models import Analysis, Entry
from alongside.assessments.rules import entries as rules
from alongside.assessments.rules.entries import Condition, Segment, Standing
from alongside.assessments.standing import standing
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.measure.preference import Ranked
from alongside.workforce import lookups as workforce


@dataclass(frozen=True)
class AnalysisShown:
    """What was arranged, each entry that stands, and what they come to. `days`: by number, with who entered it."""

    id: UUID
    client_id: UUID
    kind: str
    group: str
    source: str
    title: str
    names: tuple[str, ...]
    control: str
    unit: str
    target: str
    entries: tuple[Standing, ...]
    days: dict[int, tuple[date, str]]
    ranking: tuple[Ranked, ...]
    conditions: tuple[Condition, ...]
    segments: tuple[Segment, ...]
    left: tuple[tuple[str, str], ...]
    kept: bool
    may_enter: bool
    may_keep: bool
    may_print: bool


@query("assessments.look", on="assessments.Analysis", fetch=("target",))
def look(*, by: Actor, on: Analysis) -> AnalysisShown:
    """A bounded number of statements, however many entries there are."""
    return _look(by, on)


@query("assessments.print_analysis", on="assessments.Analysis", fetch=("target",))
def analysis_on_paper(*, by: Actor, on: Analysis) -> AnalysisShown:
    """The same to be printed: asked and written down by itself, for paper leaves the house."""
    return _look(by, on)


def _look(by: Actor, on: Analysis) -> AnalysisShown:
    about, rows = known()["analysis"][on.kind], standing(on.pk)
    group = about["group"]
    may = [isinstance(ask(by, act.verb, on), Capacity) for act in (enter, keep)]
    return AnalysisShown(
        id=on.pk, client_id=on.client_id, kind=on.kind, group=group, source=about["source"], title=on.title,
        names=tuple(on.names), control=on.control, unit=on.unit, target=on.target.name if on.target else "",
        entries=tuple(rows), days=_days(on.pk),
        ranking=rules.ranking(on.kind, on.names, rows) if group == "preference" else (),
        conditions=rules.conditions(on.names, on.control, rows) if group == "conditions" else (),
        segments=rules.segments(on.names, rows) if group == "segments" else (),
        left=rules.left(on.names, rows) if on.kind == "paired" else (),
        kept=on.kept_id is not None, may_enter=may[0],
        may_keep=may[1] and group == "preference" and on.kept_id is None and bool(rows),
        may_print=isinstance(ask(by, "assessments.print_analysis", on), Capacity),
    )  # fmt: skip


def _days(analysis_id: UUID) -> dict[int, tuple[date, str]]:
    found = Entry.objects.filter(analysis=analysis_id).order_by("number", "at", "id")
    rows = list(found.values_list("number", "done_on", "staff_id"))
    names = workforce.names(staff for _, _, staff in rows)
    return {number: (day, names[staff]) for number, day, staff in rows}
