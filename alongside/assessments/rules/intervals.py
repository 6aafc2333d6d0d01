"""What follows what in interval recording: one target some intervals after another, in the same visits."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.assessments.rules.looks import Looks, looked
from alongside.measure.transitions import Pair, at_lag


@dataclass(frozen=True)
class Marks:
    """The intervals of one target in one visit, as one observer marked them: number -> whether it was scored."""

    stream: Hashable
    target: Hashable
    measure: str
    length: int
    scored: Mapping[int, bool]


@dataclass(frozen=True)
class Lagged:
    """The target so many intervals after the given one; 0 is the same interval."""

    lag: int
    pair: Pair


@dataclass(frozen=True)
class Following:
    """One target after another (or after itself), interval by interval: `lags` in order."""

    given: Hashable
    target: Hashable
    length: int
    visits: int
    lags: tuple[Lagged, ...]

    @property
    def next(self) -> Pair:
        """In the interval right after."""
        return next(one.pair for one in self.lags if one.lag == 1)


@dataclass(frozen=True)
class Intervals:
    """Everything that interval recording says of order. `measures`: how each target was recorded; `alone`: whether
    nothing else was recorded beside it in intervals of the same length."""

    rows: tuple[Following, ...]
    looks: Looks
    measures: Mapping[Hashable, str]
    alone: bool


def intervals(marks: Sequence[Marks], about: Sequence[Hashable], known: Mapping[str, Any]) -> Intervals | None:
    """How the targets that are asked about follow each other target, and the other way round; None without any.

    Only intervals of one length are compared, and only within a visit.
    """
    lags, streams = range(known["sequence"]["lags"] + 1), _streams(marks)
    pairs = dict.fromkeys(
        pair for targets in streams.values() for one in targets for two in targets
        for pair in ((one, two),) if one[1] == two[1] and (one[0] in about or two[0] in about)
    )  # fmt: skip
    rows = [_following(streams, given, target, lags) for given, target in sorted(pairs, key=str)]
    rows = [row for row in rows if any(one.pair.n for one in row.lags)]
    if not rows:
        return None
    looks = looked([one.pair for row in rows for one in row.lags], least=known["sequence"]["expected"])
    rows.sort(key=lambda row: (row.given == row.target, -abs(row.next.residual or 0)))
    return Intervals(
        tuple(rows), looks, {one.target: one.measure for one in marks}, all(row.given == row.target for row in rows)
    )


def _streams(marks: Sequence[Marks]) -> dict[Hashable, dict[tuple[Hashable, int], Mapping[int, bool]]]:
    """Per visit: (target, length) -> its marks."""
    found: dict[Hashable, dict[tuple[Hashable, int], Mapping[int, bool]]] = {}
    for one in marks:
        found.setdefault(one.stream, {})[one.target, one.length] = one.scored
    return found


def _following(
    streams: Mapping[Hashable, Mapping[tuple[Hashable, int], Mapping[int, bool]]],
    given: tuple[Hashable, int], target: tuple[Hashable, int], lags: range,
) -> Following:  # fmt: skip
    """Itself is compared with later intervals only."""
    both = [(one[given], one[target]) for one in streams.values() if given in one and target in one]
    looked_at = [Lagged(lag, at_lag(both, lag)) for lag in lags if lag or given != target]
    return Following(given[0], target[0], given[1], len(both), tuple(looked_at))
