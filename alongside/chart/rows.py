"""The targets of a client in a table: before, now, goal, shape, reading."""

from dataclasses import dataclass
from uuid import UUID

from alongside.outcomes.working import Read, readings
from alongside.plans import lookups as plans
from alongside.plans.lookups import ObjectiveFacts, TargetFacts

SPARK = 20  # visits of the small picture
TARGETS = 20


@dataclass(frozen=True)
class Row:
    """One target: its level before and now, its goal, the shape of its last visits, and what the rule reads."""

    target: TargetFacts
    objective: ObjectiveFacts | None
    before: float | None
    now: float | None
    spark: tuple[float | None, ...]
    reading: str
    visits: int

    @property
    def aim(self) -> float | None:
        """The objective's criterion, for the small picture."""
        return self.objective.criterion if self.objective else None


def rows(client_id: UUID, *, also_ended: bool = False) -> tuple[Row, ...]:
    """One row a target, at most TARGETS. Seven statements."""
    targets = [t for t in plans.targets_of(client_id, also_ended=also_ended) if t.measure != "abc"][:TARGETS]
    found = readings(client_id, targets)
    objectives = {o.target_id: o for o in reversed(plans.objectives_of(client_id))}
    return tuple(_row(found[target.id], objectives.get(target.id)) for target in targets)


def _row(read: Read, objective: ObjectiveFacts | None) -> Row:
    target, found, said = read.target, read.conditions, read.statement
    measured = [c for c in found if c.values]
    first, last = (measured[0], measured[-1]) if measured else (None, None)
    before = said.before.level if said.before else (first.level if first and first is not last else None)
    values = tuple(v.value for c in found for v in c.visits)[-SPARK:]
    return Row(
        target, objective, before, last.level if last else None, values, said.verdict, sum(len(c.values) for c in found)
    )
