"""From the rows of the floors below to the conditions that a graph is read from."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from uuid import UUID

from alongside.behaviour.lookups.spans import Span, Spot, series_in_spans
from alongside.foundation.messages import say
from alongside.outcomes.reading.conditions import Condition, Visit
from alongside.plans.lookups import PhaseFacts, TargetFacts

NEWEST = 60  # visits of a phase that are drawn: more are a smear, and the page must not grow with the years
PHASES = 12  # phases of a target that are drawn
EVER, NEVER = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
Head = tuple[str, str, datetime, datetime]  # name, kind, begins, ends


def conditions(
    client_id: UUID,
    targets: Sequence[TargetFacts],
    phases: Sequence[PhaseFacts],
    *,
    unsigned: Mapping[UUID, str] | None = None,
    newest: int = NEWEST,
    until: datetime = NEVER,
) -> dict[UUID, tuple[Condition, ...]]:
    """By target its phases with their newest visits; sessions before the first phase stand in one without a kind.

    `unsigned`: session -> why its point is open. `until`: what began from then on is not read. One statement for
    all targets.
    """
    by_target = {key: list(found) for key, found in groupby(phases, key=lambda p: p.target_id)}
    asked = [(target, head) for target in targets for head in heads(by_target.get(target.id, []), until=until)]
    spans = [Span(target.id, target.measure, begins, ends) for target, (_, _, begins, ends) in asked]
    rows = series_in_spans(client_id, spans, newest=newest + 1)
    found: dict[UUID, list[Condition]] = {target.id: [] for target in targets}
    for (target, head), spots in zip(asked, rows, strict=True):
        if spots or head[1]:
            made = found[target.id]
            made.append(_condition(head, spots, sum(len(c.visits) for c in made), unsigned or {}, newest))
    return {key: tuple(made) for key, made in found.items()}


def heads(phases: Sequence[PhaseFacts], *, until: datetime = NEVER) -> list[Head]:
    """The newest phases as (name, kind, begins, ends), after one without a kind for what was before the first."""
    begun = [p for p in phases if p.begins_at < until]
    shown = begun[-PHASES:]
    named = [(p.label, p.condition, p.begins_at, min(p.ends_at or NEVER, until)) for p in shown]
    if len(begun) > PHASES:
        return named  # what was before is another phase, not one without a name
    return [(say("outcomes.graph.no_phase"), "", EVER, shown[0].begins_at if shown else until), *named]


def _condition(head: Head, spots: list[Spot], before: int, unsigned: Mapping[UUID, str], newest: int) -> Condition:
    name, kind, begins, _ = head
    visits = tuple(
        Visit(s.session_id, s.began_at, s.service_day, before + n, s.value, unsigned.get(s.session_id, ""))
        for n, s in enumerate(spots[-newest:], 1)
    )
    return Condition(name, kind, begins if kind else None, visits, cut=len(spots) > newest)
