"""What a page may read of a session: the recording page, one observation, how two observers agree."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.behaviour import stream
from alongside.behaviour.agreement import Agreement
from alongside.behaviour.lookups.care import Noticed, TokenMove, noticed_in, token_moves
from alongside.behaviour.lookups.observers import agreements
from alongside.behaviour.lookups.summary import Departure, Used, departures, used
from alongside.behaviour.measures import definition, unit
from alongside.behaviour.models import Observation, OpenTimer, Tally
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.people.lookups import Banner, banner
from alongside.plans.lookups import StrategyFacts, strategies_of
from alongside.plans.models import Target
from alongside.schedule.lookups import Planned, planned
from alongside.sessions.clocks import Off, clock_of
from alongside.sessions.lookups import Spent, There, Verified, presences, spent, verified
from alongside.sessions.models import Session

MOMENTS = ("before", "during", "after")


@dataclass(frozen=True)
class Line:
    """One target as it stands in this session, on the observer's own side. `timer_*`: the timer that runs."""

    target_id: UUID
    kind: str
    name: str
    screen_name: str
    measure: str
    unit: str
    settings: dict[str, Any]
    pinned: int
    n: int
    numerator: float
    records: float
    rows: tuple[stream.Row, ...]
    timer_id: UUID | None
    timer_began_at: datetime | None


@dataclass(frozen=True)
class Board:
    """The recording page of one session for one observer. A second observer sees only what is their own."""

    session: Spent
    banner: Banner
    visit: Planned | None
    lines: tuple[Line, ...]
    abc: tuple[stream.Row, ...]
    strategies: tuple[StrategyFacts, ...]
    used: tuple[Used, ...]
    departures: tuple[Departure, ...]
    presences: tuple[There, ...]
    second: bool
    watching: bool
    noticed: tuple[Noticed, ...] = ()
    tokens: tuple[TokenMove, ...] = ()
    verified: tuple[Verified, ...] = ()
    clock: Off | None = None


@dataclass(frozen=True)
class Account:
    """One observation with what it is about, for the page that sets it right."""

    row: stream.Row
    session: Spent
    banner: Banner
    name: str
    screen_name: str
    settings: dict[str, Any]
    definition: dict[str, Any]


@query("behaviour.watch", on="sessions.Session")
def watch(*, by: Actor, on: Session, only: UUID | None = None, beside: bool = False) -> Board:
    """The recording page; with `only`, as little of it as one target's tile needs; `beside`: what else was seen too."""
    session = spent(on.pk)
    second = _watches_as_second(by, session)
    whole = only is None and not second
    rows = stream.standing(on.pk, second=second)
    return Board(
        session=session,
        banner=banner(on.client_id),
        visit=planned(on.visit_id) if on.visit_id and only is None else None,
        lines=_lines(on, rows, by=by, second=second, only=only),
        abc=tuple(row for row in rows if row.measure == "abc"),
        strategies=_strategies(on) if whole else (),
        used=used(on.pk) if whole else (),
        departures=departures(on.pk) if whole else (),
        presences=tuple(presences(on.pk)) if whole else (),
        second=second,
        watching=session.ended_at is None,
        noticed=noticed_in(on.pk) if beside and whole else (),
        tokens=token_moves(on.pk) if beside and whole else (),
        verified=verified(on.pk) if beside and whole else (),
        clock=clock_of(on.pk) if beside and whole else None,
    )


@query("behaviour.look_at", on="behaviour.Observation", fetch=("target",))
def look_at(*, by: Actor, on: Observation) -> Account:
    """One observation, for whoever saw it or may see the client. Blind observers do not see each other's."""
    session = spent(on.session_id)
    row = stream.by_ids([on.pk])[on.pk]
    return Account(
        row=row, session=session, banner=banner(on.client_id), name=on.target.name,
        screen_name=on.target.screen_name or on.target.name, settings=on.target.settings or {},
        definition=definition(on.measure),
    )  # fmt: skip


@query("behaviour.agree", on="sessions.Session")
def agree(*, by: Actor, on: Session) -> tuple[Agreement, ...]:
    """How far two independent observers of an ended session agree, target by target. Empty while it runs."""
    return agreements(on.pk)


def _watches_as_second(by: Actor, session: Spent) -> bool:
    """Anybody but the session's own staff stands beside it as a second observer while it runs."""
    return by.staff_id != session.staff_id and session.ended_at is None


def _lines(
    session: Session, rows: list[stream.Row], *, by: Actor, second: bool, only: UUID | None
) -> tuple[Line, ...]:  # fmt: skip
    targets = Target.objects.filter(client=session.client_id, began_at__isnull=False, ended_at=None)
    if only:
        targets = targets.filter(pk=only)
    tallies = {(t.target_id, t.measure): t for t in Tally.objects.filter(session=session, second=second)}
    timers = {t.target_id: t for t in OpenTimer.objects.filter(session=session, staff=by.staff_id)}
    ordered = sorted(targets, key=lambda t: (t.pinned == 0, t.pinned, t.name.casefold()))
    return tuple(_line(t, rows, tallies.get((t.pk, t.measure)), timers.get(t.pk)) for t in ordered)


def _line(target: Target, rows: list[stream.Row], tally: Tally | None, timer: OpenTimer | None) -> Line:
    return Line(
        target_id=target.pk, kind=target.kind, name=target.name, screen_name=target.screen_name or target.name,
        measure=target.measure, unit=unit(target.measure), settings=target.settings or {}, pinned=target.pinned,
        n=tally.n if tally else 0, numerator=float(tally.numerator) if tally else 0.0,
        records=(tally.denominator or 0.0) if tally else 0.0,
        rows=tuple(row for row in rows if row.target_id == target.pk and row.measure == target.measure),
        timer_id=timer.pk if timer else None, timer_began_at=timer.began_at if timer else None,
    )  # fmt: skip


def _strategies(session: Session) -> tuple[StrategyFacts, ...]:
    """The strategies of the plan that the session keeps: before, during, after."""
    if session.plan_version_id is None:
        return ()
    found = strategies_of(session.plan_version_id)
    return tuple(sorted(found, key=lambda one: (MOMENTS.index(one.moment), one.number)))
