"""A session's whole account in values: what a note is drafted from, and what stands beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from alongside.behaviour import stream
from alongside.behaviour.measures import ABC, definition, unit
from alongside.behaviour.models import Deviation, StrategyUse, Tally
from alongside.behaviour.rules import sums
from alongside.behaviour.rules.sums import Sum
from alongside.plans.models import Target
from alongside.sessions.lookups import Spent, There, presences, spent


@dataclass(frozen=True)
class Occurrence:
    """One standing observation: what it says and when it happened."""

    id: UUID
    at: datetime
    details: dict[str, Any]


@dataclass(frozen=True)
class TargetSummary:
    """What a session holds about one target in one measure. `value` in `unit`; `numerator` in the measure's own
    amounts (times, seconds, scored intervals, trials or steps without a prompt)."""

    target_id: UUID
    name: str
    screen_name: str
    kind: str
    improvement: str
    settings: dict[str, Any]
    measure: str
    unit: str
    n: int
    value: float | None
    numerator: float
    denominator: float | None
    seen: tuple[Occurrence, ...]
    outcomes: dict[str, int] = field(default_factory=dict)
    prompts: dict[str, int] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[UUID, ...]:
        return tuple(one.id for one in self.seen)

    @property
    def first_at(self) -> datetime:
        return self.seen[0].at

    @property
    def last_at(self) -> datetime:
        return self.seen[-1].at


@dataclass(frozen=True)
class AbcRecord:
    """What came before and after, once. `details` as in reference/measures.toml."""

    id: UUID
    target_id: UUID
    name: str
    screen_name: str
    at: datetime
    details: dict[str, Any]


@dataclass(frozen=True)
class Used:
    """A strategy of the plan that was used, how often, and when first."""

    strategy_id: UUID
    text: str
    moment: str
    times: int
    first_at: datetime
    ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Departure:
    """The plan was not followed to the letter, and why."""

    id: UUID
    what: str
    reason: str
    at: datetime
    strategy_id: UUID | None
    strategy: str


@dataclass(frozen=True)
class Summary:
    """Everything a session holds."""

    session: Spent
    targets: tuple[TargetSummary, ...]
    abc: tuple[AbcRecord, ...]
    strategies: tuple[Used, ...]
    deviations: tuple[Departure, ...]
    presences: tuple[There, ...]

    @property
    def empty(self) -> bool:
        return not (self.targets or self.abc or self.strategies or self.deviations)


def session_summary(session_id: UUID, *, second: bool = False) -> Summary:
    """The account of one session by one observer side. Seven statements, whatever it holds. Raises NotHere."""
    session = spent(session_id)
    rows = stream.standing(session_id, second=second)
    targets = {t.pk: t for t in Target.objects.filter(client=session.client_id)}
    return Summary(
        session=session,
        targets=summed(session, rows, targets, second=second),
        abc=records(rows, targets),
        strategies=used(session_id),
        deviations=departures(session_id),
        presences=tuple(presences(session_id)),
    )


def summed(
    session: Spent, rows: list[stream.Row], targets: dict[UUID, Target], *, second: bool = False
) -> tuple[TargetSummary, ...]:
    """Rows by target and measure, in the order of the recording page. One statement."""
    kept = {(t.target_id, t.measure): t for t in Tally.objects.filter(session=session.id, second=second, n__gt=0)}
    return by_target(session, rows, targets, kept)


def by_target(
    session: Spent, rows: list[stream.Row], targets: dict[UUID, Target], kept: Mapping[tuple[UUID, str], Tally]
) -> tuple[TargetSummary, ...]:
    """The same from tallies at hand, by target and measure."""
    order = sorted(kept, key=lambda side: (targets[side[0]].pinned or 999, targets[side[0]].name, side[1]))
    hours = session.seconds / 3600 if session.seconds else None
    return tuple(
        _of_target(targets[target], [r for r in rows if (r.target_id, r.measure) == (target, measure)],
                   kept[target, measure], hours)
        for target, measure in order if measure != ABC
    )  # fmt: skip


def _of_target(target: Target, rows: list[stream.Row], tally: Tally, hours: float | None) -> TargetSummary:
    total = Sum(tally.n, Decimal(tally.numerator), int(tally.denominator or 0))
    value = sums.value(definition(tally.measure), total, hours)
    outcomes = Counter(r.details["outcome"] for r in rows if "outcome" in r.details)
    prompts = Counter(r.details["prompt"] for r in rows if r.details.get("prompt"))
    return TargetSummary(
        target_id=target.pk, name=target.name, screen_name=target.screen_name or target.name, kind=target.kind,
        improvement=target.improvement, settings=target.settings or {}, measure=tally.measure,
        unit=unit(tally.measure), n=tally.n, value=value, numerator=float(tally.numerator),
        denominator=tally.denominator, outcomes=dict(outcomes), prompts=dict(prompts),
        seen=tuple(Occurrence(row.id, row.happened_at, row.details) for row in rows),
    )  # fmt: skip


def records(rows: list[stream.Row], targets: dict[UUID, Target]) -> tuple[AbcRecord, ...]:
    """The ABC records among rows."""
    return tuple(_abc(row, targets[row.target_id]) for row in rows if row.measure == ABC)


def _abc(row: stream.Row, target: Target) -> AbcRecord:
    return AbcRecord(row.id, target.pk, target.name, target.screen_name or target.name, row.happened_at, row.details)


def used(session_id: UUID) -> tuple[Used, ...]:
    """Strategies that were used and not taken back. One statement."""
    return counted(StrategyUse.objects.filter(session=session_id).select_related("strategy").order_by("at", "id"))


def counted(rows: Iterable[StrategyUse]) -> tuple[Used, ...]:
    """Uses in the order of time, by strategy: each `undone` row takes back the use before it."""
    standing: dict[UUID, list[StrategyUse]] = {}
    for row in rows:
        uses = standing.setdefault(row.strategy_id, [])
        if not row.undone:
            uses.append(row)
        elif uses:
            uses.pop()
    return tuple(
        Used(key, uses[0].strategy.text, uses[0].strategy.moment, len(uses), uses[0].at, tuple(u.pk for u in uses))
        for key, uses in standing.items() if uses
    )  # fmt: skip


def departures(session_id: UUID) -> tuple[Departure, ...]:
    """Where the plan was not followed to the letter. One statement."""
    rows = Deviation.objects.filter(session=session_id).select_related("strategy").order_by("at", "id")
    return tuple(
        Departure(r.pk, r.what, r.reason, r.at, r.strategy_id, r.strategy.text if r.strategy else "") for r in rows
    )
