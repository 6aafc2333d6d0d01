"""The parts of a data path: joined inside a phase, never across a phase line or a gap."""

from alongside.foundation.webkit.scale import Scale
from alongside.outcomes.graph.picture import Graph, Point

Place = tuple[float, float]


def runs(graph: Graph, xs: tuple[float, ...], scale: Scale) -> list[list[Place]]:
    """The unbroken runs of places, in order; a run of one point is a run."""
    found: list[list[Place]] = []
    at = 0
    for phase in graph.phases:
        found.append([])
        before: Point | None = None
        for point in phase.points:
            if point.value is None or _paused(before, point, graph.gap_days):
                found.append([])
            if point.value is not None:
                found[-1].append((xs[at], scale.at(point.value)))
                before = point
            at += 1
    return [run for run in found if run]


def _paused(before: Point | None, point: Point, gap_days: int | None) -> bool:
    return bool(before and gap_days and (point.day - before.day).days > gap_days)
