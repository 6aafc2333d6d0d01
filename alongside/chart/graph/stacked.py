"""Several series above each other on one time axis, with the phase line stepping down from one to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.scale import Scale, ticks
from alongside.foundation.webkit.svg import element, fitted, line, polyline, wide_of, words
from alongside.outcomes.graph.days import in_words
from alongside.outcomes.graph.picture import Graph, Phase
from alongside.outcomes.graph.said import said_point, with_unit

WIDTH, RIGHT, PLOT, GAP, TOP = 800.0, 790.0, 120.0, 40.0, 34.0


@dataclass(frozen=True)
class Tier:
    """One series: who or what it is, as words, and its graph. `at`: where each point stands, a visit or a day."""

    name: str
    graph: Graph
    at: tuple[float, ...]


@dataclass(frozen=True)
class _Panel:
    tier: Tier
    xs: tuple[float, ...]
    edges: tuple[float, ...]
    scale: Scale
    top: float
    bottom: float


def stacked(tiers: Sequence[Tier], *, key: str, title: str) -> str:
    """The series as SVG text with a title and a text alternative; "" without a point."""
    everything = [at for tier in tiers for at in tier.at]
    if not everything:
        return ""
    left = max(58.0, 32 + max(wide_of(number(t, most=9)) for tier in tiers for t in _ticks(tier.graph)))
    panels = [_panel(tier, n, left, min(everything), max(everything)) for n, tier in enumerate(tiers)]
    parts = [part for panel in panels for part in _drawn(panel, left)]
    parts += list(_steps(panels))
    foot = panels[-1].bottom
    parts += list(_axis(tiers, panels, foot, left))
    title_id, alternative = f"{key}-t", f"{key}-d"
    return element(
        "svg", element("title", text=title, id=title_id), element("desc", text=described(tiers), id=alternative),
        *parts,
        class_="plot", viewBox=f"0 0 {WIDTH:.0f} {foot + 44:.0f}", role="img",
        aria_labelledby=f"{title_id} {alternative}",
    )  # fmt: skip


def described(tiers: Sequence[Tier]) -> str:
    """The text alternative: each series with its phases and their medians."""
    said = []
    for tier in tiers:
        phases = [
            say("outcomes.graph.phase", name=p.name, sessions=say("outcomes.graph.sessions", count=len(p.points)),
                value=with_unit(p.level, tier.graph))
            for p in tier.graph.phases
        ]  # fmt: skip
        said.append(say("chart.baselines.tier", name=tier.name, phases=" ".join(phases)))
    return " ".join(said)


def _ticks(graph: Graph) -> tuple[float, ...]:
    values = [point.value for point in graph.points if point.value is not None]
    return ticks(values, bottom=graph.bottom, top=graph.top, whole=graph.whole)


def _panel(tier: Tier, n: int, left: float, low: float, high: float) -> _Panel:
    top = TOP + n * (PLOT + GAP)
    room = (RIGHT - left) / (high - low + 1)
    xs = tuple(left + room * (at - low + 0.5) for at in tier.at)
    ends, seen = [], 0
    for phase in tier.graph.phases[:-1]:
        seen += len(phase.points)
        if 0 < seen < len(xs):
            ends.append((xs[seen - 1] + xs[seen]) / 2)
    return _Panel(tier, xs, tuple(ends), Scale(_ticks(tier.graph), top + PLOT, top), top, top + PLOT)


def _drawn(panel: _Panel, left: float) -> Iterator[str]:
    graph = panel.tier.graph
    for tick in (panel.scale.ticks[0], panel.scale.ticks[-1]):
        y = panel.scale.at(tick)
        yield line("grid", left, y, RIGHT, y)
        yield words(number(tick, most=9), left - 10, y + 4, anchor="end")
    yield element("path", class_="axis", d=f"M{left:g} {panel.top:g}V{panel.bottom:g}H{RIGHT:g}")
    yield words(
        fitted(panel.tier.name, RIGHT - left, bold=True), left, panel.top - 12, class_="strong", full=panel.tier.name
    )
    seen = 0
    for phase in graph.phases:
        xs = panel.xs[seen : seen + len(phase.points)]
        yield from _phase(panel, graph, phase, xs, seen)
        seen += len(phase.points)


def _phase(panel: _Panel, graph: Graph, phase: Phase, xs: tuple[float, ...], seen: int) -> Iterator[str]:
    if phase.level is not None and xs:
        y = panel.scale.at(phase.level)
        yield line("level", xs[0] - 6, y, xs[-1] + 6, y)
    run: list[tuple[float, float]] = []
    dots = []
    for n, (x, point) in enumerate(zip(xs, phase.points, strict=True), seen + 1):
        if point.value is None:
            yield from [polyline("path", run)] if len(run) > 1 else []
            run = []
            continue
        place = (x, panel.scale.at(point.value))
        run.append(place)
        hint = element("title", text=said_point(graph, phase, point, n))
        dots.append(element("circle", hint, class_="dot small", cx=place[0], cy=place[1], r=3.5))
    yield from [polyline("path", run)] if len(run) > 1 else []
    yield from dots


def _steps(panels: Sequence[_Panel]) -> Iterator[str]:
    """The first phase change of each series, joined to that of the next; later changes stand alone."""
    for panel in panels:
        for x in panel.edges:
            yield line("phase", x, panel.top - 4, x, panel.bottom + (GAP / 2 if x == panel.edges[0] else 0))
    for panel, below in pairwise(panels):
        if panel.edges and below.edges:
            y = panel.bottom + GAP / 2
            yield line("phase", panel.edges[0], y, below.edges[0], y)
            yield line("phase", below.edges[0], y, below.edges[0], below.top)


def _axis(tiers: Sequence[Tier], panels: Sequence[_Panel], foot: float, left: float) -> Iterator[str]:
    """Visits by their number, or the first and the last day."""
    ends: dict[float, tuple[float, str]] = {}
    for tier, panel in zip(tiers, panels, strict=True):
        for x, at, point in zip(panel.xs, tier.at, tier.graph.points, strict=True):
            ends[at] = (x, in_words(point.day, True) if tier.graph.by_calendar else number(at, 0))
    every = sorted(ends)
    last = -100.0
    for at in [*every[:-1], every[-1]]:
        x, text = ends[at]
        wide = wide_of(text)
        if x - wide / 2 > last + 12 and (at == every[-1] or x + wide / 2 < ends[every[-1]][0] - wide):
            yield words(text, x, foot + 20, anchor="middle")
            last = x + wide / 2
    if not tiers[0].graph.by_calendar:
        yield words(say("outcomes.graph.session"), left - 10, foot + 20, anchor="end")
