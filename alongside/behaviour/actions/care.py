"""Beside the targets: something is different, tokens given or taken back, a reinforcer taken for them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.behaviour.models import Exchange, Notice, Token
from alongside.behaviour.rules import care, times
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import fault_in, settled
from alongside.plans.models import Reinforcer, Target
from alongside.sessions.models import Ending, Session

MOST = 500  # characters


@action("behaviour.notice", on="sessions.Session", makes=True)
def notice(
    *, by: Actor, on: Session, id: UUID, area: str, words: str = "", at: datetime | None = None
) -> Notice:  # fmt: skip
    """Say that something is different today, now or `at`. The same id once. Raises Unacceptable."""
    there = Notice.objects.filter(pk=id, session=on).first()
    if there:
        return there
    said, when = settled(words, lines=True), _when(at)
    _sound(on, when, said, care.notice_faults(area, said, reference.load("noticing")))
    return Notice.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, area=area, words=said, at=when
    )


@action("behaviour.give_token", on="sessions.Session", makes=True)
def give_token(
    *, by: Actor, on: Session, id: UUID, count: int, target_id: UUID | None = None, words: str = "",
    at: datetime | None = None,
) -> Token:  # fmt: skip
    """Give tokens for a target or for what the words say; fewer than none takes back. The same id once.

    Never refused because the client would have fewer than none: what was given on another device may come later.
    """
    there = Token.objects.filter(pk=id, session=on).first()
    if there:
        return there
    said, when = settled(words, lines=True), _when(at)
    faults = care.token_faults(count, most=reference.load("reinforcement")["most_tokens_at_once"])
    if target_id is not None and not Target.objects.filter(pk=target_id, client=on.client_id).exists():
        faults.append(Fault("behaviour.fault.no_such_target", "target"))
    _sound(on, when, said, faults)
    return Token.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, count=count, target_id=target_id, words=said,
        at=when,
    )  # fmt: skip


@action("behaviour.exchange", on="sessions.Session", makes=True)
def exchange(
    *, by: Actor, on: Session, id: UUID, reinforcer_id: UUID, cost: int, at: datetime | None = None
) -> Exchange:  # fmt: skip
    """Take a reinforcer of the client's menu for `cost` tokens. The same id once.

    The reinforcer may have been taken off the menu since: it was on the device's. Fewer tokens than it costs is shown
    (`lookups.balance`), not refused.
    """
    there = Exchange.objects.filter(pk=id, session=on).first()
    if there:
        return there
    when = _when(at)
    faults = care.cost_faults(cost, most=reference.load("reinforcement")["most_cost"])
    if not Reinforcer.objects.filter(pk=reinforcer_id, client=on.client_id).exists():
        faults.append(Fault("behaviour.fault.no_such_reinforcer", "reinforcer"))
    _sound(on, when, "", faults)
    return Exchange.objects.create(
        id=id, session=on, client_id=on.client_id, staff_id=by.staff_id, reinforcer_id=reinforcer_id, cost=cost, at=when
    )


def _when(at: datetime | None) -> datetime:
    return at or datetime.now(UTC)


def _sound(session: Session, at: datetime, words: str, faults: list[Fault]) -> None:
    """Raise what is wrong with it: the caller's faults, the words, the time."""
    ended = Ending.objects.filter(session=session).values_list("ended_at", flat=True).first()
    slack = timedelta(minutes=reference.load("visits")["clock_slack_minutes"])
    found = fault_in(words, most=MOST, lines=True, field="words")
    wrong = times.faults(at, began_at=session.began_at, ended_at=ended, now=datetime.now(UTC), slack=slack)
    if every := [*faults, *([found] if found else []), *wrong]:
        raise Unacceptable(every)
