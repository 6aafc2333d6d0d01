"""What was done with the plan: a strategy used, and a line not followed to the letter."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.behaviour.models import Deviation, StrategyUse
from alongside.behaviour.rules import times
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled
from alongside.plans.models import Strategy
from alongside.sessions.models import Session


@action("behaviour.use_strategy", on="sessions.Session", makes=True)
def use_strategy(
    *, by: Actor, on: Session, id: UUID, strategy_id: UUID, undone: bool = False, at: datetime | None = None
) -> StrategyUse:  # fmt: skip
    """Say that a strategy of the plan was used, now or `at`; `undone` takes the last one back. The same id once."""
    there = StrategyUse.objects.filter(pk=id, session=on).first()
    if there:
        return there
    _of_this_plan(on, strategy_id)
    used_at = at or datetime.now(UTC)
    if wrong := _times(on, used_at):
        raise Unacceptable(wrong)
    return StrategyUse.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, strategy_id=strategy_id, undone=undone,
        at=used_at,
    )  # fmt: skip


@action("behaviour.deviate", on="sessions.Session", makes=True)
def deviate(
    *, by: Actor, on: Session, id: UUID, what: str, reason: str, strategy_id: UUID | None = None,
    at: datetime | None = None,
) -> Deviation:  # fmt: skip
    """Say what was done otherwise than planned, now or `at`, and why. Both are needed."""
    there = Deviation.objects.filter(pk=id, session=on).first()
    if there:
        return there
    words = {"what": settled(what, lines=True), "reason": settled(reason, lines=True)}
    faults = [Fault("behaviour.fault.missing", name) for name, text in words.items() if not text]
    found = [fault_in(text, most=1000, lines=True, field=name) for name, text in words.items()]
    if faults := faults + [fault for fault in found if fault]:
        raise Unacceptable(faults)
    if strategy_id is not None:
        _of_this_plan(on, strategy_id)
    left_at = at or datetime.now(UTC)
    if wrong := _times(on, left_at):
        raise Unacceptable(wrong)
    return Deviation.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, strategy_id=strategy_id, at=left_at, **words
    )


def _times(session: Session, at: datetime) -> list[Fault]:
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    return times.faults(at, began_at=session.began_at, ended_at=None, now=datetime.now(UTC), slack=slack)


def _of_this_plan(session: Session, strategy_id: UUID) -> None:
    strategy = Strategy.objects.filter(pk=strategy_id, client=session.client_id).first()
    if strategy is None or strategy.version_id != session.plan_version_id:
        raise Unacceptable(Fault("behaviour.fault.no_such_strategy", "strategy"))
