"""One objective read: its phases, what they say, and the words by which a page says what it showed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.fidelity.lookups import by_session
from alongside.foundation import reference
from alongside.outcomes.conditions import NEVER, conditions
from alongside.outcomes.reading.conditions import Condition
from alongside.outcomes.reading.statement import Statement, state
from alongside.plans import lookups as plans
from alongside.plans.lookups import ChangeFacts, TargetFacts


@dataclass(frozen=True)
class Read:
    """A target with its phases, what else changed, and the statement."""

    target: TargetFacts
    conditions: tuple[Condition, ...]
    changes: tuple[ChangeFacts, ...]
    statement: Statement
    carried_out: Mapping[UUID, float]

    @property
    def span(self) -> tuple[Condition, ...]:
        """The phases that the verdict compares."""
        return tuple(one for one in (self.statement.before, self.statement.after) if one)

    @property
    def fidelity(self) -> list[float]:
        """The shares of the plan's steps carried out in the newest phase that is compared, where somebody watched."""
        visits = self.statement.after.visits if self.statement.after else ()
        return [self.carried_out[visit.session_id] for visit in visits if visit.session_id in self.carried_out]

    @property
    def seen(self) -> str:
        """What a page showed, so that nobody decides on what has changed since: verdict, visits, newest visit."""
        days = [visit.day for one in self.span for visit in one.measured]
        return f"{self.statement.verdict}/{len(days)}/{max(days) if days else ''}"


def read(client_id: UUID, target_id: UUID, *, unsigned: Mapping[UUID, str] | None = None) -> Read:
    """A target of a client as it stands now. Six statements."""
    target = plans.target(target_id)
    assert target is not None
    return readings(client_id, [target], unsigned=unsigned)[target_id]


def readings(
    client_id: UUID,
    targets: Sequence[TargetFacts],
    *,
    unsigned: Mapping[UUID, str] | None = None,
    until: datetime = NEVER,
) -> dict[UUID, Read]:
    """Targets of one client as they stood before `until`, by their ids: the one reading for pages, lists and reports.

    Four statements, however many targets.
    """
    phases, rules = plans.phases_of(client_id), reference.load("verdict_rules")
    found = conditions(client_id, targets, phases, unsigned=unsigned, until=until)
    changes = tuple(change for change in plans.other_changes(client_id) if change.at < until)
    carried = carried_out_in(condition for some in found.values() for condition in some)
    noted = [(change.at, change.label) for change in changes]
    return {
        target.id: Read(
            target, found[target.id], changes, state(found[target.id], target.improvement, noted, rules, carried),  # type: ignore[arg-type]
            {visit.session_id: carried[visit.session_id] for one in found[target.id] for visit in one.visits
             if visit.session_id in carried},
        )
        for target in targets
    }  # fmt: skip


def carried_out_in(found: Iterable[Condition]) -> Mapping[UUID, float]:
    """Session -> share of the plan's steps carried out, of the sessions that are drawn. One statement."""
    return by_session(visit.session_id for condition in found for visit in condition.measured)
