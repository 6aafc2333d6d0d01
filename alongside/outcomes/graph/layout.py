"""Where everything stands on the sheet of a graph, in px of its view box."""

from dataclasses import dataclass
from datetime import date

from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.scale import Scale, ticks
from alongside.foundation.webkit.svg import wide_of
from alongside.outcomes.graph.picture import Graph

WIDTH, RIGHT = 800.0, 790.0
PLOT, STRIP, LINE = 264.0, 52.0, 15.0  # heights: the plot, the fidelity strip, a line of text


@dataclass(frozen=True)
class Layout:
    """`xs`: each session's place; `edges`: between the phases, with both ends; `scale`: of the y axis."""

    left: float
    top: float
    bottom: float
    xs: tuple[float, ...]
    edges: tuple[float, ...]
    scale: Scale
    strip: tuple[float, float] | None
    foot: float
    height: float

    @property
    def step(self) -> float:
        """The room of one session."""
        return (RIGHT - self.left) / max(1, len(self.xs))


def laid_out(graph: Graph, head_lines: int = 1) -> Layout:
    """The layout of `graph` whose phase names need `head_lines` lines."""
    marks = ticks(_values(graph), bottom=graph.bottom, top=graph.top, whole=graph.whole)
    left = max(58.0, 32 + max(wide_of(number(mark, most=9)) for mark in marks))
    top = 43 + LINE * head_lines
    bottom = top + PLOT
    strip = (bottom + 30, bottom + 30 + STRIP) if graph.fidelity else None
    foot = strip[1] if strip else bottom
    xs = _by_calendar(graph, left) if graph.by_calendar else _by_session(graph, left)
    scale = Scale(marks, bottom, top)
    return Layout(left, top, bottom, xs, _edges(graph, xs, left), scale, strip, foot, foot + 48)


def place_of(day: date, graph: Graph, layout: Layout) -> float:
    """Where a change on `day` stands: between the last session before it and the first on or after it."""
    before = [x for point, x in zip(graph.points, layout.xs, strict=True) if point.day < day]
    after = [x for point, x in zip(graph.points, layout.xs, strict=True) if point.day >= day]
    return ((before[-1] if before else layout.left) + (after[0] if after else RIGHT)) / 2


def _values(graph: Graph) -> list[float]:
    values = [point.value for point in graph.points if point.value is not None]
    return values + ([graph.goal.value] if graph.goal else [])


def _by_session(graph: Graph, left: float) -> tuple[float, ...]:
    step = (RIGHT - left) / max(1, len(graph.points))
    return tuple(left + step * (n + 0.5) for n in range(len(graph.points)))


def _by_calendar(graph: Graph, left: float) -> tuple[float, ...]:
    days = [point.day for point in graph.points]
    if not days:
        return ()
    span = (max(days) - min(days)).days + 1
    step = (RIGHT - left) / span
    return tuple(left + step * ((day - min(days)).days + _share_of_day(days, n)) for n, day in enumerate(days))


def _share_of_day(days: list[date], n: int) -> float:
    """Sessions of one day stand side by side within it."""
    return (days[:n].count(days[n]) + 0.5) / days.count(days[n])


def _edges(graph: Graph, xs: tuple[float, ...], left: float) -> tuple[float, ...]:
    edges, seen = [left], 0
    for phase in graph.phases[:-1]:
        seen += len(phase.points)
        before = xs[seen - 1] if seen > 0 else left
        after = xs[seen] if seen < len(xs) else RIGHT
        edges.append((before + after) / 2)
    return (*edges, RIGHT)
