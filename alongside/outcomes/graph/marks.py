"""What stands on the plot: names, levels, trends, paths, dots, phase lines, goal, other changes, fidelity."""

from collections.abc import Iterator
from itertools import accumulate

from alongside.foundation.messages import say
from alongside.foundation.webkit.svg import element, fitted, line, polyline, wide_of, words
from alongside.outcomes.graph.layout import RIGHT, Layout, place_of
from alongside.outcomes.graph.picture import Graph, Phase
from alongside.outcomes.graph.runs import runs
from alongside.outcomes.graph.said import said_point, value_words

CHANGE = 220.0  # most room for the label of another change
STEPS_OF_SIZE = ((60, 4.5, ""), (150, 3.0, " small"), (10**9, 2.0, " small"))


def heads(graph: Graph, layout: Layout, names: list[list[str]]) -> Iterator[str]:
    """The name of each condition on top, and its level under it where there is room."""
    for phase, lines, (start, end) in zip(graph.phases, names, _rooms(layout), strict=True):
        middle = (start + end) / 2
        for n, text in enumerate(lines):
            yield words(text, middle, 30 + 15 * n, anchor="middle", class_="strong", full=phase.name)
        if phase.level is not None:
            level = say("outcomes.graph.level", value=value_words(phase.level, graph))
            if wide_of(level) <= end - start:
                yield words(level, middle, layout.top - 11, anchor="middle")


def phase_lines(layout: Layout) -> Iterator[str]:
    """Dashed lines, full height, between the last session of a phase and the first of the next."""
    for x in layout.edges[1:-1]:
        yield line("phase", x, 18, x, layout.foot + 8)


def levels(graph: Graph, layout: Layout) -> Iterator[str]:
    """The median of each phase, as long as its sessions."""
    out = min(8.0, layout.step / 2)
    for phase, xs in _phases(graph, layout):
        if phase.level is not None and xs:
            y = layout.scale.at(phase.level)
            yield line("level", xs[0] - out, y, xs[-1] + out, y)


def trends(graph: Graph, layout: Layout) -> Iterator[str]:
    """The trend of each phase, cut where it leaves the plot."""
    for phase, xs in _phases(graph, layout):
        if phase.trend is None or len(xs) < 2:
            continue
        ends = _inside((xs[0], phase.trend[0]), (xs[-1], phase.trend[1]), layout.scale.ticks)
        if ends:
            (x1, start), (x2, end) = ends
            yield line("trend", x1, layout.scale.at(start), x2, layout.scale.at(end))


def paths(graph: Graph, layout: Layout) -> Iterator[str]:
    """The data path in its unbroken parts."""
    for run in runs(graph, layout.xs, layout.scale):
        if len(run) > 1:
            yield polyline("path fine" if len(layout.xs) > 150 else "path", run)


def dots(graph: Graph, layout: Layout) -> Iterator[str]:
    """One dot a session, open when unsigned or disputed, with its words."""
    radius, small = next((r, small) for most, r, small in STEPS_OF_SIZE if len(layout.xs) <= most)
    at = 0
    for phase in graph.phases:
        for point in phase.points:
            if point.value is not None:
                hint = element("title", text=said_point(graph, phase, point, at + 1))
                kind = "dot open" if point.open_because else "dot"
                x, y = layout.xs[at], layout.scale.at(point.value)
                yield element("circle", hint, class_=kind + small, cx=x, cy=y, r=radius, data_point=at + 1)
            at += 1


def goal(graph: Graph, layout: Layout) -> str:
    """The goal as a dash-dot line with its sentence above it, or below where there is no room above."""
    if graph.goal is None:
        return ""
    y = layout.scale.at(graph.goal.value)
    text_y = y - 7 if y > layout.top + 16 else y + 17
    label = fitted(graph.goal.label, RIGHT - layout.left - 8)
    return line("goal", layout.left, y, RIGHT, y) + words(
        label, layout.left + 8, text_y, class_="halo", full=graph.goal.label
    )


def changes(graph: Graph, layout: Layout) -> Iterator[str]:
    """Other changes as dotted lines, their labels in rows of their own, and clear of the path where there is room."""
    rows: list[float] = []
    for change in sorted(graph.changes, key=lambda change: change.day):
        x = place_of(change.day, graph, layout)
        if x in layout.edges:
            x += 5.0
        toward_left = RIGHT - x < min(CHANGE, wide_of(change.label)) + 8
        label = fitted(change.label, min(CHANGE, (x - layout.left if toward_left else RIGHT - x) - 8))
        side, anchor = (x - 8, "end") if toward_left else (x + 8, None)
        start = side - wide_of(label) if toward_left else side
        rows = rows or [layout.top + 18 + 16 * n for n in range(int((layout.bottom - layout.top - 20) // 16))]
        y = next((y for y in rows if not _path_in(graph, layout, start, start + wide_of(label), y)), rows[0])
        rows.remove(y)  # each label has a row of its own while there are any
        yield line("event", x, layout.top + 6, x, layout.bottom)
        yield words(label, side, y, anchor=anchor, class_="halo", full=change.label)


def _path_in(graph: Graph, layout: Layout, start: float, end: float, foot: float) -> bool:
    """Whether a dot, or the path between two dots, lies where a line of text would stand."""
    left, right, top, bottom = start - 6, end + 6, foot - 18, foot + 8
    for (x, y), (to_x, to_y) in _strokes(graph, layout):
        if x > right or to_x < left:
            continue
        slope = (to_y - y) / (to_x - x) if to_x > x else 0.0
        at_left, at_right = (y + slope * (edge - x) for edge in (max(x, left), min(to_x, right)))
        if min(at_left, at_right) < bottom and max(at_left, at_right) > top:
            return True
    return False


def _strokes(graph: Graph, layout: Layout) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """From each dot to the next of its phase, the last to itself; a gap in between counts too."""
    at = 0
    for phase in graph.phases:
        placed = zip(layout.xs[at : at + len(phase.points)], phase.points, strict=True)
        dots = [(x, layout.scale.at(point.value)) for x, point in placed if point.value is not None]
        yield from zip(dots, [*dots[1:], *dots[-1:]], strict=True)
        at += len(phase.points)


def fidelity(graph: Graph, layout: Layout) -> Iterator[str]:
    """The share of the plan's steps done, as bars under the same sessions."""
    if graph.fidelity is None or layout.strip is None:
        return
    top, foot = layout.strip
    yield element("path", class_="axis", d=f"M{layout.left:g} {top:g}V{foot:g}H{RIGHT:g}")
    yield words("100%", layout.left - 10, top + 8, anchor="end")
    yield words("0%", layout.left - 10, foot + 4, anchor="end")
    yield words(graph.fidelity.label, layout.left, top - 8)
    width = min(10.0, layout.step * 0.6)
    for x, share in zip(layout.xs, graph.fidelity.shares, strict=True):
        if share is not None:
            high = (foot - top) * share
            yield element("rect", class_="bar", x=x - width / 2, y=foot - high, width=width, height=high)
    if graph.fidelity.aim is not None:
        y = foot - (foot - top) * graph.fidelity.aim
        yield line("limit", layout.left, y, RIGHT, y)


def _rooms(layout: Layout) -> list[tuple[float, float]]:
    return list(zip(layout.edges, layout.edges[1:], strict=False))


def _phases(graph: Graph, layout: Layout) -> Iterator[tuple[Phase, tuple[float, ...]]]:
    ends = list(accumulate(len(phase.points) for phase in graph.phases))
    for phase, end in zip(graph.phases, ends, strict=True):
        yield phase, layout.xs[end - len(phase.points) : end]


def _inside(
    start: tuple[float, float], end: tuple[float, float], ticks: tuple[float, ...]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The part of a line whose values lie between the lowest and the highest tick."""
    (x1, v1), (x2, v2) = start, end
    if v1 == v2:
        return (start, end) if ticks[0] <= v1 <= ticks[-1] else None
    shares = sorted((edge - v1) / (v2 - v1) for edge in (ticks[0], ticks[-1]))
    first, last = max(0.0, shares[0]), min(1.0, shares[1])
    if first >= last:
        return None
    return tuple((x1 + share * (x2 - x1), v1 + share * (v2 - v1)) for share in (first, last))  # type: ignore[return-value]
