"""How far two independent observers of one session agree, from both streams (alongside.measure.ioa, .kappa)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from uuid import UUID

from alongside.behaviour.stream import Row
from alongside.measure import ioa, kappa
from alongside.measure.summary import Summary
from alongside.plans.models import Target
from alongside.sessions.lookups import Spent

WINDOW_SECONDS = 5.0  # two observers mean the same event within this time (1 to 5 s are published)
LEAST_MEAN = 80.0  # percent, Cooper, Heron & Heward: least acceptable mean agreement

Found = list[tuple[str, float | None]]


@dataclass(frozen=True)
class Agreement:
    """One target: percent (kappa: -1 to 1) by the name of the method; None where nothing could be compared."""

    target_id: UUID
    name: str
    measure: str
    first_n: int
    second_n: int
    methods: tuple[tuple[str, float | None], ...]


def between(session: Spent, targets: Sequence[Target], rows: Sequence[Row]) -> tuple[Agreement, ...]:
    """Every target that a second observer recorded. `rows`: both sides of an ended session, standing, in order."""
    both = {row.target_id for row in rows if row.second}
    return tuple(_of(target, session, rows) for target in targets if target.pk in both)


def _of(target: Target, session: Spent, rows: Sequence[Row]) -> Agreement:
    mine = [row for row in rows if row.target_id == target.pk and row.measure == target.measure]
    one, two = ([row for row in mine if row.second is side] for side in (False, True))
    found = METHODS.get(target.measure, _scored_alike)(one, two, session)
    name = target.screen_name or target.name
    return Agreement(target.pk, name, target.measure, len(one), len(two), tuple(found))


def _counted(one: Sequence[Row], two: Sequence[Row], session: Spent) -> Found:
    """Counts: in total, minute by minute, exactly, and event by event. The total is never shown alone."""
    a, b = _by_minute(one, session), _by_minute(two, session)
    times = [[_seconds(row, session) for row in side] for side in (one, two)]
    return [
        ("total_count", ioa.total_count(a, b).value),
        ("mean_count_per_interval", ioa.mean_count_per_interval(a, b).value),
        ("exact_count_per_interval", ioa.exact_count_per_interval(a, b).value),
        ("event_window", ioa.event_window(*times, seconds=WINDOW_SECONDS).value),
    ]


def _timed(one: Sequence[Row], two: Sequence[Row], session: Spent) -> Found:
    a, b = ([float(row.details["seconds"]) for row in side if "seconds" in row.details] for side in (one, two))
    per_occurrence: Summary = ioa.mean_duration_per_occurrence(a, b)
    return [("total_duration", ioa.total_duration(a, b).value), ("per_occurrence", per_occurrence.value)]


def _intervals(one: Sequence[Row], two: Sequence[Row], session: Spent) -> Found:
    """Intervals that both observers scored."""
    a, b = ({row.details["interval"]: bool(row.details["scored"]) for row in side} for side in (one, two))
    shared = sorted(a.keys() & b.keys())
    first, second = [a[number] for number in shared], [b[number] for number in shared]
    return [
        ("interval_by_interval", ioa.interval_by_interval(first, second).value),
        ("scored_interval", ioa.scored_interval(first, second).value),
        ("unscored_interval", ioa.unscored_interval(first, second).value),
        ("kappa", kappa.cohen(first, second)),
    ]


def _scored_alike(one: Sequence[Row], two: Sequence[Row], session: Spent) -> Found:
    """Trials, steps, levels and ratings in order; one that the other did not score counts as scored otherwise."""
    pairs = list(zip_longest((_score(row) for row in one), (_score(row) for row in two)))
    return [("trial_by_trial", ioa.trial_by_trial([a for a, _ in pairs], [b for _, b in pairs]).value)]


def _score(row: Row) -> tuple[object, ...]:
    return tuple(row.details.get(name) for name in SCORES)


def _by_minute(rows: Sequence[Row], session: Spent) -> list[float]:
    counts = [0.0] * max(1, int(-(-(session.seconds or 0) // 60)))
    for row in rows:
        minute = min(len(counts) - 1, max(0, int(_seconds(row, session) // 60)))
        counts[minute] += float(row.details.get("count", 1))
    return counts


def _seconds(row: Row, session: Spent) -> float:
    return (row.happened_at - session.began_at).total_seconds()


SCORES = ("step", "outcome", "level", "score", "count", "value")
METHODS = {
    "count": _counted, "rate": _counted, "irt": _counted,
    "duration": _timed, "latency": _timed,
    "partial_interval": _intervals, "whole_interval": _intervals, "momentary": _intervals,
}  # fmt: skip
