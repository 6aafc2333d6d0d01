"""Labels under the plot that never overlap: session numbers thinned, dates by importance."""

from collections.abc import Iterable
from datetime import date, timedelta

from alongside.foundation.webkit.svg import wide_of
from alongside.foundation.webkit.times import day as day_in_words
from alongside.outcomes.graph.picture import Graph

APART, SHEET = 10.0, 798.0
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)

Label = tuple[float, str]


def session_labels(xs: tuple[float, ...]) -> list[Label]:
    """Session numbers, each one or each second, fifth, tenth ... as there is room."""
    if not xs:
        return []
    room = (xs[-1] - xs[0]) / max(1, len(xs) - 1) if len(xs) > 1 else 100.0
    widest = wide_of(str(len(xs))) + APART
    every = next((step for step in STEPS if step * room >= widest), len(xs))
    shown = [n for n in range(1, len(xs) + 1) if n % every == 0 or n == 1]
    return _apart([(xs[n - 1], str(n)) for n in shown])


def date_labels(graph: Graph, xs: tuple[float, ...]) -> list[Label]:
    """Dates under sessions: the first, the last, the first of each phase; as many as stand apart."""
    points = graph.points
    if not points:
        return []
    starts, at = [], 0
    for phase in graph.phases:
        starts += [at] if phase.points else []
        at += len(phase.points)
    wanted = dict.fromkeys([0, len(points) - 1, *starts])
    return _apart([(xs[n], in_words(points[n].day, _years(points[0].day, points[-1].day))) for n in wanted])


def calendar_labels(graph: Graph, left: float, right: float) -> list[Label]:
    """Dates along a calendar axis: the first day, then weeks or firsts of months, as many as stand apart."""
    days = [point.day for point in graph.points]
    if not days:
        return []
    first, last = min(days), max(days)
    per_day = (right - left) / ((last - first).days + 1)
    year = _years(first, last)
    return _apart([(left + per_day * ((day - first).days + 0.5), in_words(day, year)) for day in _marks(first, last)])


def in_words(day: date, year: bool) -> str:
    """ "14 Sep", with the year where the graph spans more than one."""
    return day_in_words(day, form="plain" if year else "brief")


def _years(first: date, last: date) -> bool:
    return first.year != last.year


def _marks(first: date, last: date) -> list[date]:
    span = (last - first).days
    if span <= 10:
        return [first + timedelta(days=n) for n in range(span + 1)]
    if span <= 120:
        return [first + timedelta(days=n) for n in range(0, span + 1, 7)]
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    every = max(1, span // 31 // 12)
    return [day for n, day in enumerate(d for d in months if first <= d <= last) if n % every == 0]


def _apart(labels: Iterable[Label]) -> list[Label]:
    kept: list[Label] = []
    for place, text in labels:
        half = wide_of(text) / 2
        x = min(place, SHEET - half)  # the last date stays on the sheet
        if all(abs(x - other) >= half + wide_of(said) / 2 + APART for other, said in kept):
            kept.append((x, text))
    return sorted(kept)
