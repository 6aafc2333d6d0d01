"""What a report rests on: each objective as `outcomes` read it on the last day, with what was decided in the span."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast
from uuid import UUID

from alongside.agencies.lookups import zone_here
from alongside.foundation import reference
from alongside.foundation.moments import start_of
from alongside.measure.estimate import Direction, Estimate
from alongside.measure.verdict import DEFAULT
from alongside.outcomes.lookups import Decided, decisions_of
from alongside.outcomes.reading.conditions import Condition, Visit
from alongside.outcomes.reading.effects import effects
from alongside.outcomes.reading.statement import Record, record
from alongside.outcomes.reading.status import first_met
from alongside.outcomes.trust import Trust, kept_of, trust
from alongside.outcomes.working import Read, readings
from alongside.plans import lookups as plans
from alongside.plans.lookups import ObjectiveFacts, TargetFacts


@dataclass(frozen=True)
class Found:
    """One target as it stood on the last day of a span. Levels, verdict and sizes are those of its objective's page."""

    read: Read
    objective: ObjectiveFacts | None
    first: date
    trust: Trust
    decided: Decided | None

    @property
    def target(self) -> TargetFacts:
        return self.read.target

    @property
    def verdict(self) -> str:
        return self.read.statement.verdict

    @property
    def before(self) -> Condition | None:
        """The condition that the verdict compares with."""
        return self.read.statement.before

    @property
    def now(self) -> Condition | None:
        """The newest condition of the verdict, else the newest in which something was measured."""
        measured = [one for one in self.read.conditions if one.values]
        return self.read.statement.after or (measured[-1] if measured else None)

    @property
    def lately(self) -> tuple[Visit, ...]:
        """The visits of the span in the newest condition."""
        return tuple(visit for visit in self.now.measured if visit.day >= self.first) if self.now else ()

    @property
    def size(self) -> Estimate | None:
        """NAP of what is compared."""
        said, target = self.read.statement, self.target
        if said.before is None or said.after is None:
            return None
        improvement = cast(Direction, target.improvement)
        return next(
            one.estimate for one in effects(said.before, said.after, improvement, target.measure) if one.name == "nap"
        )

    @property
    def is_met(self) -> bool | None:
        """Whether the newest visits keep the criterion as often as it asks; None where that cannot be told."""
        if self.objective is None or self.objective.criterion is None or not self.lately or self.now is None:
            return None
        asked = self.objective
        values = [(visit.day, visit.value) for visit in self.now.measured if visit.value is not None]
        return first_met(
            values, comparator=asked.comparator, criterion=asked.criterion, in_a_row=asked.sessions_in_a_row
        )[1]

    @property
    def carried_out(self) -> tuple[int, int] | None:
        """Percent of the plan's steps carried out in what is compared, and how often somebody watched."""
        shares = self.read.fidelity
        return (round(100 * sum(shares) / len(shares)), len(shares)) if shares else None


def errs() -> Record:
    """How often the verdicts err on graphs whose truth is known."""
    return record(reference.load("verdict_rules"), DEFAULT)


def found(client_id: UUID, targets: Sequence[UUID], *, first: date, last: date) -> list[Found]:
    """These targets as they stood on the last day. Eight statements, and at most four more a target."""
    chosen = set(targets)
    known = [one for one in plans.targets_of(client_id, also_ended=True) if one.id in chosen]
    objectives = {one.target_id: one for one in reversed(plans.objectives_of(client_id))}
    read = readings(client_id, known, until=start_of(last + timedelta(days=1), zone_here()))
    return [_found(client_id, read[one.id], objectives.get(one.id), first, last) for one in known]


def _found(client_id: UUID, read: Read, objective: ObjectiveFacts | None, first: date, last: date) -> Found:
    decided = decisions_of(objective.id, read.target.id) if objective else ()
    within = (one for one in decided if first <= one.at.date() <= last)
    return Found(
        read, objective, first, trust(client_id, read, kept_of(client_id, read, last=last)), next(within, None)
    )
