"""What a stream of ABC records says: counts with probabilities, when it happens, and what follows what."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from alongside.measure.likelihood import Likelihood, of_pairs
from alongside.measure.scatterplot import Scatterplot, scatterplot
from alongside.measure.sequences import chains
from alongside.measure.tabulated import behavior_given, given_behavior

BESIDE = ("antecedent", "setting_events", "setting", "people", "activity", "given_by", "hour", "weekday")
CALMED = ("stopped", "less")


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
        if isinstance(found, list):
            return tuple(found)
        return (str(found).strip().casefold(),) if found else ()


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
    """Everything that a page shows. `beside`: by field; `after`: consequences; `replaced`: of the occurrences."""

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
        replaced=(sum(bool(r.details.get("replacement_shown")) for r in happened), len(happened)),
        words_only=sum(not r.notes("antecedent") for r in records),
    )  # fmt: skip


def given_any(records: Sequence[Record], field: str, notes: Iterable[str]) -> Likelihood:
    """P(behavior | any of these notes), of records in which the field was noted."""
    wanted = {*notes}
    return of_pairs((bool(wanted & {*r.notes(field)}), r.occurred) for r in records if _asked(r, field))


def any_after(records: Sequence[Record], notes: Iterable[str]) -> Likelihood:
    """P(any of these consequences | behavior), of records in which a consequence was noted."""
    wanted = {*notes}
    seen = (r for r in records if r.notes("consequence"))
    return of_pairs((r.occurred, bool(wanted & {*r.notes("consequence")})) for r in seen)


def calmed(records: Sequence[Record], notes: Iterable[str]) -> tuple[int, int]:
    """How often the behavior stopped or became less after any of these consequences, of how often it was told."""
    wanted = {*notes}
    effects = [
        r.details["effect"] for r in records
        if r.occurred and r.details.get("effect") and wanted & {*r.notes("consequence")}
    ]  # fmt: skip
    return sum(effect in CALMED for effect in effects), len(effects)


def _asked(record: Record, field: str) -> bool:
    """Setting events may be absent; an antecedent that was not noted says nothing."""
    return field == "setting_events" or bool(record.notes(field))


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
