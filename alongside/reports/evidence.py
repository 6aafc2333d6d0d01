"""What a report rests on: each objective with its visits in a span, and whether they show a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median
from typing import Any, cast
from uuid import UUID

from alongside.behaviour.lookups.spans import Span, series_in_spans
from alongside.foundation import reference
from alongside.measure.estimate import Direction, Estimate
from alongside.measure.nap import nap
from alongside.measure.verdict import DEFAULT, working
from alongside.plans import lookups as plans
from alongside.plans.lookups import ObjectiveFacts, PhaseFacts, TargetFacts

NEWEST = 60
RECENT = 5  # visits whose middle value is called "now"
EVER, NEVER = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    """One visit: its day and value."""

    day: date
    value: float


@dataclass(frozen=True)
class Stretch:
    """A phase with its visits. `kind`: baseline, intervention, another condition, or "" before any phase."""

    name: str
    kind: str
    visits: tuple[Seen, ...]

    @property
    def values(self) -> list[float]:
        return [visit.value for visit in self.visits]


@dataclass(frozen=True)
class Found:
    """One target in a span. `verdict`: change, no_change, worse, undecidable, or none where nothing is to compare."""

    target: TargetFacts
    objective: ObjectiveFacts | None
    stretches: tuple[Stretch, ...]
    before: tuple[Seen, ...]
    now: tuple[Seen, ...]
    verdict: str
    size: Estimate | None

    @property
    def level_before(self) -> float | None:
        return _middle(self.before)

    @property
    def level_now(self) -> float | None:
        return _middle(self.now[-RECENT:])

    @property
    def is_met(self) -> bool | None:
        """Whether the level now is what the objective asks; None where that cannot be told."""
        level, objective = self.level_now, self.objective
        if level is None or objective is None or objective.criterion is None:
            return None
        return level <= objective.criterion if objective.comparator == "<=" else level >= objective.criterion


@dataclass(frozen=True)
class Errs:
    """How often the verdicts err on graphs whose truth is known: of 100 changes called, and of 100 overlooked."""

    rule: str
    graphs: int
    alarms: int
    misses: int


def errs() -> Errs:
    rules = reference.load("verdict_rules")
    kept = rules["rule"][DEFAULT]
    alarms, misses = (round(100 * kept[of][2]) for of in ("false_alarms", "misses"))
    return Errs(DEFAULT, rules["graphs"], alarms, misses)


def found(client_id: UUID, targets: Sequence[UUID], *, first: date, last: date) -> list[Found]:
    """What was seen of these targets up to the last day. Five statements."""
    known = [target for target in plans.targets_of(client_id, also_ended=True) if target.id in set(targets)]
    objectives = {one.target_id: one for one in plans.objectives_of(client_id)}
    phases: dict[UUID, list[PhaseFacts]] = {target.id: [] for target in known}
    for phase in plans.phases_of(client_id):
        phases.setdefault(phase.target_id, []).append(phase)
    asked = [(target, head) for target in known for head in _heads(phases[target.id])]
    spans = [Span(target.id, target.measure, begins, ends) for target, (_, _, begins, ends) in asked]
    made: dict[UUID, list[Stretch]] = {target.id: [] for target in known}
    for (target, (name, kind, _, _)), spots in zip(
        asked, series_in_spans(client_id, spans, newest=NEWEST), strict=True
    ):
        seen = tuple(Seen(s.service_day, s.value) for s in spots if s.value is not None and s.service_day <= last)
        if seen:
            made[target.id].append(Stretch(name, kind, seen))
    return [_found(target, objectives.get(target.id), tuple(made[target.id]), first) for target in known]


def _heads(phases: Sequence[PhaseFacts]) -> list[tuple[str, str, datetime, datetime]]:
    begins = phases[0].begins_at if phases else NEVER
    return [("", "", EVER, begins), *((p.label, p.condition, p.begins_at, p.ends_at or NEVER) for p in phases)]


def _found(target: TargetFacts, objective: Any, stretches: tuple[Stretch, ...], first: date) -> Found:
    later = [one for one in stretches if one.kind == "intervention"] or list(stretches[-1:])
    earlier = [one for one in stretches if one.kind == "baseline" and one is not (later[-1] if later else None)]
    before = earlier[-1].visits if earlier else ()
    after = later[-1].visits if later else ()
    now = tuple(visit for visit in after if visit.day >= first)
    improvement = cast(Direction, target.improvement)
    verdict = _verdict(before, after, improvement) if before and after else "none"
    sizes = [visit.value for visit in before], [visit.value for visit in after]
    size = nap(*sizes, improvement=improvement) if before and after else None
    return Found(target, objective, stretches, before, now, verdict, size)


def _verdict(before: Sequence[Seen], after: Sequence[Seen], improvement: Direction) -> str:
    a, b = [visit.value for visit in before], [visit.value for visit in after]
    said = working(a, b, improvement).verdict
    if said != "no change":
        return said
    other: Direction = "increase" if improvement == "decrease" else "decrease"
    return "worse" if working(a, b, other).verdict == "change" else "no_change"


def _middle(visits: Sequence[Seen]) -> float | None:
    return float(median(visit.value for visit in visits)) if visits else None
