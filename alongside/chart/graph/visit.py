"""The strip of a visit: what was recorded, by behavior, minute by minute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from alongside.foundation.messages import say
from alongside.foundation.webkit.svg import element, fitted, line, words
from alongside.foundation.webkit.times import Zone, clock, local

WIDTH, LEFT, RIGHT, ROW = 440.0, 126.0, 428.0, 28.0
SHAPES = ("round", "triangle", "square")
TICKS = (5, 10, 15, 30, 60, 120, 240)


@dataclass(frozen=True)
class Row:
    """One behavior: its moments, and spans of time for what lasts. `shape`: round, triangle (look here) or square."""

    label: str
    moments: tuple[datetime, ...] = ()
    spans: tuple[tuple[datetime, datetime], ...] = ()
    shape: str = "round"


@dataclass(frozen=True)
class Strip:
    """A visit from `start` to `end` in `zone`; `key` makes its ids unique on the page."""

    key: str
    start: datetime
    end: datetime
    zone: Zone
    rows: tuple[Row, ...]


def strip(visit: Strip) -> str:
    """The visit as SVG text with a title and a text alternative. Raises ValueError when it ends before it starts."""
    if visit.end <= visit.start:
        raise ValueError("a visit ends after it starts")
    foot = 22 + ROW * len(visit.rows) - 8
    inside = "".join(part for n, row in enumerate(visit.rows) for part in _row(visit, row, 22 + ROW * n))
    title, alternative = f"{visit.key}-t", f"{visit.key}-d"
    return element(
        "svg",
        element("title", text=say("chart.strip.minute"), id=title),
        element("desc", text=" ".join(_said(visit, row) for row in visit.rows), id=alternative),
        inside,
        line("axis", LEFT, foot, RIGHT, foot),
        *_times(visit, foot + 18),
        class_="plot",
        viewBox=f"0 0 {WIDTH:g} {foot + 24:g}",
        role="img",
        aria_labelledby=f"{title} {alternative}",
    )


def _row(visit: Strip, row: Row, y: float) -> Iterator[str]:
    yield words(fitted(row.label, LEFT - 14), LEFT - 12, y + 4, anchor="end", full=row.label)
    yield line("grid", LEFT, y, RIGHT, y)
    for start, end in row.spans:
        x = _x(visit, start)
        yield element("rect", class_="bar", x=x, y=y - 5, width=max(2.0, _x(visit, end) - x), height=10)
    for moment in row.moments:
        yield _mark(row.shape, _x(visit, moment), y)


def _mark(shape: str, x: float, y: float) -> str:
    if shape == "triangle":
        return element("path", class_="signal", d=f"M{x:.1f} {y - 7:g}l7 12h-14z")
    if shape == "square":
        return element("rect", class_="dot", x=x - 5, y=y - 5, width=10, height=10)
    return element("circle", class_="dot", cx=x, cy=y, r=5)


def _times(visit: Strip, y: float) -> Iterator[str]:
    marks = list(_marks(visit))
    for n, mark in enumerate(marks):
        last = n == len(marks) - 1
        text = clock(mark, visit.zone) if last else clock(mark, visit.zone).rsplit(" ", 1)[0]
        yield words(text, _x(visit, mark), y, anchor="end" if last and mark == visit.end else "middle")


def _marks(visit: Strip) -> Iterator[datetime]:
    minutes = (visit.end - visit.start).total_seconds() / 60
    every = next((tick for tick in TICKS if minutes / tick <= 4), TICKS[-1])
    at = local(visit.start, visit.zone).replace(second=0, microsecond=0)
    at += timedelta(minutes=-(at.hour * 60 + at.minute) % every)
    while at <= visit.end:
        yield at
        at += timedelta(minutes=every)


def _x(visit: Strip, at: datetime) -> float:
    share = (at - visit.start) / (visit.end - visit.start)
    return LEFT + min(1.0, max(0.0, share)) * (RIGHT - LEFT)


def _said(visit: Strip, row: Row) -> str:
    moments = sorted([*row.moments, *(start for start, _ in row.spans)])
    if not moments:
        return say("chart.strip.row_none", label=row.label)
    times = ", ".join(clock(moment, visit.zone) for moment in moments)
    return say("chart.strip.row", label=row.label, count=len(moments), times=times)
