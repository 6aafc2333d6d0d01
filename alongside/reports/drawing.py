"""The graph of a part: what is kept of it in a report, and drawn again by the one drawing of outcomes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from statistics import median
from typing import Any

from alongside.foundation.webkit import times
from alongside.foundation.webkit.numbers import number
from alongside.outcomes.drawing import picture
from alongside.outcomes.graph import draw
from alongside.outcomes.graph.described import described
from alongside.outcomes.graph.picture import Change, Goal, Graph, Phase, Point
from alongside.reports.evidence import Found

Chart = Mapping[str, Any]


def kept(found: Found, *, name: str, units: tuple[str, str], changes: bool, zone: str) -> dict[str, Any]:
    """What the graph is drawn from, so that a signed report is whole in itself. `changes`: what else is named.

    `units`: of its values, and of the criterion's one value.
    """
    unit, of_goal = units
    asked = replace(found.objective, unit=of_goal) if found.objective else None
    target = replace(found.target, name=name, unit=unit)
    noted = found.read.changes if changes else ()
    graph = picture(target, found.read.conditions, objective=asked, changes=noted, zone=zone)
    return {
        "measure": unit, "goal": graph.goal.value if graph.goal else None,
        "goal_words": graph.goal.label if graph.goal else "", "whole": graph.whole, "bottom": graph.bottom,
        "top": graph.top, "gap_days": graph.gap_days,
        "changes": [[str(one.day), one.label] for one in graph.changes],
        "phases": [
            {"name": phase.name, "level": phase.level, "points": [[str(one.day), one.value] for one in phase.points]}
            for phase in graph.phases
        ],
    }  # fmt: skip


def drawn(chart: Chart, key: str, title: str) -> str:
    """The graph as SVG text, classes only; "" where nothing was measured."""
    graph = graph_of(chart, key, title)
    return draw.drawn(graph) if graph.points else ""


def alternative(chart: Chart) -> str:
    """What the graph shows, in words."""
    graph = graph_of(chart, "", "")
    return described(graph) if graph.points else ""


def rows(chart: Chart) -> list[list[str]]:
    """The same as rows of a table: day, phase, value."""
    graph = graph_of(chart, "", "")
    return [
        [times.day(point.day, form="plain"), phase.name or "–", "–" if point.value is None else number(point.value)]
        for phase in graph.phases
        for point in phase.points
    ]


def graph_of(chart: Chart, key: str, title: str) -> Graph:
    """The graph as it was kept; of a report from before levels were kept, with the medians of its phases."""
    goal = None if chart["goal"] is None else Goal(chart["goal"], chart.get("goal_words", ""))
    return Graph(
        key=key, title=title, measure=chart["measure"], unit=chart["measure"],
        phases=tuple(_phase(one) for one in chart["phases"]), goal=goal, whole=chart.get("whole", False),
        bottom=chart.get("bottom", 0), top=chart.get("top"), gap_days=chart.get("gap_days"),
        changes=tuple(Change(date.fromisoformat(day), label) for day, label in chart.get("changes", ())),
    )  # fmt: skip


def _phase(kept: Chart) -> Phase:
    points = tuple(Point(date.fromisoformat(day), value) for day, value in kept["points"])
    values = [point.value for point in points if point.value is not None]
    return Phase(kept["name"], points, kept["level"] if "level" in kept else median(values) if values else None)
