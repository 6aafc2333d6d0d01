"""What a stream of ABC records says: counts with probabilities, when it happens, and what follows what."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.measure.likelihood import Likelihood, likelihood
from alongside.measure.scatterplot import Noted, Scatterplot, by_note, scatterplot
from alongside.measure.sequences import chains
from alongside.measure.tabulated import behavior_given, given_behavior

BESIDE = ("antecedent", "setting_events", "setting", "people", "activity", "given_by", "hour", "weekday")
BY_DAY = ("setting", "people", "activity")
TYPED = ("activity", "given_by")
CALMED = ("stopped", "less")
Patterns = Counter[tuple[bool, str, frozenset[str], str, str]]


@dataclass(frozen=True)
class Record:
    """One ABC record at its local wall time; `stream` is its session. Without `occurred` it is a sample."""

    at: datetime
    stream: Hashable
    occurred: bool
    observer: Hashable
    details: Mapping[str, Any]

    def notes(self, field: str) -> tuple[str, ...]:
        """What was noted in a field: none, one or several."""
        if field == "hour":
            return (f"{self.at.hour:02d}",)
        if field == "weekday":
            return (str(self.at.weekday()),)
        found = self.details.get(field)
        if not found:
            return ()
        if field in TYPED:
            return (found.strip().casefold(),)
        return tuple(found) if isinstance(found, list) else (found,)


@dataclass(frozen=True)
class Line:
    """One note with how likely the behavior is beside it, or how often it follows the behavior."""

    note: str
    found: Likelihood


@dataclass(frozen=True)
class Chain:
    """Before, behavior, after: how often, and how often the behavior then stopped or became less."""

    before: str
    after: str
    count: int
    calmed: int
    told: int


@dataclass(frozen=True)
class Evidence:
    """Everything that a page shows. `beside`, `by_day`: by field; `after`: consequences; `replaced`: of occurrences."""

    n: int
    occurrences: int
    samples: int
    sessions: int
    days: int
    observers: int
    beside: Mapping[str, tuple[Line, ...]]
    after: tuple[Line, ...]
    chains: tuple[Chain, ...]
    runs: tuple[tuple[tuple[str, ...], int], ...]
    when: Scatterplot
    by_day: Mapping[str, Noted]
    replaced: tuple[int, int]
    words_only: int

    @property
    def settings(self) -> int:
        """In how many settings it was recorded."""
        return len(self.beside["setting"])


def gathered(
    records: Sequence[Record], watched: Iterable[tuple[datetime, datetime]], known: Mapping[str, Any]
) -> Evidence:
    """All of it in one pass a table. Times are local wall times; 50,000 records take well under a second."""
    happened = [one for one in records if one.occurred]
    moments = (one.at for one in happened)
    return Evidence(
        n=len(records), occurrences=len(happened), samples=len(records) - len(happened),
        sessions=len({one.stream for one in records}), days=len({one.at.date() for one in records}),
        observers=len({one.observer for one in records}),
        beside={field: _lines(behavior_given((r.occurred, r.notes(field)) for r in records)) for field in BESIDE},
        after=_lines(given_behavior((r.occurred, r.notes("consequence")) for r in records if r.notes("consequence"))),
        chains=_chains(happened), runs=_runs(records),
        when=scatterplot(moments, watched, step=known["step"], many=known["many"]),
        by_day={
            field: by_note(((r.at.date(), r.notes(field), r.occurred) for r in records), many=known["many"])
            for field in BY_DAY
        },
        replaced=(sum(bool(r.details.get("replacement_shown")) for r in happened), len(happened)),
        words_only=sum(not r.notes("antecedent") for r in records),
    )  # fmt: skip


def patterns(records: Iterable[Record]) -> Patterns:
    """How often each combination of behavior, antecedent, setting events, consequence and effect was recorded."""
    return Counter(
        (
            one.occurred, one.details.get("antecedent", ""), frozenset(one.details.get("setting_events") or ()),
            one.details.get("consequence", ""), one.details.get("effect", ""),
        )
        for one in records
    )  # fmt: skip


def given_any(found: Patterns, field: str, notes: Iterable[str]) -> Likelihood:
    """P(behavior | any of these notes), of records in which an antecedent was noted; setting events may be absent."""
    wanted, cells = {*notes}, Counter[tuple[bool, bool]]()
    for (occurred, before, events, _, _), times in found.items():
        if field == "setting_events" or before:
            cells[bool(wanted & events) if field == "setting_events" else before in wanted, occurred] += times
    return _of_cells(cells)


def any_after(found: Patterns, notes: Iterable[str]) -> Likelihood:
    """P(any of these consequences | behavior), of records in which a consequence was noted."""
    wanted, cells = {*notes}, Counter[tuple[bool, bool]]()
    for (occurred, _, _, after, _), times in found.items():
        if after:
            cells[occurred, after in wanted] += times
    return _of_cells(cells)


def calmed(found: Patterns, notes: Iterable[str]) -> tuple[int, int]:
    """How often the behavior stopped or became less after any of these consequences, of how often it was told."""
    wanted, calm, told = {*notes}, 0, 0
    for (occurred, _, _, after, effect), times in found.items():
        if occurred and effect and after in wanted:
            told += times
            calm += times * (effect in CALMED)
    return calm, told


def _of_cells(cells: Counter[tuple[bool, bool]]) -> Likelihood:
    return likelihood(
        both=cells[True, True], condition_only=cells[True, False], event_only=cells[False, True],
        neither=cells[False, False],
    )  # fmt: skip


def _lines(found: Mapping[Hashable, Likelihood]) -> tuple[Line, ...]:
    return tuple(Line(str(note), likelihood) for note, likelihood in found.items())


def _chains(happened: Sequence[Record]) -> tuple[Chain, ...]:
    """The sequences that were recorded, most frequent first."""
    counted: Counter[tuple[str, str]] = Counter()
    told, after_it = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in happened:
        before, after = one.notes("antecedent"), one.notes("consequence")
        if before and after:
            pair = (before[0], after[0])
            counted[pair] += 1
            told[pair] += bool(one.details.get("effect"))
            after_it[pair] += one.details.get("effect") in CALMED
    return tuple(Chain(*pair, count, after_it[pair], told[pair]) for pair, count in counted.most_common())


def _runs(records: Sequence[Record]) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Antecedents of three occurrences in a row in one session, most frequent first."""
    streams: dict[Hashable, list[str]] = {}
    for one in records:
        if one.occurred and one.notes("antecedent"):
            streams.setdefault(one.stream, []).append(one.notes("antecedent")[0])
    found = chains(streams.values(), length=3).most_common(5)
    return tuple((tuple(map(str, run)), count) for run, count in found if count > 1)
