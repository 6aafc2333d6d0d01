"""When does it happen: times of day by days. Source: Touchette, MacDonald & Langer, JABA 18 (1985) 343-351."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

Mark = Literal["not watched", "none", "some", "many"]
DAY = 1440


@dataclass(frozen=True, slots=True)
class Cell:
    """One stretch of one day: `count` events in `minutes` watched. `high` is a rate above twice the overall rate."""

    mark: Mark
    count: int
    minutes: float
    high: bool


@dataclass(frozen=True, slots=True)
class Scatterplot:
    """Rows are stretches of the day (`starts`, minutes since midnight), columns are days.

    `by_time` and `by_weekday` (Monday first) are the same cells added up; `rate` is events per hour watched over all.
    """

    step: int
    days: tuple[date, ...]
    starts: tuple[int, ...]
    cells: tuple[tuple[Cell, ...], ...]
    by_time: tuple[Cell, ...]
    by_weekday: tuple[Cell, ...]
    rate: float | None
    unwatched: int


def scatterplot(
    moments: Iterable[datetime], watched: Iterable[tuple[datetime, datetime]], *, step: int = 30, many: int = 3
) -> Scatterplot:
    """Moments and spans watched, in local wall time; `step` minutes a stretch; `many` events fill a cell.

    Events outside every span are counted as `unwatched` and drawn, with no minutes of their own. Only stretches that
    were watched or have an event are rows. ValueError for a step that does not divide the day, and for a span that ends
    before it begins.
    """
    if step < 1 or DAY % step or many < 1:
        raise ValueError("a step divides the day, and many is one or more")
    counts, minutes = Counter[tuple[date, int]](), Counter[tuple[date, int]]()
    for start, end in watched:
        for place, long in _stretches(start, end, step):
            minutes[place] += long  # type: ignore[assignment]
    for moment in moments:
        counts[moment.date(), _place(moment, step)] += 1
    unwatched = sum(times for place, times in counts.items() if not minutes[place])
    return _drawn(counts, minutes, step=step, many=many, unwatched=unwatched)


@dataclass(frozen=True, slots=True)
class Noted:
    """Rows are notes (where, with whom, doing what), columns are days; "not watched": not noted on that day at all."""

    days: tuple[date, ...]
    notes: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


def by_note(records: Iterable[tuple[date, Iterable[str], bool]], *, many: int = 3, most: int = 8) -> Noted:
    """(day, what was noted, whether it happened) of each record: the most frequent notes by days."""
    counts, seen = Counter[tuple[str, date]](), Counter[tuple[str, date]]()
    for day, notes, happened in records:
        for note in notes:
            seen[note, day] += 1
            counts[note, day] += happened
    frequent = Counter[str]()
    for (note, _), times in seen.items():
        frequent[note] += times
    rows = [note for note, _ in sorted(frequent.items(), key=lambda one: (-one[1], one[0]))[:most]]
    days = sorted({day for _, day in seen})
    return Noted(
        tuple(days), tuple(rows),
        tuple(
            tuple(Cell(_mark(counts[note, day], seen[note, day], many), counts[note, day], 0.0, False) for day in days)
            for note in rows
        ),
    )  # fmt: skip


def _drawn(
    counts: Counter[tuple[date, int]], minutes: Counter[tuple[date, int]], *, step: int, many: int, unwatched: int
) -> Scatterplot:
    seen = [place for place in {*counts, *minutes} if counts[place] or minutes[place]]
    days, starts = sorted({day for day, _ in seen}), sorted({start for _, start in seen})
    hours = sum(minutes.values()) / 60
    rate = (sum(counts.values()) - unwatched) / hours if hours else None

    def cell(places: Sequence[tuple[date, int]], filled: int) -> Cell:
        count, long = sum(counts[p] for p in places), sum(minutes[p] for p in places)
        high = bool(rate and long and count / (long / 60) > 2 * rate)
        return Cell(_mark(count, long, filled), count, long, high)

    return Scatterplot(
        step, tuple(days), tuple(starts),
        tuple(tuple(cell([(day, start)], many) for day in days) for start in starts),
        tuple(cell([(day, start) for day in days], many) for start in starts),
        tuple(cell([p for p in seen if p[0].weekday() == weekday], many) for weekday in range(7)),
        rate, unwatched,
    )  # fmt: skip


def _mark(count: int, minutes: float, filled: int) -> Mark:
    if not count:
        return "none" if minutes else "not watched"
    return "many" if count >= filled else "some"


def _place(moment: datetime, step: int) -> int:
    return (moment.hour * 60 + moment.minute) // step * step


def _stretches(start: datetime, end: datetime, step: int) -> Iterable[tuple[tuple[date, int], float]]:
    """Each stretch that a span touches, with the minutes of it."""
    if end < start:
        raise ValueError("a span ends before it begins")
    while start < end:
        place = _place(start, step)
        midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
        stop = min(end, midnight + timedelta(minutes=place + step))
        yield (start.date(), place), (stop - start).total_seconds() / 60
        start = stop
